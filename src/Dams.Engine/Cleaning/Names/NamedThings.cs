using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Things of medicine that are called by whole names: Sister Mary Joseph nodule, Ivor Lewis procedure.</summary>
internal static class NamedThings
{
    private static readonly Lazy<ILookup<string, string[]>> Things = new(() => LanguageData.Words("words", "thing")
        .Select(line => new TokenizedText(line).Tokens.Select(token => token.Folded).ToArray()).ToLookup(words => words[0]));

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
            foreach (var words in Things.Value[text.Tokens[i].Folded])
            {
                if (i + words.Length <= text.Tokens.Count && Enumerable.Range(1, words.Length - 1).All(k => text.Tokens[i + k].Folded == words[k] && text.Tokens[i + k].Start - text.Tokens[i + k - 1].End <= 2))
                    yield return (text.Tokens[i].Start, text.Tokens[i + words.Length - 1].End);
            }
        }
    }
}
