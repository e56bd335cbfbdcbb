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
    private static readonly Lazy<HashSet<string>> All = new(() => [.. Words("script").Concat(Words("before")).Concat(Words("kin")).Concat(Words("act"))]);

    private static readonly Lazy<HashSet<string>> Before = new(() => new(Words("before").Concat(Words("kin")).Concat(Words("act")), StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Behind = new(() => new(Words("script"), StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> BehindFamily = new(() => new(Words("script").Concat(Words("kin")), StringComparer.Ordinal));
    private const string Given = @"(?<given>[\u3400-\u9FFF々]{1,3}|[\u3041-\u3096]{2,5}|[\u30A1-\u30FA]{2,5})";

    private static readonly Lazy<PatternSet> Besides = new(() => new PatternSet(
        RegexOptions.None,
        [
            $@"(?:{Pattern("patient")})[:：]?[ \u3000]?{Given}(?=[\s\u3000,，、。;；:：)）(（/]|$|{Pattern("script")})",
            $@"(?<![\u3400-\u9FFF\u3041-\u30FA]){Given}[ \u3000]?(?:{Pattern("script")})",
        ]));

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

    /// <summary>Whether a label ends right before a place.</summary>
    public static bool EndsBefore(string text, int end)
    {
        for (var length = 1; length <= Math.Min(Longest.Value, end); length++)
        {
            if (Before.Value.Contains(text.Substring(end - length, length)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a title, or what somebody is to another, starts at a place or behind a space there: 阿姨, 之子.</summary>
    public static bool StartsBehind(string text, int start)
    {
        start += EndsWithSpace(text, start + 1) ? 1 : 0;
        for (var length = 1; length <= Math.Min(Longest.Value, text.Length - start); length++)
        {
            if (BehindFamily.Value.Contains(text.Substring(start, length)))
                return true;
        }
        return false;
    }

    /// <summary>The few characters right behind a label of a child or before a title of one, with nothing else beside them: they may be a given name alone.</summary>
    public static IEnumerable<Finding> FindBesides(string text) => Besides.Value.Find(text).Of(0).Concat(Besides.Value.Find(text).Of(1))
        .Select(match => new Finding(match.Groups["given"].Index, match.Groups["given"].Length, FindingKind.Name));

    private static bool EndsWithSpace(string text, int end) => end > 0 && end <= text.Length && text[end - 1] is ' ' or '\u3000';

    /// <summary>The words of a kind as alternatives of a pattern, the longest first.</summary>
    public static string Pattern(string kind) => Alternatives.Of(Words(kind).Select(Regex.Escape));

    private static IEnumerable<string> Words(string kind) => EmbeddedText.Words("name-labels.txt", kind)
        .Concat(LanguageData.Words("people", kind));
}
