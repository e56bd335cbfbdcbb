using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Dates;

/// <summary>
/// A form in which dates are written: a pattern with the groups <c>y</c>, <c>m</c> and <c>d</c>, and <c>e</c> for the era
/// that the year counts in.
/// </summary>
internal sealed class DateForm
{
    private const int EarliestYear = 1880, LatestYear = 2100;
    private const int LatestShortYear = 35;
    private const int BuddhistEra = 543;
    private const int MiddleOfMonth = 15;

    private readonly bool _swaps, _turns, _isNear, _isRoman, _isEastern;

    private DateForm(string marks, string pattern)
    {
        Pattern = pattern;
        NeedsBirthDate = marks.Contains("born");
        NeedsKnownDate = NeedsBirthDate || marks.Contains("known");
        IsBirthDate = marks.Contains("birth");
        HasNoYear = marks.Contains("day");
        _isEastern = marks.Contains("east");
        (_swaps, _turns, _isNear, _isRoman) = (marks.Contains("swap") || IsBirthDate, marks.Contains("turn"), marks.Contains("near"), marks.Contains("roman"));
    }

    /// <summary>The regular expression, to be read without regard to case.</summary>
    public string Pattern { get; }

    /// <summary>Whether so few digits are a date only where the instance holds that date.</summary>
    public bool NeedsKnownDate { get; }

    /// <summary>Whether these numbers are a date only where the instance holds it as a birth date.</summary>
    public bool NeedsBirthDate { get; }

    /// <summary>Whether a label says that it is a birth date.</summary>
    public bool IsBirthDate { get; }

    /// <summary>Whether it has no year, so that it cannot be moved.</summary>
    public bool HasNoYear { get; }

    /// <summary>
    /// Reads a line: marks, a tab, and the pattern. <c>swap</c>: day and month may change places. <c>near</c>: the two
    /// digits of the year mean one of this century. <c>turn</c>: the year stands first where Korean, Japanese or Chinese is written.
    /// <c>east</c>: only where one of these is written. <c>roman</c>: the month is a Roman number, which elsewhere is that of a stage, a nerve or a segment. <c>known</c>, <c>born</c>
    /// and <c>day</c> are the properties of this type.
    /// </summary>
    public static DateForm Parse(string line)
    {
        var fields = line.Split('\t');
        return new DateForm(fields[0], fields[1]);
    }

    /// <summary>The part of a match that is the date; a label may stand before it.</summary>
    public static Group DateOf(Match match) => match.Groups["date"] is { Success: true } date ? date : match;

    /// <summary>The days that a match can mean, the likelier first.</summary>
    /// <param name="language">The language of the text.</param>
    /// <param name="isEastern">Whether the text is written in a script of East Asia, where the year stands first.</param>
    public IEnumerable<DateReading> Read(Match match, string language, bool isEastern)
    {
        var (year, month, day) = (match.Groups["y"], match.Groups["m"], match.Groups["d"]);
        if (_isEastern && !isEastern)
            return [];
        return isEastern && _turns
            ? Read(match, new(day, month, year), language).Concat(Read(match, new(year, month, day), language))
            : Read(match, new(year, month, day), language);
    }

    private IEnumerable<DateReading> Read(Match match, Parts parts, string language)
    {
        var year = HasNoYear ? 2000 : Year(match, parts.Year);
        // Two digits of a year may mean the century before, too: people are born in both.
        foreach (var candidate in !HasNoYear && parts.Year.Length == 2 && year >= 2000 ? new[] { year, year - 100 } : [year])
        {
            if (Date(candidate, parts.Month.Value, parts.Day.Value) is { } date)
                yield return new DateReading(date, other => Write(match, other, parts, language));
            if (_swaps && char.IsDigit(parts.Month.Value, 0) && Date(candidate, parts.Day.Value, parts.Month.Value) is { } swapped)
                yield return new DateReading(swapped, other => Write(match, other, new(parts.Year, parts.Day, parts.Month), language));
        }
    }

    /// <summary>What of a match is which part of the date.</summary>
    private sealed record Parts(Group Year, Group Month, Group Day);

    private DateTime? Date(int year, string month, string day)
    {
        var m = _isRoman ? RomanMonths.NumberOf(month) : char.IsDigit(month, 0) || HanNumerals.Are(month) ? NumberOf(month) : MonthNames.NumberOf(month);
        // A month without its day is meant as a whole.
        var d = day.Length == 0 ? MiddleOfMonth : NumberOf(day);
        return year is >= EarliestYear and <= LatestYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(year, m)
            ? new DateTime(year, m, d)
            : null;
    }

    private static int NumberOf(string text) => HanNumerals.Are(text) ? HanNumerals.Parse(text) : int.Parse(text, CultureInfo.InvariantCulture);

    private int Year(Match match, Group group)
    {
        var text = group.Value;
        var year = text == "元" ? 1 : NumberOf(text);
        if (match.Groups["e"].Success)
            return year + Era.YearBefore(match.Groups["e"].Value);
        if (year >= 2400)
            return year - BuddhistEra;
        if (text.Length != 2)
            return year;
        return year <= LatestShortYear ? year + 2000 : _isNear ? 0 : year + 1900;
    }

    private string Write(Match match, DateTime date, Parts groups, string language)
    {
        var (text, start) = (DateOf(match).Value, DateOf(match).Index);
        var (year, month, day) = (groups.Year, groups.Month, groups.Day);
        var isPadded = NumberStyle.IsPadded(text, [month.Value, day.Value]);
        var parts = new List<(Group Group, string Text)>
        {
            (month, WriteMonth(date.Month, month.Value, isPadded, language, isShort: text.IndexOf(' ') < 0)),
        };
        if (match.Groups["e"] is { Success: true } era)
        {
            var (name, yearOfEra) = Era.Of(date, era.Value);
            parts.Add((era, name));
            parts.Add((year, HanNumerals.Are(year.Value) ? HanNumerals.Write(yearOfEra, year.Value) : yearOfEra.ToString(year.Value.StartsWith("0", StringComparison.Ordinal) ? "00" : "0", CultureInfo.InvariantCulture)));
        }
        else if (!HasNoYear)
            parts.Add((year, WriteYear(year, date.Year)));
        if (match.Groups["o"] is { Success: true } ordinal)
            parts.Add((ordinal, NumberStyle.OrdinalLike(ordinal.Value, date.Day)));
        if (day.Length > 0)
            parts.Add((day, NumberStyle.Write(date.Day, day.Value, isPadded)));
        parts.Sort((a, b) => b.Group.Index.CompareTo(a.Group.Index));
        foreach (var (group, replacement) in parts)
            text = text.Remove(group.Index - start, group.Length).Insert(group.Index - start, replacement);
        return text;
    }

    private string WriteMonth(int number, string like, bool isPadded, string language, bool isShort) =>
        _isRoman ? RomanMonths.WriteLike(like, number)
        : char.IsDigit(like, 0) || HanNumerals.Are(like) ? NumberStyle.Write(number, like, isPadded)
        : MonthNames.FormatLike(like, number, language, isShort);

    private static string WriteYear(Group group, int year)
    {
        if (HanNumerals.Are(group.Value))
            return HanNumerals.Write(year, group.Value);
        if (group.Length == 2)
            return (year % 100).ToString("00", CultureInfo.InvariantCulture);
        if (group.Length == 4 && int.Parse(group.Value, CultureInfo.InvariantCulture) >= 2400)
            year += BuddhistEra;
        return year.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>One way to read a date in a text.</summary>
/// <param name="Write">Writes another day in the same form.</param>
internal sealed record DateReading(DateTime Date, Func<DateTime, string> Write);
