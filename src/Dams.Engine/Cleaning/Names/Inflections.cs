using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>Endings that names take in a sentence: in languages written in Cyrillic or Greek letters, and in Latin ones behind a whole name.</summary>
internal static class Inflections
{
    private const int ShortestStem = 4;
    private const int ShortestLatin = 5;

    private static readonly Lazy<string[]> LatinEndings = new(() => Array.FindAll(Endings!.Value, ending => ending[0] < 0x80));

    private static readonly Lazy<string[]> Endings = new(() =>
        [.. EmbeddedText.Lines("name-endings.txt").Select(Folding.Fold).Distinct().OrderByDescending(ending => ending.Length)]);

    /// <summary>What a folded word in Latin letters may be an inflected form of: Bergstrom for Bergstroms.</summary>
    public static IEnumerable<string> NominativesOf(string folded) => folded.Length <= ShortestLatin || folded[0] is not (>= 'A' and <= 'Z')
        ? [] : LatinEndings.Value.Where(ending => folded.Length - ending.Length >= ShortestLatin && folded.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => folded.Substring(0, folded.Length - ending.Length));

    /// <summary>A folded word without its ending; null for a word of another script, or too short to tell.</summary>
    public static string? StemOf(string folded)
    {
        if (folded.Length < ShortestStem || folded[0] is not (>= '\u0370' and <= '\u052F'))
            return null;
        foreach (var ending in Endings.Value)
        {
            if (folded.Length - ending.Length >= ShortestStem && folded.EndsWith(ending, StringComparison.Ordinal))
                return folded.Substring(0, folded.Length - ending.Length);
        }
        return folded;
    }
}
