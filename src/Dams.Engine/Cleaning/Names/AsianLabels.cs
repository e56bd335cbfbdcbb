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
    // What announces a person or a child, right before a family's name: 新生儿林之子.
    private static readonly Lazy<HashSet<string>> Announcers = new(() => new(Before.Value.Concat(Words("patient")), StringComparer.Ordinal));

    // What somebody is to whom a name before it calls, and what somebody is called: 小梅妈, 蓮の母, 自称小梅.
    private static readonly Lazy<HashSet<string>> Called = new(() => new(Words("called"), StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Parents = new(() => new(Words("parent"), StringComparer.Ordinal));

    private const int LongestGiven = 3;
    private const string Given = @"(?<given>[\u3400-\u9FFF々]{1,3}|[\u3041-\u3096]{2,5}|[\u30A1-\u30FA]{2,5})";

    private static readonly Lazy<PatternSet> Besides = new(() => new PatternSet(
        RegexOptions.None,
        [
            $@"(?:{Pattern("patient")})[:：]?[ \u3000]?{Given}(?=[\s\u3000,，、。;；:：)）(（/]|$|{Pattern("script")})",
            $@"(?<![\u3400-\u9FFF\u3041-\u30FA]){Given}[ \u3000]?(?:{Pattern("script")})",
            Pattern("called"),
            Pattern("parent"),
            Pattern("patient"),
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
            if ((length <= end && text.Substring(end - length, length) is var before && (Before.Value.Contains(before) || Called.Value.Contains(before)))
                || (start + length <= text.Length && text.Substring(start, length) is var behind && (Behind.Value.Contains(behind) || (Parents.Value.Contains(behind) && IsStart(text, finding.Start)))))
                return true;
        }
        return false;
    }

    /// <summary>Whether a label ends right before a place.</summary>
    public static bool EndsBefore(string text, int end)
    {
        for (var length = 1; length <= Math.Min(Longest.Value, end); length++)
        {
            if (Announcers.Value.Contains(text.Substring(end - length, length)))
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

    /// <summary>
    /// The few characters right behind a label of a child or before a title of one, with nothing else beside them, behind what says how
    /// somebody is called, and before who is a parent: they may be a given name alone.
    /// </summary>
    public static IEnumerable<Finding> FindBesides(string text)
    {
        var matches = Besides.Value.Find(text);
        foreach (var given in matches.Of(0).Concat(matches.Of(1)).Select(match => match.Groups["given"]))
            yield return new Finding(given.Index, given.Length, FindingKind.Name);
        foreach (var called in matches.Of(2).Concat(matches.Of(4)))
        {
            // Behind a label one character may start any word.
            for (var length = Called.Value.Contains(called.Value) || IsGoneOn(text, called.Index + called.Length + 1) ? 1 : 2; length <= LongestGiven && IsPart(text, called.Index + called.Length + length - 1); length++)
                yield return new Finding(called.Index + called.Length, length, FindingKind.Name);
        }
        foreach (var parent in matches.Of(3))
        {
            for (var start = parent.Index - 1; parent.Index - start <= LongestGiven && IsPart(text, start); start--)
            {
                if (IsStart(text, start))
                    yield return new Finding(start, parent.Index - start, FindingKind.Name);
            }
        }
    }

    /// <summary>Whether what somebody does with somebody stands at a place: 患儿安由奶奶陪同.</summary>
    private static bool IsGoneOn(string text, int place) => place < text.Length && "由被在与和随已经因跟于疑拟需曾误哭闹".IndexOf(text[place]) >= 0;

    private static bool IsPart(string text, int place) => place >= 0 && place < text.Length && (HanNames.IsHan(text[place]) || Kana.IsKana(text[place]));

    private static bool IsStart(string text, int start) => !IsPart(text, start - 1);

    private static bool EndsWithSpace(string text, int end) => end > 0 && end <= text.Length && text[end - 1] is ' ' or '\u3000';

    /// <summary>The words of a kind as alternatives of a pattern, the longest first.</summary>
    public static string Pattern(string kind) => Alternatives.Of(Words(kind).Select(Regex.Escape));

    private static IEnumerable<string> Words(string kind) => EmbeddedText.Words("name-labels.txt", kind)
        .Concat(LanguageData.Words("people", kind));
}
