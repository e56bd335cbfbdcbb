using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dams.Deidentification.Cleaning;

/// <summary>
/// A form in which dates are written: a pattern with the groups <c>y</c>, <c>m</c> and <c>d</c>. A form may allow day and
/// month to change places.
/// </summary>
internal sealed class DateForm
{
    private const int EarliestYear = 1880, LatestYear = 2100;

    private readonly bool _mayBeMonthFirst;

    private DateForm(Regex pattern, bool mayBeMonthFirst, bool needsKnownDate)
    {
        Pattern = pattern;
        _mayBeMonthFirst = mayBeMonthFirst;
        NeedsKnownDate = needsKnownDate;
    }

    public Regex Pattern { get; }

    /// <summary>Whether so few digits are a date only where the instance holds that date.</summary>
    public bool NeedsKnownDate { get; }

    /// <summary>Reads a line: <c>-</c>, <c>swap</c> or <c>known</c>, a tab, and the pattern.</summary>
    public static DateForm Parse(string line)
    {
        var fields = line.Split('\t');
        return new DateForm(
            new Regex(fields[1], RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)),
            fields[0].Contains("swap"),
            fields[0].Contains("known"));
    }

    /// <summary>The days that a match can mean, the likelier first.</summary>
    public IEnumerable<DateReading> Read(Match match)
    {
        var (year, month, day) = (match.Groups["y"], match.Groups["m"], match.Groups["d"]);
        if (Date(year.Value, month.Value, day.Value) is { } date)
            yield return new DateReading(date, other => Write(match, other, month, day));
        if (_mayBeMonthFirst && Date(year.Value, day.Value, month.Value) is { } swapped)
            yield return new DateReading(swapped, other => Write(match, other, day, month));
    }

    private static DateTime? Date(string year, string month, string day)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        if (year.Length == 2)
            y += y > 50 ? 1900 : 2000;
        var m = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : MonthNames.Number(month);
        var d = day.Length == 0 ? 1 : int.Parse(day, CultureInfo.InvariantCulture);
        return y is >= EarliestYear and <= LatestYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateTime(y, m, d)
            : null;
    }

    private static string Write(Match match, DateTime date, Group month, Group day)
    {
        var text = match.Value;
        var year = match.Groups["y"];
        var parts = new List<(Group Group, string Text)>
        {
            (year, date.ToString(year.Length == 2 ? "yy" : "yyyy", CultureInfo.InvariantCulture)),
            (month, char.IsDigit(month.Value, 0) ? Number(date.Month, month) : MonthNames.Like(month.Value, date.Month)),
        };
        if (day.Length > 0)
            parts.Add((day, Number(date.Day, day)));
        parts.Sort((a, b) => b.Group.Index.CompareTo(a.Group.Index));
        foreach (var (group, replacement) in parts)
            text = text.Remove(group.Index - match.Index, group.Length).Insert(group.Index - match.Index, replacement);
        return text;
    }

    private static string Number(int number, Group like) =>
        number.ToString(like.Length == 2 ? "00" : "0", CultureInfo.InvariantCulture);
}
