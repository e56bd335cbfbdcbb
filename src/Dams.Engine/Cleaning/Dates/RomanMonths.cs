using System;

namespace Dams.Cleaning.Dates;

/// <summary>Months as Roman numbers: 17-VIII-1952.</summary>
internal static class RomanMonths
{
    private static readonly string[] Numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>The number of a month, 1 to 12; 0 for what is none.</summary>
    public static int NumberOf(string text) => Array.IndexOf(Numbers, text.ToUpperInvariant()) + 1;

    /// <summary>Another month in the case of one.</summary>
    public static string WriteLike(string like, int month) => char.IsLower(like, 0) ? Numbers[month - 1].ToLowerInvariant() : Numbers[month - 1];
}
