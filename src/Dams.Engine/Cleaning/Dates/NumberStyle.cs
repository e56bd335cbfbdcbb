using System;
using System.Globalization;
using System.Linq;

namespace Dams.Cleaning.Dates;

/// <summary>How the days and months of a date are written: 3.4. or 03.04.</summary>
internal static class NumberStyle
{
    /// <summary>Whether numbers below ten have a zero in front. Where no part tells, they have none beside words, unless hyphens, slashes, dots or nothing joins them (30-Nov-2023, R05/11/30, 30/Nov/2023, 30.Nov.2023, 30Nov2023), and in scripts that have words for the parts.</summary>
    /// <param name="date">The whole date.</param>
    /// <param name="parts">Its day and its month.</param>
    public static bool IsPadded(string date, string[] parts)
    {
        var numbers = parts.Where(part => part.Length > 0 && char.IsDigit(part[0])).ToArray();
        if (Array.Exists(numbers, number => number[0] == '0'))
            return true;
        return !Array.Exists(numbers, number => number.Length == 1) && (!date.Any(char.IsLetter) || date.IndexOfAny(['-', '/']) >= 0 || date.All(IsJoined)) && !date.Contains(". ");
    }

    /// <summary>The ending of a day that is counted, where another has one: 21st, 2nd, 1er.</summary>
    public static string OrdinalLike(string ending, int day) => ending.ToUpperInvariant() switch
    {
        "ST" or "ND" or "RD" or "TH" => char.IsUpper(ending[0]) ? EnglishOrdinal(day).ToUpperInvariant() : EnglishOrdinal(day),
        // French counts the first day alone.
        "ER" => day == 1 ? ending : "",
        _ => ending,
    };

    /// <summary>A number in the place of another.</summary>
    public static string Write(int number, string like, bool isPadded) => HanNumerals.Are(like)
        ? HanNumerals.Write(number, like)
        : number.ToString(like.Length == 2 && (isPadded || like[0] == '0') ? "00" : "0", CultureInfo.InvariantCulture);

    private static string EnglishOrdinal(int day) => (day % 10, day / 10) switch
    {
        (1, not 1) => "st",
        (2, not 1) => "nd",
        (3, not 1) => "rd",
        _ => "th",
    };

    private static bool IsJoined(char character) => character is '/' or '.' || (char.IsLetterOrDigit(character) && character < '\u0370');
}
