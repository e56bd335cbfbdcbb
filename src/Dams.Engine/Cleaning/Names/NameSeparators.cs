using System;
using System.Collections.Generic;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>What stands between the words of one name.</summary>
internal static class NameSeparators
{
    private const int Longest = 3;

    private static readonly HashSet<string> Particles = new(EmbeddedText.Lines("name-particles.txt"), StringComparer.Ordinal);

    /// <summary>Whether a folded word is one that stands in names and names nobody alone: van, de la, al.</summary>
    public static bool IsParticle(string folded) => Particles.Contains(folded);

    /// <summary>The last token of a name that may go on behind hyphens, in small letters too: Namgung Seo-yeon.</summary>
    public static int EndWithHyphens(TokenizedText text, int last)
    {
        while (last + 1 < text.Tokens.Count && text.Between(last) == "-" && !text.Tokens[last + 1].IsNumber
            && (!Vocabulary.IsCommonWord(text.Tokens[last + 1].Folded) || (Vocabulary.IsSurnameToo(text.Tokens[last + 1].Folded) && text.IsCapitalized(last + 1))))
        {
            last++;
        }
        return last;
    }

    /// <summary>The first token of a name that hyphens join to it before, with capitals: Jean-Philippe.</summary>
    public static int StartWithHyphens(TokenizedText text, int first)
    {
        while (first > 0 && text.Between(first - 1) == "-" && text.Tokens[first - 1].Length > 1 && char.IsUpper(text.Text[text.Tokens[first - 1].Start])
            && char.IsLower(text.Text[text.Tokens[first - 1].Start + 1]) && !Vocabulary.IsCommonWord(text.Tokens[first - 1].Folded) | text.IsRomance)
        {
            first--;
        }
        return first;
    }

    /// <summary>Whether nothing but separators of names stands between a token and the next; a line ends there behind a hyphen alone.</summary>
    public static bool AreAdjacent(TokenizedText text, int index)
    {
        var (start, end) = (text.Tokens[index].End, text.Tokens[index + 1].Start);
        if (end - start > Longest)
            return false;
        if (text.Text[start] == '-' && text.Between(index) is "-\n" or "-\r\n")
            return true;
        for (var i = start; i < end; i++)
        {
            if (text.Text[i] is not (' ' or ',' or '.' or '^' or '_' or '-' or '\'' or '’' or '/' or '\\' or '+' or '=' or '\t' or '\u00B7'))
                return false;
        }
        return true;
    }
}
