using System;
using System.CommandLine;

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
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
                result.AddError("--jobs takes 1 to 256.");
        });
        return option;
    }

    public static Option<bool> Json() => new("--json")
    {
        Description = "Write what happens as JSON to standard output, one object a line.",
    };
}
