using System;
using System.Collections.Generic;
using System.Globalization;
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

    private static readonly Dictionary<string, int> Eras = new()
    {
        ["令和"] = 2018,
        ["R"] = 2018,
        ["平成"] = 1988,
        ["H"] = 1988,
        ["昭和"] = 1925,
        ["S"] = 1925,
        ["大正"] = 1911,
        ["明治"] = 1867,
        ["民國"] = 1911,
        ["民国"] = 1911,
    };

    private readonly string _marks;

    private DateForm(string marks, string pattern)
    {
        _marks = marks;
        Pattern = pattern;
    }

    /// <summary>The regular expression, to be read without regard to case.</summary>
    public string Pattern { get; }

    /// <summary>Whether so few digits are a date only where the instance holds that date.</summary>
    public bool NeedsKnownDate => _marks.Contains("known");

    /// <summary>Whether a label says that it is a birth date.</summary>
    public bool IsBirthDate => _marks.Contains("birth");

    /// <summary>Whether it has no year, so that it cannot be moved.</summary>
    public bool HasNoYear => _marks.Contains("day");

    /// <summary>
    /// Reads a line: marks, a tab, and the pattern. <c>swap</c>: day and month may change places. <c>near</c>: the two
    /// digits of the year mean one of this century. <c>known</c> and <c>day</c> are the properties of this type.
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
    public IEnumerable<DateReading> Read(Match match, string language)
    {
        var (month, day) = (match.Groups["m"], match.Groups["d"]);
        var year = HasNoYear ? 2000 : Year(match);
        // Two digits of a year may mean the century before, too: people are born in both.
        foreach (var candidate in !HasNoYear && match.Groups["y"].Length == 2 && year >= 2000 ? new[] { year, year - 100 } : [year])
        {
            if (Date(candidate, month.Value, day.Value) is { } date)
                yield return new DateReading(date, other => Write(match, other, month, day, language));
            if ((_marks.Contains("swap") || IsBirthDate) && char.IsDigit(month.Value, 0) && Date(candidate, day.Value, month.Value) is { } swapped)
                yield return new DateReading(swapped, other => Write(match, other, day, month, language));
        }
    }

    private static DateTime? Date(int year, string month, string day)
    {
        var m = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : MonthNames.NumberOf(month);
        // A month without its day is meant as a whole.
        var d = day.Length == 0 ? MiddleOfMonth : int.Parse(day, CultureInfo.InvariantCulture);
        return year is >= EarliestYear and <= LatestYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(year, m)
            ? new DateTime(year, m, d)
            : null;
    }

    private int Year(Match match)
    {
        var text = match.Groups["y"].Value;
        var year = text == "元" ? 1 : int.Parse(text, CultureInfo.InvariantCulture);
        if (match.Groups["e"].Success)
            return year + Eras[match.Groups["e"].Value.ToUpperInvariant()];
        if (year >= 2400)
            return year - BuddhistEra;
        if (text.Length != 2)
            return year;
        return year <= LatestShortYear ? year + 2000 : _marks.Contains("near") ? 0 : year + 1900;
    }

    private string Write(Match match, DateTime date, Group month, Group day, string language)
    {
        var (text, start) = (DateOf(match).Value, DateOf(match).Index);
        var parts = new List<(Group Group, string Text)>
        {
            (month, char.IsDigit(month.Value, 0) ? Number(date.Month, month) : MonthNames.FormatLike(month.Value, date.Month, language)),
        };
        if (!HasNoYear)
            parts.Add((match.Groups["y"], WriteYear(match, date.Year)));
        if (day.Length > 0)
            parts.Add((day, Number(date.Day, day)));
        parts.Sort((a, b) => b.Group.Index.CompareTo(a.Group.Index));
        foreach (var (group, replacement) in parts)
            text = text.Remove(group.Index - start, group.Length).Insert(group.Index - start, replacement);
        return text;
    }

    private static string WriteYear(Match match, int year)
    {
        var group = match.Groups["y"];
        if (match.Groups["e"].Success)
            year -= Eras[match.Groups["e"].Value.ToUpperInvariant()];
        else if (group.Length == 4 && int.Parse(group.Value, CultureInfo.InvariantCulture) >= 2400)
            year += BuddhistEra;
        else if (group.Length == 2)
            year %= 100;
        return Number(year, group);
    }

    private static string Number(int number, Group like) =>
        number.ToString(like.Length == 2 ? "00" : "0", CultureInfo.InvariantCulture);
}

/// <summary>One way to read a date in a text.</summary>
/// <param name="Write">Writes another day in the same form.</param>
internal sealed record DateReading(DateTime Date, Func<DateTime, string> Write);
