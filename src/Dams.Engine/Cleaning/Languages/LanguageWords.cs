using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Languages;

/// <summary>The small words of the languages.</summary>
internal static class LanguageWords
{
    private static readonly Lazy<HashSet<string>> Small = new(() => [.. LanguageData.Words("words", "stop").Select(Folding.Fold)]);

    /// <summary>Whether a folded word is one by which a language is recognised.</summary>
    public static bool IsSmall(string folded) => Small.Value.Contains(folded);
}
