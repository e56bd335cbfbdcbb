using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.People;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>Makes alike what a reader takes for the same: case, accents, widths, and characters that nobody sees.</summary>
internal static class TextFold
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿø";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyo";
    private const string Separators = " '.-/’";

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\0' or '\u00AD' or '\u200B' or '\u200D' or '\uFEFF')
                continue;
            var narrow = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            var lower = char.ToLowerInvariant(narrow);
            var at = Accented.IndexOf(lower, StringComparison.Ordinal);
            folded.Append(at < 0 ? lower : Plain[at]);
        }
        return folded.ToString();
    }

    /// <summary>All that bytes may mean.</summary>
    public static IReadOnlyList<string> Readings(byte[] bytes, CharacterSet set) =>
    [
        .. new[] { set.Decode(bytes), Encoding.Latin1.GetString(bytes), Encoding.UTF8.GetString(bytes), Encoding.Unicode.GetString(bytes), Encoding.BigEndianUnicode.GetString(bytes) }
            .Select(Fold).Distinct(),
    ];

    public static bool Holds(IReadOnlyList<string> readings, string token)
    {
        var folded = Fold(token);
        if (readings.Any(reading => reading.Contains(folded, StringComparison.Ordinal)))
            return true;
        return folded.Length >= 6 && folded.All(char.IsAsciiDigit) && readings.Any(reading => Joined(reading).Contains(folded, StringComparison.Ordinal));
    }

    private static string Joined(string reading) => new([.. reading.Where(c => !Separators.Contains(c, StringComparison.Ordinal))]);
}
