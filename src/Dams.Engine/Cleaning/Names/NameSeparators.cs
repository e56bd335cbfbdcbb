using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>What stands between the words of one name.</summary>
internal static class NameSeparators
{
    private const int Longest = 3;

    private static readonly HashSet<string> Particles = new(EmbeddedText.Lines("name-particles.txt"), StringComparer.Ordinal);

    /// <summary>Whether a folded word is one that stands in names and names nobody alone: van, de la, al.</summary>
    public static bool IsParticle(string folded) => Particles.Contains(folded);

    /// <summary>Whether nothing but separators of names stands between a token and the next; a line ends there behind a hyphen alone.</summary>
    public static bool AreAdjacent(TokenizedText text, int index)
    {
        var between = text.Between(index);
        if (between is "-\n" or "-\r\n")
            return true;
        return between.Length <= Longest
            && between.All(character => character is ' ' or ',' or '.' or '^' or '_' or '-' or '\'' or '’' or '/' or '\\' or '+' or '=' or '\t' or '\u00B7');
    }
}
