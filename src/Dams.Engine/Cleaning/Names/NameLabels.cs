using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>The words that announce a name.</summary>
internal static class NameLabels
{
    // In capitals these are a modality, a disease or a state, too: only with a dot or in small letters are they titles.
    private static readonly HashSet<string> Ambiguous = new(["MR", "MS", "SR", "SIG", "ING", "PD", "LT"], StringComparer.Ordinal);

    // Letters that stand for much else: they are titles only in capitals and with a dot.
    private static readonly HashSet<string> Letters = new(["M", "D"], StringComparer.Ordinal);

    private static readonly Lazy<Dictionary<string, NameLabelKind>> Words = new(() => Load(
        EmbeddedText.Lines("name-labels.txt").Select(line => line.Split([' '], 2)).Select(parts => (Kind: parts[0], Words: parts[1]))
            .Concat(LanguageData.Lines("people", Enum.GetNames(typeof(NameLabelKind))).Select(line => (line.Kind, Words: TokenizedText.Fold(line.Words))))));

    private static readonly Lazy<Dictionary<string, NameLabelKind>> OfTerms = new(() => Load(EmbeddedText.Lines("name-labels.txt").Select(line => line.Split([' '], 2)).Select(parts => (parts[0], parts[1]))));

    private static readonly Lazy<Phrases<NameLabelKind>> Labels = new(() => new Phrases<NameLabelKind>(Words.Value));

    private static readonly Lazy<HashSet<string>> Things = new(() => [.. EmbeddedText.Words("name-labels.txt", "thing")]);

    /// <summary>Whether a folded word is a thing that has a name of its own, so that the name after it is nobody's.</summary>
    public static bool IsThing(string folded) => Things.Value.Contains(folded);

    /// <summary>The label that starts at a token, the longest of several, and its number of tokens.</summary>
    public static (NameLabelKind Kind, int Length) FindAt(TokenizedText text, int index)
    {
        foreach (var label in Labels.Value.StartingWith(text.Tokens[index].Folded))
        {
            if (label.IsAt(text, index) && (label.Value != NameLabelKind.Title || label.Length > 1 || IsTitle(text, index)))
                return IsVolume(text, index) ? (NameLabelKind.None, 0) : (label.Value, label.Length);
        }
        return (NameLabelKind.None, 0);
    }

    // 54 cc. Residuo posmiccional: cubic centimetres, and no copy to somebody.
    private static bool IsVolume(TokenizedText text, int index) =>
        text.Tokens[index].Folded == "CC" && index > 0 && text.Tokens[index - 1].IsNumber && text.Between(index - 1) is "" or " ";

    /// <summary>How a label announces somebody in technical terms; those of the languages are of prose, and do not.</summary>
    public static NameLabelKind KindInTerms(TokenizedText text, int index, int length) =>
        OfTerms.Value.TryGetValue(text.Words(index, length), out var kind) ? kind : NameLabelKind.None;

    /// <summary>Whether a label of somebody ends right before a token, with nothing but its own marks between.</summary>
    public static bool EndsBefore(TokenizedText text, int index)
    {
        const int longestMark = 4, mostTokens = 6;
        if (index == 0 || text.Between(index - 1) is var between && (between.Length > longestMark || between.IndexOfAny([',', ';', ')', '\n']) >= 0))
            return false;
        for (var first = index - 1; first >= 0 && index - first <= mostTokens; first--)
        {
            // The end of a title may be a label: Sig.ra.
            if (FindAt(text, first) is var (kind, length) && first + length == index
                && (kind is NameLabelKind.Title or NameLabelKind.Role || (kind == NameLabelKind.Label && between.IndexOfAny([':', '=', '\uFF1A']) >= 0)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a folded word is a role by itself: Hausarzt, Tochter.</summary>
    public static bool IsRole(string folded) => Words.Value.TryGetValue(folded, out var kind) && kind == NameLabelKind.Role;

    /// <summary>Whether a token is a title such as Dr. or Mrs.</summary>
    public static bool IsTitle(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (!Words.Value.TryGetValue(token.Folded, out var kind) || kind != NameLabelKind.Title)
            return false;
        // 5 Fr is the size of a catheter.
        if (token.Folded == "FR" && index > 0 && text.Tokens[index - 1].IsNumber)
            return false;
        if (Letters.Contains(token.Folded))
            return token.End < text.Text.Length && text.Text[token.End] == '.' && char.IsUpper(text.Text[token.Start]) && StartsClause(text, index)
                && index + 1 < text.Tokens.Count && (text.Between(index).Length > 1 || text.Tokens[index + 1].Length > 1)
                && (token.Folded != "M" || !IsMorbus(text, index + 1));
        var isDotted = token.End < text.Text.Length && text.Text[token.End] == '.';
        var isCapitals = token.Length > 1 && char.IsUpper(text.Text[token.Start + 1]);
        return isDotted || !isCapitals || !Ambiguous.Contains(token.Folded);
    }

    /// <summary>Whether an M and a dot before a word are a disease or a muscle, and no monsieur: M. Crohn, M. Parkinson, where no French sentence stands.</summary>
    private static bool IsMorbus(TokenizedText text, int index) => text.Language != "fr"
        && ((Vocabulary.IsEponym(text.Tokens[index].Folded) && !Vocabulary.IsMostlyPerson(text.Tokens[index].Folded)) || (text.Language == "de" && Vocabulary.IsCommonWord(text.Tokens[index].Folded)));

    /// <summary>Whether a token is not one of several initials, nor a letter that belongs to the word before: hepatitis D.</summary>
    private static bool StartsClause(TokenizedText text, int index) =>
        index == 0 || (text.Between(index - 1) is var between && between != "." && between.IndexOfAny([',', '.', ';', ':', '\n', '(']) >= 0)
            || char.IsLower(text.Text[text.Tokens[index - 1].Start]);

    // What needs a colon in one table and none in another needs none.
    private static Dictionary<string, NameLabelKind> Load(IEnumerable<(string Kind, string Words)> lines)
    {
        var words = new Dictionary<string, NameLabelKind>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (Enum.TryParse<NameLabelKind>(line.Kind, out var kind)
                && (!words.TryGetValue(line.Words, out var known) || (known == NameLabelKind.Label && kind == NameLabelKind.Role)))
            {
                words[line.Words] = kind;
            }
        }
        return words;
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

    /// <summary>Before a full name alone: par Jane Doe.</summary>
    Agent,

    /// <summary>After a comma: Jane Doe, MD.</summary>
    Degree,
}
