using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Dams.Cli.Commands;

/// <summary>
/// Arguments that start with a hyphen and are no option. The parser would take a mistyped option for a path or for the
/// value of the option before it, and the run would go on without what was asked. The same of brackets where a command belongs.
/// </summary>
internal static class UnknownOptions
{
    private const string EndOfOptions = "--";

    /// <summary>What is wrong, in words; none where all is right.</summary>
    /// <param name="parsed">Says which command was given.</param>
    public static IEnumerable<string> Find(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var known = Known(parsed.CommandResult);
        // To the parser it would be a directive, such as [suggest], and not the name of a command.
        if (arguments is [['[', ..], ..])
            return ["Brackets stand where a command belongs."];
        return arguments.Where(argument => argument.Length == 0).Select(_ => "An argument is empty.").Concat(
            arguments.TakeWhile(argument => argument != EndOfOptions)
            .Select((argument, i) => argument.Length == 0 || IsNumber(argument, i) ? null
                : Describe(argument, known) ?? DescribeMissingValue(argument, i + 1 < arguments.Count ? arguments[i + 1] : "", known)).OfType<string>());

        // A number below zero is a value where one can stand.
        bool IsNumber(string argument, int i) => argument.Length > 1 && char.IsAsciiDigit(argument[1])
            && i > 0 && known.TryGetValue(arguments[i - 1], out var option) && option.Arity.MaximumNumberOfValues > 0;
    }

    private static string? Describe(string argument, Dictionary<string, Option> known)
    {
        var name = NameOf(argument);
        if (argument[0] == '/' && known.ContainsKey($"--{name[1..]}") && !Path.Exists(argument))
            return $"There is no option {name}. Write --{name[1..]}.";
        if (!StartsWithDash(argument))
            return null;
        if (!known.TryGetValue(name, out var option))
            return $"There is no option {name}. A path or a value that starts with a hyphen follows --, or is joined to its option by =.";
        // The parser takes another word for a path.
        return option.ValueType == typeof(bool) && name.Length < argument.Length && !bool.TryParse(argument[(name.Length + 1)..], out _)
            ? $"{name} takes no value but true and false."
            : null;
    }

    /// <summary>The parser would take the option that follows for the value of the one before it.</summary>
    private static string? DescribeMissingValue(string argument, string next, Dictionary<string, Option> known)
    {
        var name = NameOf(argument);
        return known.TryGetValue(name, out var option) && option.Arity.MinimumNumberOfValues > 0
            && (argument.Length == name.Length ? known.ContainsKey(NameOf(next)) : argument.Length == name.Length + 1)
            ? $"{name} has no value."
            : null;
    }

    // Word processors make other dashes of a hyphen, or of two.
    private static bool StartsWithDash(string argument) => argument[0] == '-'
        || (CharUnicodeInfo.GetUnicodeCategory(argument[0]) == UnicodeCategory.DashPunctuation && argument.Length > 1 && char.IsLetter(argument.TrimStart(argument[0])[..1], 0));

    private static Dictionary<string, Option> Known(CommandResult command)
    {
        var known = new Dictionary<string, Option>(StringComparer.Ordinal);
        for (SymbolResult? level = command; level is not null; level = level.Parent)
        {
            foreach (var option in (level as CommandResult)?.Command.Options ?? [])
            {
                if (level != command && !option.Recursive)
                    continue;
                foreach (var name in option.Aliases.Append(option.Name))
                    known[name] = option;
            }
        }
        return known;
    }

    private static string NameOf(string argument) =>
        argument.IndexOfAny(['=', ':']) is > 0 and var end ? argument[..end] : argument;
}
