using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths(bool isRequired = true) => new("path")
    {
        Description = "Files and folders.",
        Arity = isRequired ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    public static Option<int?> Jobs()
    {
        var option = new Option<int?>("--jobs", "--throttle-limit")
        {
            Description = "Number of files to work on at one time; without it the number of processors, and at least 16 where files are on a share.",
        };
        option.Validators.Add(result => ExpectNumber(result, "--jobs", 256));
        return option;
    }

    /// <summary>Refuses a value that is no whole number from 1 to a maximum. The parser itself would throw if a validator asked it for the number.</summary>
    public static void ExpectNumber(OptionResult result, string option, int most)
    {
        if (result.Tokens is [var token]
            && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
        {
            result.AddError($"{option} takes 1 to {most}.");
        }
    }

    public static Option<bool> KeepStructure() => new("--keep-structure") { Description = "Keep the folders and names of the source." };

    public static Option<string> FailureLog() => new("--failure-log")
    {
        Description = "A CSV for the failures and for what is not DICOM; it says where the source is, so only its owner can read it.",
    };

    /// <summary>Starts the log of failures; null where none was asked for.</summary>
    public static FailureLog? StartLog(ParseResult parsed, Option<string> option, string? destination, ConsoleListener listener) =>
        listener.Log = parsed.GetValue(option) is { } path ? new FailureLog(path, destination, null) : null;

    public static Option<bool> WithMrn() => new("--with-mrn")
    {
        Description = "With --json: also say who each patient is, by the original PatientID. What reads it has to be kept where the source may be.",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Write what happens as JSON to standard output, one object a line.",
    };
}
