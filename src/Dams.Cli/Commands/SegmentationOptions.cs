using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;

namespace Dams.Cli.Commands;

/// <summary>The options for segmentations: their numbers, how references are written, and how sources are found.</summary>
internal sealed class SegmentationOptions
{
    private readonly Option<ReferenceConvention> _convention = new("--convention")
    {
        Description = $"How references are written: {string.Join(" or ", Enum.GetNames<ReferenceConvention>())}.",
        CustomParser = ReadConvention,
        DefaultValueFactory = _ => ReferenceConvention.Standard,
    };
    private readonly Option<int> _seriesNumber = new("--series-number")
    {
        Description = "The series number of the first segmentation of a study; the others count up.",
        DefaultValueFactory = _ => RepairOptions.DefaultSeriesNumber,
    };
    private readonly Option<bool> _discover = new("--discover")
    {
        Description = "Find the source of a segmentation that no plan names by what it names itself, else by its geometry.",
    };

    public void AddTo(Command command)
    {
        _convention.CompletionSources.Add(Enum.GetNames<ReferenceConvention>());
        _seriesNumber.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError("--series-number takes a whole number from 0 on.");
        });
        command.Add(_convention);
        command.Add(_seriesNumber);
        command.Add(_discover);
    }

    public ReferenceConvention Convention(ParseResult parsed) => parsed.GetValue(_convention);

    public int SeriesNumber(ParseResult parsed) => parsed.GetValue(_seriesNumber);

    public bool Discovers(CommandResult result) => result.GetValue(_discover);

    public bool Discovers(ParseResult parsed) => Discovers(parsed.CommandResult);

    /// <summary>Adds these options to those of a batch.</summary>
    public PatientBatchOptions Apply(ParseResult parsed, PatientBatchOptions options) => options with
    {
        Convention = Convention(parsed),
        SeriesNumber = SeriesNumber(parsed),
        Discover = Discovers(parsed),
    };

    // The parser's own words name a type of .NET, and repeat what was written.
    private static ReferenceConvention ReadConvention(ArgumentResult result)
    {
        var name = Enum.GetNames<ReferenceConvention>()
            .FirstOrDefault(name => name.Equals(result.Tokens.Count == 1 ? result.Tokens[0].Value : null, StringComparison.OrdinalIgnoreCase));
        if (name is null)
            result.AddError($"--convention takes {string.Join(" or ", Enum.GetNames<ReferenceConvention>())}.");
        return name is null ? ReferenceConvention.Standard : Enum.Parse<ReferenceConvention>(name);
    }
}
