using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Dams.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Paths(bool isRequired = true) => new("path")
    {
        Description = "Files and folders.",
        Arity = isRequired ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    public static Option<int> Jobs()
    {
        var option = new Option<int>("--jobs")
        {
            Description = "Number of files to work on at one time.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
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

    public static Option<bool> Json() => new("--json")
    {
        Description = "Write what happens as JSON to standard output, one object a line.",
    };
}
