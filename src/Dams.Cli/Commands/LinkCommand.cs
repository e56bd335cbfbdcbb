using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>
/// <c>dams link PATH… --destination DIR</c>: repairs segmentations and writes into them which series they were drawn on and
/// which is their partner, as the plans beside them say. With <c>--source</c> it links one segmentation, with
/// <c>--convert</c> it writes references in the other convention.
/// </summary>
internal sealed class LinkCommand
{
    private readonly Argument<string[]> _paths = CommonOptions.Paths();
    private readonly OutputOptions _output = new("Every image is a segmentation, whatever it looks like.");
    private readonly SegmentationOptions _segmentations = new();
    private readonly Option<string[]> _source = Several("--source", "Link one segmentation, where it is: the folder or files of the series it was drawn on; with --discover, where to look for it.");
    private readonly Option<string[]> _partner = Several("--partner", "With --source: the ablation of a tumour, the tumour of an ablation.");
    private readonly Option<string> _label = new("--label") { Description = "With --source: Tumor or Ablation." };
    private readonly Option<int?> _lesionNumber = new("--lesion-number") { Description = "With --source: the lesion, counted from 1." };
    private readonly Option<bool> _convert = new("--convert") { Description = "Write references that segmentations have in the other convention, where they are." };
    private readonly Option<int?> _jobs = CommonOptions.Jobs();

    public static Command Build()
    {
        var self = new LinkCommand();
        var command = new Command("link", "Repairs segmentations and writes into them what they were drawn on, and their partner.") { self._paths };
        self._label.CompletionSources.Add("Tumor", "Ablation");
        self._output.AddTo(command);
        self._segmentations.AddTo(command);
        foreach (var option in new Option[] { self._source, self._partner, self._label, self._lesionNumber, self._convert, self._jobs })
            command.Add(option);
        self._lesionNumber.Validators.Add(result => CommonOptions.ExpectNumber(result, "--lesion-number", ushort.MaxValue));
        PathQuotes.AddValidator(command, self._paths, self._source, self._partner);
        command.Validators.Add(self.Check);
        command.SetBody(self.Run);
        return command;
    }

    private void Check(CommandResult result)
    {
        var (isOne, converts) = (result.GetResult(_source) is not null, result.GetValue(_convert));
        if (isOne && converts)
            result.AddError("Give --source or --convert, not both.");
        if (!isOne && (result.GetResult(_partner) is not null || result.GetResult(_label) is not null || result.GetResult(_lesionNumber) is not null))
            result.AddError("--partner, --label and --lesion-number are for one segmentation: give its source with --source.");
        if ((isOne || converts) && _output.AreGiven(result))
            result.AddError("With --source and --convert, segmentations are changed where they are: leave out --destination and --in-place.");
        _output.Check(result, isNeeded: !isOne && !converts);
    }

    private int Run(ParseResult parsed, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        var context = new RunContext(listener, cancellation) { Workers = parsed.GetValue(_jobs) };
        using var log = _output.StartLog(parsed, listener);
        var paths = parsed.GetValue(_paths)!;
        var linker = new SegmentationLinker(new LinkOptions { Convention = _segmentations.Convention(parsed) }, context);
        var linked = parsed.GetValue(_convert) ? linker.Convert(paths)
            : parsed.GetValue(_source) is { Length: > 0 } source ? Link(linker, [RequestOf(parsed, paths, source)])
            : Link(linker, Repair(parsed, paths, lines, context));
        var count = 0;
        foreach (var one in linked)
        {
            count++;
            lines?.Write("linked", EventObjects.Of(one));
        }
        if (lines is null)
            listener.WriteLine($"{count} segmentations linked, {listener.FailedCount} failed.");
        return listener.FailedCount == 0 ? ExitCode.Done : count == 0 ? ExitCode.Unusable : ExitCode.SomeFailed;
    }

    private static IEnumerable<LinkedSeries> Link(SegmentationLinker linker, IEnumerable<LinkRequest> requests) =>
        requests.Select((request, i) => linker.Link(request, i + 1)).OfType<LinkedSeries>();

    private LinkRequest RequestOf(ParseResult parsed, IReadOnlyList<string> paths, IReadOnlyList<string> source) => new(paths, source)
    {
        PartnerPaths = parsed.GetValue(_partner) ?? [],
        Label = parsed.GetValue(_label),
        LesionNumber = parsed.GetValue(_lesionNumber),
        Discover = _segmentations.Discovers(parsed),
    };

    // What the plans say of the repaired segmentations; where they say nothing, what is found.
    private IReadOnlyList<LinkRequest> Repair(ParseResult parsed, IReadOnlyList<string> paths, JsonLines? lines, RunContext context)
    {
        var options = new RepairOptions(_output.ReadKey(parsed, context.Listener), _output.Destination(parsed))
        {
            SeriesNumber = _segmentations.SeriesNumber(parsed),
            Force = _output.IsForced(parsed),
        };
        var repaired = SegmentationRepair.Run(paths, options, context);
        foreach (var series in repaired)
            lines?.Write("repaired", EventObjects.Of(series));
        var plan = SegmentationPlan.Read(paths, repaired, SidecarIndex.Read(paths, context), context).Select(LinkRequest.From).ToList();
        if (!_segmentations.Discovers(parsed))
            return plan;
        var planned = plan.Select(request => request.SeriesInstanceUID).ToHashSet();
        return [.. plan, .. repaired.Where(series => !planned.Contains(series.SeriesInstanceUID))
            .Select(series => new LinkRequest(series.Files, paths) { Discover = true })];
    }

    private static Option<string[]> Several(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
