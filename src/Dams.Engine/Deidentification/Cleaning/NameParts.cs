using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Deidentification.Cleaning;

/// <summary>A known name: its words, and the ways to write several as one.</summary>
internal sealed class NameParts
{
    private const int ShortestJoined = 4;

    private NameParts(string[] words) => Words = words;

    /// <summary>The words as keys, those of the family name first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The parts of one component group of PN, without prefix and suffix: "Dr" and "Jr" name nobody.</summary>
    public static NameParts? Of(string group)
    {
        var words = new TokenizedText(string.Join("^", group.Split('^').Take(3))).Tokens
            .Where(token => !token.IsNumber).Select(token => Folding.Key(token.Folded)).ToArray();
        return words.Length == 0 ? null : new NameParts(words);
    }

    /// <summary>Words written together: neighbours, the whole forwards and backwards, an initial and a word.</summary>
    public IEnumerable<string> Joined()
    {
        for (var start = 0; start < Words.Count; start++)
        {
            var run = Words[start];
            for (var end = start + 1; end < Words.Count; end++)
            {
                run += Words[end];
                yield return run;
            }
        }
        foreach (var first in Words)
        {
            foreach (var second in Words.Where(word => word != first && word.Length > 1))
            {
                if (first.Length + second.Length >= ShortestJoined)
                    yield return first + second;
                if (second.Length + 1 >= ShortestJoined)
                {
                    yield return first.Substring(0, 1) + second;
                    yield return second + first.Substring(0, 1);
                }
            }
        }
        if (Words.Count > 2)
            yield return string.Concat(Words.Skip(1)) + Words[0];
    }

    /// <summary>
    /// Which word a token stands for, of those that were not used yet: the word itself, or its initial. -1 for none.
    /// </summary>
    public int Match(string key, ISet<int> used)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (!used.Contains(i) && Words[i] == key)
                return i;
        }
        for (var i = 0; i < Words.Count && key.Length == 1; i++)
        {
            if (!used.Contains(i) && Words[i].StartsWith(key, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }
}
