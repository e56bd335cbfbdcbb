using System;
using System.Text.RegularExpressions;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Dates;

/// <summary>The day of the week beside a date: it is found with the date and moves with it.</summary>
internal static class Weekday
{
    private static readonly Regex Before = new(
        @"(?<!\p{L})(?<w>\p{L}{2,12})(?<rest>\.?,?\s(?:(?:the|den|dem|der|le|el|il)\s)?)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));

    private static readonly Regex After = new(
        @"\G(?<rest>\s?[(（]?)(?:(?<w>(?:星期|礼拜|周)[一二三四五六日天]|[月火水木金土日]曜日?)|(?<w>[\p{IsHangulSyllables}\p{IsCJKUnifiedIdeographs}]{1,3})(?=[)）]|(?![\p{IsHangulSyllables}\p{IsCJKUnifiedIdeographs}])))", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private const int LongestBefore = 20;

    /// <summary>A finding of a date with its weekday.</summary>
    /// <param name="replacement">The date as it is moved; null where it goes.</param>
    public static Finding With(TokenizedText text, Group date, string? replacement, DateTime moved = default)
    {
        var start = Math.Max(0, date.Index - LongestBefore);
        var before = MayStandBefore(text.Text, date.Index) ? Before.Match(text.Text.Substring(start, date.Index - start)) : Match.Empty;
        // Di is a weekday of German, and "of" in Italian.
        if (before.Success && before.Groups["w"].Length > (text.IsRomance ? 2 : 1) && MonthNames.IsWeekday(before.Groups["w"].Value))
        {
            var day = replacement is null ? null : MonthNames.FormatLike(before.Groups["w"].Value, moved.DayOfWeek, text.Language) + before.Groups["rest"].Value + replacement;
            return new Finding(start + before.Index, date.Index + date.Length - start - before.Index, FindingKind.Date, day);
        }
        var after = MayStandAfter(text.Text, date.Index + date.Length) ? After.Match(text.Text, date.Index + date.Length) : Match.Empty;
        if (!after.Success || !MonthNames.IsWeekday(after.Groups["w"].Value) || (after.Groups["w"].Length == 1 && after.Groups["rest"].Value.Trim().Length == 0))
            return new Finding(date.Index, date.Length, FindingKind.Date, replacement);
        return new Finding(date.Index, date.Length + after.Length, FindingKind.Date,
            replacement is null ? null : replacement + after.Groups["rest"].Value + MonthNames.FormatLike(after.Groups["w"].Value, moved.DayOfWeek, text.Language));
    }

    // The patterns are slow, and beside most dates no word stands at all; the last word of a line before is none of the date: 12 Fr.
    private static bool MayStandBefore(string text, int end) =>
        end > 1 && char.IsWhiteSpace(text[end - 1]) && text[end - 1] is not ('\n' or '\r') && (text[end - 2] is '.' or ',' || char.IsLetter(text[end - 2]));

    private static bool MayStandAfter(string text, int start)
    {
        var next = start < text.Length && char.IsWhiteSpace(text[start]) ? start + 1 : start;
        next += next < text.Length && text[next] is '(' or '（' ? 1 : 0;
        return next < text.Length && Scripts.IsEastern(text[next]);
    }
}
