using System;
using System.Globalization;

namespace Dams.Dicom.Text;

/// <summary>Times of day as TM writes them (PS3.5 table 6.2-1).</summary>
internal static class DicomTime
{
    // Clocks of some makers count ten millionths of a second.
    private const int LongestFraction = 7;
    private const int LastHour = 23, LastMinute = 59, LastSecond = 60;

    /// <summary>
    /// Whether a text is HH, HHMM or HHMMSS with a fraction, or the same with colons, which ACR-NEMA had. A whole date with
    /// time, which some write there, is not.
    /// </summary>
    public static bool IsTime(string text)
    {
        var (clock, fraction) = (text, "");
        var point = text.IndexOf('.');
        if (point >= 0)
            (clock, fraction) = (text.Substring(0, point), text.Substring(point + 1));
        var digits = clock.Length > 2 && clock[2] == ':' ? WithoutColons(clock) : clock;
        // Some writers lose the zero before an hour of one digit.
        digits = digits.Length % 2 == 0 ? digits : "0" + digits;
        return digits.Length is 2 or 4 or 6 && IsNumber(digits) && IsNumber(fraction) && fraction.Length <= LongestFraction
            && (point < 0 || digits.Length == 6)
            && Part(digits, 0) <= LastHour && Part(digits, 2) <= LastMinute && Part(digits, 4) <= LastSecond;
    }

    private static string WithoutColons(string clock) =>
        clock.Length == 5 ? clock.Remove(2, 1)
        : clock.Length == 8 && clock[5] == ':' ? clock.Remove(5, 1).Remove(2, 1)
        : clock;

    private static bool IsNumber(string text) => Array.TrueForAll(text.ToCharArray(), digit => digit is >= '0' and <= '9');

    private static int Part(string digits, int start) =>
        start < digits.Length ? int.Parse(digits.Substring(start, 2), CultureInfo.InvariantCulture) : 0;
}
