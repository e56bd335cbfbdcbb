using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>Signs that are called after somebody by title and given names, behind the sign: nodule of Sister Mary Joseph.</summary>
internal static class EponymPhrases
{
    private const int LongestWay = 4;

    private static readonly Lazy<ILookup<string, string[]>> Phrases = new(() => EmbeddedText.Lines("eponym-phrases.txt")
        .Select(line => new TokenizedText(line).Tokens.Select(token => token.Folded).ToArray()).ToLookup(words => words[0], StringComparer.Ordinal));

    private static readonly string[] Signs = ["NODUL", "NODO", "SIGN", "SEGN", "KNOTEN", "ZEICHEN"];

    /// <summary>Whether a token is of such a phrase.</summary>
    public static bool Hold(TokenizedText text, int index)
    {
        for (var first = index; first >= 0 && index - first < LongestWay; first--)
        {
            if (Phrases.Value[text.Tokens[first].Folded].Any(words => first + words.Length > index && IsAt(text, first, words)) && IsBehindSign(text, first))
                return true;
        }
        return false;
    }

    private static bool IsAt(TokenizedText text, int first, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (first + i >= text.Tokens.Count || text.Tokens[first + i].Folded != words[i])
                return false;
        }
        return true;
    }

    private static bool IsBehindSign(TokenizedText text, int first)
    {
        for (var i = first - 1; i >= 0 && first - i < LongestWay; i--)
        {
            if (Array.Exists(Signs, sign => text.Tokens[i].Folded.StartsWith(sign, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }
}
