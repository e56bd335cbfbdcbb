using System;
using System.Collections.Generic;
using Dams.Core;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles;

/// <summary>PS3.15 table E.1-1, Application Level Confidentiality Profile Attributes, as data.</summary>
internal static class ConfidentialityTable
{
    private static readonly Lazy<IReadOnlyList<ConfidentialityRow>> Loaded = new(Load);

    public static IReadOnlyList<ConfidentialityRow> Rows => Loaded.Value;

    private static IReadOnlyList<ConfidentialityRow> Load()
    {
        var rows = new List<ConfidentialityRow>();
        foreach (var line in EmbeddedText.Lines("confidentiality.txt"))
        {
            var words = line.Split(' ');
            var options = new Dictionary<string, RuleAction>();
            for (var i = 3; i < words.Length; i++)
            {
                var separator = words[i].IndexOf('=');
                options.Add(words[i].Substring(0, separator), Parse(words[i].Substring(separator + 1)));
            }
            rows.Add(new ConfidentialityRow(TagPattern.Parse(words[0]), Parse(words[1]), options));
        }
        return rows;
    }

    private static RuleAction Parse(string letters)
    {
        var action = RuleAction.None;
        foreach (var letter in letters)
        {
            action |= letter switch
            {
                'X' => RuleAction.Remove,
                'Z' => RuleAction.Empty,
                'D' => RuleAction.Dummy,
                'U' => RuleAction.MapUid,
                'K' => RuleAction.Keep,
                'C' => RuleAction.Clean,
                _ => RuleAction.None,
            };
        }
        return action;
    }
}

/// <summary>A row of table E.1-1.</summary>
/// <param name="Attributes">The attributes it is about.</param>
/// <param name="Basic">What the Basic Profile does with them.</param>
/// <param name="Options">What each option does with them, by the name of the option.</param>
internal sealed record ConfidentialityRow(
    TagPattern Attributes, RuleAction Basic, IReadOnlyDictionary<string, RuleAction> Options);
