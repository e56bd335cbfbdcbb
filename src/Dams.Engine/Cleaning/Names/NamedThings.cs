using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Things of medicine that are called by whole names: Smith and Nephew; beside their noun Sister Mary Joseph nodule, nodule de sœur Marie-Joseph.</summary>
internal static class NamedThings
{
    private const int MostBetween = 2;

    private static readonly Lazy<ILookup<string, string[]>> Things = new(() => Load("thing"));

    // People are called so, too.
    private static readonly Lazy<ILookup<string, string[]>> Namesakes = new(() => Load("namesake"));

    /// <summary>What a detector finds, without what lies within the name of a thing.</summary>
    public static IEnumerable<Finding> Spared(TokenizedText text, IEnumerable<Finding> found)
    {
        List<(int Start, int End)>? things = null;
        foreach (var finding in found)
        {
            things ??= [.. In(text)];
            if (!things.Exists(thing => thing.Start <= finding.Start && finding.End <= thing.End))
                yield return finding;
        }
    }

    private static IEnumerable<(int Start, int End)> In(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var folded = text.Tokens[i].Folded;
            foreach (var last in Things.Value[folded].Where(words => IsAt(text, i, words)).Select(words => i + words.Length - 1)
                .Concat(Namesakes.Value[folded].Where(words => IsAt(text, i, words)).Select(words => i + words.Length - 1).Where(last => EponymContext.IsNear(text, i, last))))
            {
                yield return (text.Tokens[i].Start, text.Tokens[last].End);
            }
        }
    }

    private static bool IsAt(TokenizedText text, int first, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (first + i >= text.Tokens.Count || text.Tokens[first + i].Folded != words[i] || (i > 0 && text.Tokens[first + i].Start - text.Tokens[first + i - 1].End > MostBetween))
                return false;
        }
        return true;
    }

    private static ILookup<string, string[]> Load(string kind) => LanguageData.Words("words", kind)
        .Select(line => new TokenizedText(line).Tokens.Select(token => token.Folded).ToArray()).ToLookup(words => words[0], StringComparer.Ordinal);
}
