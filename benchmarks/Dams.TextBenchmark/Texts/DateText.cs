using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>Writes dates in the forms of a language: d, dd, dth, M, MM, MMM, MMMM, yy, yyyy; W and WWWW are weekdays (tables start with Monday), E the year of the era.</summary>
internal static partial class DateText
{
    [GeneratedRegex("yyyy|yy|MMMM|MMM|MM|M|dth|dd|d|WWWW|W|令和|REE|E|[^\\p{L}]|.", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    public static string Write(Language language, string form, DateTime date) => Part().Replace(form, match => match.Value switch
    {
        "yyyy" => date.Year.ToString(CultureInfo.InvariantCulture),
        "yy" => (date.Year % 100).ToString("00", CultureInfo.InvariantCulture),
        "MMMM" => language.Shared("months")[0].Split(' ')[date.Month - 1],
        "MMM" => language.Shared("short months")[0].Split(' ')[date.Month - 1],
        "MM" => date.Month.ToString("00", CultureInfo.InvariantCulture),
        "M" => date.Month.ToString(CultureInfo.InvariantCulture),
        "dth" => date.Day + (date.Day % 10 == 1 && date.Day != 11 ? "st" : date.Day % 10 == 2 && date.Day != 12 ? "nd" : date.Day % 10 == 3 && date.Day != 13 ? "rd" : "th"),
        "dd" => date.Day.ToString("00", CultureInfo.InvariantCulture),
        "d" => IsWord(form, match.Index) ? "d" : date.Day.ToString(CultureInfo.InvariantCulture),
        "WWWW" => Weekday(language, date),
        "W" => Weekday(language, date)[..1],
        "令和" => Era(date).Name,
        "REE" => $"{Era(date).Letter}{Era(date).Year:00}",
        "E" when language.Name == "ja" => Era(date).Year.ToString(CultureInfo.InvariantCulture),
        _ => match.Value,
    });

    private static (string Name, char Letter, int Year) Era(DateTime date) =>
        date >= new DateTime(2019, 5, 1) ? ("令和", 'R', date.Year - 2018)
        : date >= new DateTime(1989, 1, 8) ? ("平成", 'H', date.Year - 1988)
        : ("昭和", 'S', date.Year - 1925);

    // "de", "den", "del", "début" are words beside the parts of a date.
    private static bool IsWord(string form, int index) => index + 1 < form.Length && form[index + 1] is 'e' or 'é';

    private static string Weekday(Language language, DateTime date) => language.Shared("weekdays")[0].Split(' ')[((int)date.DayOfWeek + 6) % 7];
}
