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

    private static readonly Lazy<HashSet<string>> Before = new(() => new(Words("before"), StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Behind = new(() => new(Words("script"), StringComparer.Ordinal));
    private static readonly Lazy<int> Longest = new(() => Before.Value.Concat(Behind.Value).Max(word => word.Length));

    /// <summary>Whether a text is one of the words itself.</summary>
    public static bool IsWord(string text) => All.Value.Contains(text);

    /// <summary>Whether a label stands right before a finding, or a title right behind it.</summary>
    public static bool StandBeside(string text, Finding finding)
    {
        // 환자: 이상
        var end = finding.Start - (EndsWithSpace(text, finding.Start) ? 1 : 0);
        end -= end > 0 && text[end - 1] is ':' or '：' or '=' or '(' or '（' ? 1 : 0;
        end -= EndsWithSpace(text, end) ? 1 : 0;
        var start = finding.End + (EndsWithSpace(text, finding.End + 1) ? 1 : 0);
        for (var length = 1; length <= Longest.Value; length++)
        {
            if ((length <= end && Before.Value.Contains(text.Substring(end - length, length))) || (start + length <= text.Length && Behind.Value.Contains(text.Substring(start, length))))
                return true;
        }
        return false;
    }

    private static bool EndsWithSpace(string text, int end) => end > 0 && end <= text.Length && text[end - 1] is ' ' or '\u3000';

    /// <summary>The words of a kind as alternatives of a pattern, the longest first.</summary>
    public static string Pattern(string kind) => Alternatives.Of(Words(kind).Select(Regex.Escape));

    private static IEnumerable<string> Words(string kind) => EmbeddedText.Lines("name-labels.txt")
        .Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal)).Select(line => line.Substring(kind.Length + 1))
        .Concat(LanguageData.Words("people", kind));
}
