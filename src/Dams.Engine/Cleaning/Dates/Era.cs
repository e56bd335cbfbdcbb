using System;
using System.Linq;

namespace Dams.Cleaning.Dates;

/// <summary>The eras in which Japan and Taiwan count years.</summary>
internal static class Era
{
    private sealed record Line(string[] Names, int YearBefore, DateTime Start);

    // The latest first; each ends where the next starts.
    private static readonly Line[] Japanese =
    [
        new(["令和", "R", "令", "㋿"], 2018, new DateTime(2019, 5, 1)),
        new(["平成", "H", "平", "㍻"], 1988, new DateTime(1989, 1, 8)),
        new(["昭和", "S", "昭", "㍼"], 1925, new DateTime(1926, 12, 25)),
        new(["大正", "T", "大", "㍽"], 1911, new DateTime(1912, 7, 30)),
        new(["明治", "M", "明", "㍾"], 1867, DateTime.MinValue),
    ];

    private static readonly Line Taiwanese = new(["民國", "民国"], 1911, DateTime.MinValue);

    /// <summary>The year before the first of an era.</summary>
    public static int YearBefore(string name) => Japanese.Append(Taiwanese)
        .First(era => Array.Exists(era.Names, other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))).YearBefore;

    /// <summary>The name of the era of a day, as another is written, and the year in it.</summary>
    public static (string Name, int Year) Of(DateTime date, string like)
    {
        if (Array.IndexOf(Taiwanese.Names, like) >= 0)
            return (like, date.Year - Taiwanese.YearBefore);
        var era = Japanese.First(era => date >= era.Start);
        var letter = era.Names[like[0] < 0x80 ? 1 : like.Length > 1 ? 0 : IsSquare(like[0]) ? 3 : 2];
        return (char.IsLower(like[0]) ? letter.ToLowerInvariant() : letter, date.Year - era.YearBefore);
    }

    // One character for both of an era's name.
    private static bool IsSquare(char character) => character is '㋿' or (>= '㍻' and <= '㍾');
}
