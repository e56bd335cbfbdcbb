using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>The words that announce a name.</summary>
internal static class NameLabels
{
    private const int LongestLabel = 3;

    // In capitals these are a modality, a disease or a state, too: only with a dot or in small letters are they titles.
    private static readonly HashSet<string> Ambiguous = new(["MR", "MS", "SR", "SIG", "ING"], StringComparer.Ordinal);

    private static readonly Lazy<Dictionary<string, NameLabelKind>> Words = new(() => EmbeddedText.Lines("name-labels.txt")
        .Select(line => line.Split([' '], 2)).Where(words => Enum.TryParse<NameLabelKind>(words[0], out _))
        .ToDictionary(words => words[1], words => (NameLabelKind)Enum.Parse(typeof(NameLabelKind), words[0]), StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Things = new(() => [.. EmbeddedText.Lines("name-labels.txt")
        .Select(line => line.Split([' '], 2)).Where(words => words[0] == "thing").Select(words => words[1])]);

    /// <summary>Whether a folded word is a thing that has a name of its own, so that the name after it is nobody's.</summary>
    public static bool IsThing(string folded) => Things.Value.Contains(folded);

    /// <summary>The label that starts at a token, the longest of several, and its number of tokens.</summary>
    public static (NameLabelKind Kind, int Length) FindAt(TokenizedText text, int index)
    {
        for (var length = Math.Min(LongestLabel, text.Tokens.Count - index); length > 0; length--)
        {
            var label = string.Join(" ", text.Tokens.Skip(index).Take(length).Select(token => token.Folded));
            if (Words.Value.TryGetValue(label, out var kind) && (kind != NameLabelKind.Title || IsTitle(text, index)))
                return (kind, length);
        }
        return (NameLabelKind.None, 0);
    }

    /// <summary>Whether a token is a title such as Dr. or Mrs.</summary>
    public static bool IsTitle(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (!Words.Value.TryGetValue(token.Folded, out var kind) || kind != NameLabelKind.Title)
            return false;
        var isDotted = token.End < text.Text.Length && text.Text[token.End] == '.';
        var isCapitals = token.Length > 1 && char.IsUpper(text.Text[token.Start + 1]);
        return isDotted || !isCapitals || !Ambiguous.Contains(token.Folded);
    }
}

/// <summary>How a word announces a name.</summary>
internal enum NameLabelKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Right before it: Dr. Doe.</summary>
    Title,

    /// <summary>With a colon or the like between: Name: Doe.</summary>
    Label,

    /// <summary>With or without a colon between: tech Doe, daughter (Anna).</summary>
    Role,

    /// <summary>After a comma: Jane Doe, MD.</summary>
    Degree,
}
