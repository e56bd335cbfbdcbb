using System;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Endings of words of medicine, with which no name ends.</summary>
internal static class MedicalEndings
{
    private const int ShortestStem = 2;

    private static readonly Lazy<string[]> Endings = new(() => [.. LanguageData.Words("words", "ending").Select(Folding.Fold)]);

    /// <summary>Whether a folded word ends so.</summary>
    public static bool Has(string folded) => Array.Exists(Endings.Value, ending => folded.Length >= ending.Length + ShortestStem && folded.EndsWith(ending, StringComparison.Ordinal));
}
