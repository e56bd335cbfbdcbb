using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning;

/// <summary>Some folded words that follow one another, and what they mean.</summary>
internal sealed class Phrase<T>(string[] words, T value)
{
    /// <summary>Number of words.</summary>
    public int Length => words.Length;

    public T Value => value;

    /// <summary>Whether the words are the tokens from one on, whatever stands between these.</summary>
    public bool IsAt(TokenizedText text, int index)
    {
        if (index + words.Length > text.Tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (text.Tokens[index + i].Folded != words[i])
                return false;
        }
        return true;
    }
}

/// <summary>Phrases by their first words: the tokens of a text are compared with few of them, and no words are joined for it.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, Phrase<T>[]> _byStart;

    /// <param name="phrases">The words of each, with a space between them.</param>
    public Phrases(IEnumerable<KeyValuePair<string, T>> phrases) => _byStart = phrases
        .Select(phrase => (Words: phrase.Key.Split(' '), phrase.Value)).GroupBy(phrase => phrase.Words[0])
        .ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(phrase => phrase.Words.Length).Select(phrase => new Phrase<T>(phrase.Words, phrase.Value)).ToArray(),
            StringComparer.Ordinal);

    /// <summary>Those that start with a word, the longest first.</summary>
    public Phrase<T>[] StartingWith(string folded) => _byStart.TryGetValue(folded, out var phrases) ? phrases : [];
}
