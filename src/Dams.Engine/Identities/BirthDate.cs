using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Dates;
using Dams.Identities;

namespace Dams;

/// <summary>Reads a birth date as people and programs give it: a date, a number of a spreadsheet, or text in a common form.</summary>
public static class BirthDate
{
    private const int EarliestYear = 1850, LatestYear = 2099;

    // Below are ages and years; a spreadsheet's first such day is 1 October 1905.
    private const double FirstSerial = 2101;
    private const double LastSerial = 73050;
    private const double FirstPlain = 18500101, LastPlain = 20991231;

    private static readonly Regex TimeOfDay = Pattern(
        @"[T ]\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?\s*([AP]M)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?$");

    private static readonly Regex Number = Pattern(@"^[0-9]{3,8}(\.[0-9]+)?$");

    private static readonly Regex YearFirst = Pattern(
        @"^(?<y>[0-9]{4})\s*[-/.年년]\s*(?<m>[0-9]{1,2})\s*[-/.月월]\s*(?<d>[0-9]{1,2})\s*[.日일]?$");

    private static readonly Regex DayFirst = Pattern(@"^(?<d>[0-9]{1,2})\.\s*(?<m>[0-9]{1,2})\.\s*(?<y>[0-9]{4})$");

    private static readonly Regex EitherFirst = Pattern(@"^(?<a>[0-9]{1,2})(?<s>[/.-])(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4})$");

    private static readonly Regex NamedMonth = Pattern(
        @"^((?<d>[0-9]{1,2})[\s.-]*(?<m>\p{L}+)|(?<m>\p{L}+)\.?\s*(?<d>[0-9]{1,2})(st|nd|rd|th)?)[\s.,-]*(?<y>[0-9]{4})$");

    /// <summary>The day as YYYYMMDD.</summary>
    /// <exception cref="DamsException">It is no day, or one of two.</exception>
    public static string Read(object value) => DicomDate.Format(value switch
    {
        DateTime date => date,
        DateTimeOffset date => date.DateTime,
        double or float or decimal or int or long or short => FromNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => FromText((Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Trim()),
    });

    /// <summary>The days that a text can mean: in figures, day and month may have changed places.</summary>
    internal static IReadOnlyList<DateTime> DaysOf(string text)
    {
        text = TimeOfDay.Replace(text.Trim(), "").Trim();
        if (DicomDate.TryParse(text, out var plain))
            return [plain];
        foreach (var form in (Regex[])[YearFirst, DayFirst, NamedMonth])
        {
            if (form.Match(text) is { Success: true } match && Day(match.Groups["y"], Month(match.Groups["m"].Value), match.Groups["d"]) is { } day)
                return [day];
        }
        if (EitherFirst.Match(text) is not { Success: true } either)
            return [];
        var (year, a, b) = (either.Groups["y"], either.Groups["a"], either.Groups["b"]);
        return [.. new[] { Day(year, Month(b.Value), a), Day(year, Month(a.Value), b) }.OfType<DateTime>().Distinct()];
    }

    private static DateTime FromText(string text)
    {
        if (Number.IsMatch(text))
            return FromNumber(double.Parse(text, CultureInfo.InvariantCulture));
        var days = DaysOf(text);
        return days.Count switch
        {
            0 => throw IdentityErrors.UnreadableBirthDate(),
            1 => days[0],
            _ => throw IdentityErrors.AmbiguousBirthDate(),
        };
    }

    private static DateTime FromNumber(double number)
    {
        if (number is >= FirstSerial and < LastSerial + 1)
            return DateTime.FromOADate(number).Date;
        if (number is >= FirstPlain and <= LastPlain
            && DicomDate.TryParse(number.ToString("0", CultureInfo.InvariantCulture), out var plain))
        {
            return plain;
        }
        throw IdentityErrors.UnreadableBirthDate();
    }

    private static DateTime? Day(Group year, int month, Group day)
    {
        var (y, d) = (int.Parse(year.Value, CultureInfo.InvariantCulture), int.Parse(day.Value, CultureInfo.InvariantCulture));
        return y is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month)
            ? new DateTime(y, month, d)
            : null;
    }

    private static int Month(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : MonthNames.NumberOf(text);

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);
}
