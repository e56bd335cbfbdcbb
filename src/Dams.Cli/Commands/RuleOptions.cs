using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Linq;

namespace Dams.Cli.Commands;

/// <summary>The options for what happens to each attribute: the profile, its options, and rules of the user's own.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string> _profile = new("--profile")
    {
        HelpName = "profile",
        Description = $"{string.Join(" or ", ProfileBuilder.Names)}.",
        DefaultValueFactory = _ => ProfileBuilder.Basic,
    };
    private readonly Option<ProfileOption[]> _option =
        new("--option")
        {
            HelpName = "option",
            Description = $"An option of PS3.15 annex E; may be given several times: {string.Join(", ", Enum.GetNames<ProfileOption>())}.",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = ProfileOptions,
        };
    private readonly Option<string[]> _remove = Several("--remove", "keyword", "A keyword or tag to remove.");
    private readonly Option<string[]> _keep = Several("--keep", "keyword", "A keyword or tag to keep as it is.");
    private readonly Option<string[]> _replace = Several("--replace", "keyword=value", "A new value.");

    public RuleOptions()
    {
        _profile.CompletionSources.Add(_ => ProfileBuilder.Names.Select(name => new CompletionItem(name)));
        _option.CompletionSources.Add(Enum.GetNames<ProfileOption>());
        foreach (var option in new[] { _remove, _keep })
            option.CompletionSources.Add(_ => DataDictionary.Keywords.Select(keyword => new CompletionItem(keyword)));
    }

    /// <summary>Adds the profile and its options, and rules for single attributes.</summary>
    public void AddTo(Command command)
    {
        AddProfileTo(command);
        command.Add(_remove);
        command.Add(_keep);
        command.Add(_replace);
    }

    /// <summary>Adds the profile and its options alone, as for XML.</summary>
    public void AddProfileTo(Command command)
    {
        command.Add(_profile);
        command.Add(_option);
    }

    /// <summary>The profile that the options describe.</summary>
    /// <param name="replacements">The replacements that are rules.</param>
    public Profile Build(ParseResult parsed, IReadOnlyDictionary<string, string> replacements) => ProfileBuilder.Build(new ProfileRequest(
        parsed.GetValue(_profile)!,
        parsed.GetValue(_option) ?? [],
        parsed.GetValue(_remove) ?? [],
        parsed.GetValue(_keep) ?? [],
        replacements));

    /// <summary>New values by keyword or tag. As in a recipe: of two for one attribute the later wins.</summary>
    public IReadOnlyDictionary<string, string> Replacements(ParseResult parsed)
    {
        var replacements = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in parsed.GetValue(_replace) ?? [])
        {
            var separator = text.IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0)
                throw DicomErrors.UnknownAttribute(text);
            replacements[text[..separator]] = text[(separator + 1)..];
        }
        return replacements;
    }

    // The parser's own words name a type of .NET, and repeat what was written: a folder of a patient, where it came to stand here.
    private static ProfileOption[]? ProfileOptions(ArgumentResult result)
    {
        var options = new List<ProfileOption>();
        foreach (var token in result.Tokens)
        {
            var name = Enum.GetNames<ProfileOption>().FirstOrDefault(name => name.Equals(token.Value, StringComparison.OrdinalIgnoreCase));
            if (name is null)
                result.AddError($"What stands behind --option is no option of a profile. Choose from {string.Join(", ", Enum.GetNames<ProfileOption>())}.");
            else
                options.Add(Enum.Parse<ProfileOption>(name));
        }
        return [.. options];
    }

    // Without a name of its own, help prints all that completion offers: thousands of keywords.
    private static Option<string[]> Several(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, AllowMultipleArgumentsPerToken = true };
}
