using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Cleaning.Places;

/// <summary>The names of larger towns. Many are names of people or things, too, so that only what stands around one tells.</summary>
internal static class TownNames
{
    private const int Longest = 5;

    private static readonly Lazy<HashSet<string>> Names = new(() => [.. EmbeddedText.Lines("towns.txt").Where(line => line[0] != '#').Select(TokenizedText.Fold)]);

    // The first words of those that have several.
    private static readonly Lazy<HashSet<string>> Starts = new(() => [.. Names.Value.Where(name => name.IndexOf(' ') > 0).Select(name => name.Substring(0, name.IndexOf(' ')))]);

    /// <summary>Number of tokens of the town whose name starts at a token, the longest of several; zero for none.</summary>
    public static int LengthAt(TokenizedText text, int index)
    {
        if (text.Tokens[index].IsNumber || !char.IsUpper(text.Text[text.Tokens[index].Start]))
            return 0;
        var (name, longest) = (text.Tokens[index].Folded, Names.Value.Contains(text.Tokens[index].Folded) ? 1 : 0);
        if (!Starts.Value.Contains(name))
            return longest;
        for (var length = 2; length <= Longest && index + length <= text.Tokens.Count && text.Between(index + length - 2) is " " or "-" or ". " or "'" or "\u2019"; length++)
        {
            name += " " + text.Tokens[index + length - 1].Folded;
            if (Names.Value.Contains(name))
                longest = length;
        }
        return longest;
    }
}
