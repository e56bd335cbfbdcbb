using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Things of medicine that are called by whole names: Smith and Nephew; beside their noun Sister Mary Joseph nodule, nodule de sœur Marie-Joseph.</summary>
internal sealed class NamedThings
{
    private const int MostBetween = 2;

    private static readonly Lazy<ILookup<string, string[]>> Things = new(() => Load("thing"));

    // People are called so, too.
    private static readonly Lazy<ILookup<string, string[]>> Namesakes = new(() => Load("namesake"));

    // Where each starts, in order, and how far it or one before it reaches.
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public NamedThings(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var folded = text.Tokens[i].Folded;
            if (Things.Value.Contains(folded))
                Add(text, i, Things.Value[folded].Where(words => IsAt(text, i, words)));
            if (Namesakes.Value.Contains(folded))
                Add(text, i, Namesakes.Value[folded].Where(words => IsAt(text, i, words) && EponymContext.IsNear(text, i, i + words.Length - 1)));
        }
    }

    /// <summary>Whether a finding lies within the name of a thing.</summary>
    public bool Hold(Finding finding)
    {
        var place = _starts.BinarySearch(finding.Start);
        var last = place >= 0 ? place : ~place - 1;
        return last >= 0 && finding.End <= _ends[last];
    }

    private void Add(TokenizedText text, int first, IEnumerable<string[]> things)
    {
        foreach (var words in things)
        {
            var (start, end) = (text.Tokens[first].Start, text.Tokens[first + words.Length - 1].End);
            var last = _starts.Count - 1;
            if (last >= 0 && _starts[last] == start)
            {
                _ends[last] = Math.Max(_ends[last], end);
                continue;
            }
            _starts.Add(start);
            _ends.Add(last >= 0 ? Math.Max(_ends[last], end) : end);
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
