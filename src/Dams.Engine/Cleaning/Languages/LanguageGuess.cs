using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Languages;

/// <summary>Guesses in which language a text is, by the small words of its sentences.</summary>
internal static class LanguageGuess
{
    // The start of a text tells.
    private const int MostTokens = 400;

    private static readonly Lazy<Dictionary<string, List<string>>> Small = new(Load);

    /// <summary>The folder of the language; empty where no small word tells.</summary>
    public static string Of(IReadOnlyList<Token> tokens)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count && i < MostTokens; i++)
        {
            if (!Small.Value.TryGetValue(tokens[i].Folded, out var languages))
                continue;
            foreach (var language in languages)
                counts[language] = counts.TryGetValue(language, out var count) ? count + 1 : 1;
        }
        return counts.Count == 0 ? "" : counts.OrderByDescending(pair => pair.Value).ThenBy(pair => Array.IndexOf(LanguageData.Languages, pair.Key)).First().Key;
    }

    private static Dictionary<string, List<string>> Load()
    {
        var small = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("words", "stop"))
        {
            var folded = Folding.Fold(line.Words);
            if (!small.TryGetValue(folded, out var languages))
                small.Add(folded, languages = []);
            languages.Add(line.Language);
        }
        return small;
    }
}
