using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Patterns;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>Korean, Japanese, Chinese and Thai words that stand right before or behind names.</summary>
internal static class AsianLabels
{
    private static readonly Lazy<HashSet<string>> All = new(() => [.. Words("script").Concat(Words("before")).Concat(Words("kin"))]);

    private static readonly Lazy<Regex> Before = new(() => new Regex(
        $@"(?:{Pattern("before")})[ \u3000]?[:：=(（]?[ \u3000]?\z", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, TimeSpan.FromSeconds(5)));

    private static readonly Lazy<Regex> Behind = new(() => new Regex($@"\G[ \u3000]?(?:{Pattern("script")})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)));

    private const int LongestLabel = 16;

    /// <summary>Whether a text is one of the words itself.</summary>
    public static bool IsWord(string text) => All.Value.Contains(text);

    /// <summary>Whether a label stands right before a finding, or a title right behind it.</summary>
    public static bool StandBeside(string text, Finding finding)
    {
        var start = Math.Max(0, finding.Start - LongestLabel);
        return Before.Value.IsMatch(text.Substring(start, finding.Start - start)) || Behind.Value.IsMatch(text, finding.End);
    }

    /// <summary>The words of a kind as alternatives of a pattern, the longest first.</summary>
    public static string Pattern(string kind) => Alternatives.Of(Words(kind).Select(Regex.Escape));

    private static IEnumerable<string> Words(string kind) => EmbeddedText.Lines("name-labels.txt")
        .Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal)).Select(line => line.Substring(kind.Length + 1))
        .Concat(LanguageData.Words("people", kind));
}
