using System;
using System.Globalization;
using System.Linq;

namespace Dams.Cleaning.Dates;

/// <summary>The Chinese numerals of a date: digit by digit in a year (一九五二), with tens else (十七, 二十七, 廿七).</summary>
internal static class HanNumerals
{
    private const string Digits = "〇一二三四五六七八九", Zeros = "〇零○";
    private const int PositionalLength = 4;

    /// <summary>Whether a text is written in them.</summary>
    public static bool Are(string text) => text.Length > 0 && text.All(character => character is '十' or '廿' or '卅' || DigitOf(character) >= 0);

    /// <summary>The number that they mean; -1 for what is none.</summary>
    public static int Parse(string text)
    {
        var (number, ones) = (0, 0);
        var hasTens = false;
        foreach (var character in text)
        {
            if (DigitOf(character) is >= 0 and var digit)
            {
                // Without a sign for ten between them each digit is worth ten times the next.
                ones = hasTens ? digit : ones * 10 + digit;
            }
            else if (hasTens)
            {
                return -1;
            }
            else
            {
                (number, ones, hasTens) = (10 * (character == '廿' ? 2 : character == '卅' ? 3 : Math.Max(ones, 1)), 0, true);
            }
        }
        return number + ones;
    }

    /// <summary>A number as another is written.</summary>
    public static string Write(int number, string like)
    {
        if (like.Length == PositionalLength && like.All(character => DigitOf(character) >= 0))
        {
            var zero = like.FirstOrDefault(character => Zeros.IndexOf(character) >= 0) is var used && used != default ? used : Zeros[0];
            return string.Concat(number.ToString("0000", CultureInfo.InvariantCulture).Select(digit => digit == '0' ? zero : Digits[digit - '0']));
        }
        var (tens, ones) = (number / 10, number % 10);
        return (tens == 0 ? "" : tens == 1 ? "十" : Digits[tens] + "十") + (ones == 0 ? "" : Digits[ones].ToString());
    }

    private static int DigitOf(char character) => Zeros.IndexOf(character) >= 0 ? 0 : Digits.IndexOf(character);
}
