using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace Dams.Cli.Commands;

/// <summary>
/// Refuses paths that hold a quotation mark; Windows allows none in a path. In <c>"C:\in\" --force</c> the last backslash
/// escapes the quotation mark, so that it and the text after it become part of the path.
/// </summary>
internal static class PathQuotes
{
    /// <summary>Adds to a command the check of the values of some arguments and options.</summary>
    public static void AddValidator(Command command, params Symbol[] paths)
    {
        if (OperatingSystem.IsWindows())
            command.Validators.Add(result => Check(result, paths));
    }

    private static void Check(CommandResult result, Symbol[] paths)
    {
        var results = result.Children.Where(child => child is ArgumentResult argument && paths.Contains(argument.Argument)
            || child is OptionResult option && paths.Contains(option.Option));
        if (results.Any(child => child.Tokens.Any(token => token.Value.Contains('"', StringComparison.Ordinal))))
        {
            result.AddError(
                "A path holds a quotation mark, so the arguments after it became part of the path. "
                + "Where a path in quotation marks ends with a backslash, leave that out: \"C:\\in\".");
        }
    }
}
