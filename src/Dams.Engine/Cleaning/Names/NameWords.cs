using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Whether a word can be of a name behind what announces somebody, though it may be another word elsewhere.</summary>
internal static class NameWords
{
    private const int LongestName = 6;

    // Names that are other words, too: they name somebody behind a role.
    private static readonly Lazy<HashSet<string>> GivenWords = new(() => [.. LanguageData.Words("people", "given", "family").Select(Folding.Fold)]);

    private static readonly HashSet<string> Courtesies = new(
        ["DR", "DRA", "DRS", "DRES", "PROF", "MR", "MRS", "MS", "MISS", "HR", "HRN", "HERR", "HERRN", "FR", "FRAU", "FAM", "FAMILIE", "DOZ", "PD", "PRIM"], StringComparer.Ordinal);

    private static readonly Lazy<HashSet<string>> FamilyWords = new(() => [.. LanguageData.Words("people", "family").Select(Folding.Fold)]);

    public static bool CanBeName(TokenizedText text, int index, NameLabelKind kind, bool isFirst)
    {
        var token = text.Tokens[index];
        if (token.IsNumber || Scripts.IsWithoutSpaces(text.Text[token.Start]))
            return false;
        var isCapitalized = text.IsCapitalized(index);
        if (isFirst && isCapitalized && kind is NameLabelKind.Role or NameLabelKind.Title && IsGivenInCapitals(text, index))
            return true;
        var isTitled = isFirst && kind == NameLabelKind.Title && isCapitalized && token.Length > 2
            && char.IsLower(text.Text[token.Start + 1]) && text.Text[token.Start - 2] == '.';
        if (isTitled || (isFirst && kind == NameLabelKind.Title && IsBehindCourtesy(text, index)) || (kind != NameLabelKind.Degree && IsTitleCase(text, index) && IsNameInContext(text, index, isFirst)))
            return true;
        if (isFirst && text.IsRomance && token.Length > 2 && isCapitalized && (GivenWords.Value.Contains(token.Folded)
            || (kind == NameLabelKind.Title && IsTitleCase(text, index)) || StartsFullName(text, index)))
        {
            return true;
        }
        // Iglesias Cortés.
        if (!isFirst && text.IsRomance && IsTitleCase(text, index) && text.Between(index - 1) is " " && FamilyWords.Value.Contains(token.Folded) && text.IsCapitalized(index - 1))
            return true;
        // A name that starts with a capital does not go on without: AP: Jane operada de hernia.
        if (!isFirst && text.IsRomance && !isCapitalized && index > 0 && text.IsCapitalized(index - 1))
            return false;
        // A colon announces a name even in small letters; other words need a capital after them.
        var needsCapital = kind != NameLabelKind.Label && !(kind == NameLabelKind.Role && isFirst && text.Between(index - 1).Contains(":"));
        if (needsCapital && !isCapitalized)
            return false;
        // "Befund an Hausarzt" names nobody.
        if (isFirst && kind != NameLabelKind.Title && text.Language == "de" && NameLabels.IsRole(token.Folded) && !Vocabulary.IsSurname(token.Folded))
            return false;
        return token.Length == 1 ? isCapitalized : !Vocabulary.IsCommonWord(token.Folded) || IsJoinedToName(text, index);
    }

    /// <summary>Whether a word with a capital, and no title or role, stands behind a title that only a name follows: Prof Stein möchte.</summary>
    private static bool IsBehindCourtesy(TokenizedText text, int index) => IsTitleCase(text, index) && Courtesies.Contains(text.Tokens[index - 1].Folded)
        && text.Between(index - 1) is " " or ". " or "." && Vocabulary.IsSurnameToo(text.Tokens[index].Folded) && NameLabels.FindAt(text, index).Kind == NameLabelKind.None;

    /// <summary>Whether a folded word is a given name and another word, too: Consuelo, Grace.</summary>
    public static bool IsGivenToo(string folded) => GivenWords.Value.Contains(folded) || Vocabulary.IsNameToo(folded);

    /// <summary>Whether a folded word is a surname of French, Spanish or Italian and another word, too: Iglesias.</summary>
    public static bool IsFamilyToo(string folded) => FamilyWords.Value.Contains(folded);

    /// <summary>
    /// Whether a word that is clinical elsewhere names somebody here: a surname that ends its clause, or what stands
    /// before a common surname.
    /// </summary>
    private static bool IsNameInContext(TokenizedText text, int index, bool isFirst)
    {
        var token = text.Tokens[index];
        if (Vocabulary.IsEponym(token.Folded) && (token.End == text.Text.Length || text.Text[token.End] is '.' or ',' or ';' or ')' or '('))
            return true;
        if (!isFirst)
            return false;
        // Grace, Hope: words that people are called, where no other word of the report follows.
        if (Vocabulary.IsNameToo(token.Folded) && NameList.EndsPart(text, index))
            return true;
        // OA Lange, Dikt.: Braun, Professor Green: where a colour or a size would stand in small letters.
        if (Vocabulary.IsMostlyPerson(token.Folded) && NameList.EndsPart(text, index) && !(index + 1 < text.Tokens.Count && text.Tokens[index + 1].IsNumber))
            return true;
        var next = index + 1;
        while (next + 1 < text.Tokens.Count && text.Between(next - 1) is " " or "-" or "'" or "’"
            && (NameSeparators.IsParticle(text.Tokens[next].Folded) || (text.Tokens[next].Length == 1 && text.Between(next) is "'" or "’")))
        {
            next++;
        }
        var isKnown = next < text.Tokens.Count && text.Between(next - 1) is " " or "-" or "'" or "’" && IsTitleCase(text, next);
        return isKnown && (Vocabulary.IsSurname(text.Tokens[next].Folded)
            || (text.Language != "de" && (Vocabulary.IsNameToo(token.Folded) || next > index + 1) && (next > index + 1 || !Vocabulary.IsCommonWord(text.Tokens[next].Folded))));
    }

    /// <summary>Whether a word that people are called stands in capitals before another that no list of words has: GRACE BENNETT.</summary>
    private static bool IsGivenInCapitals(TokenizedText text, int index) => Vocabulary.IsNameToo(text.Tokens[index].Folded) && index + 1 < text.Tokens.Count
        && text.Between(index) == " " && text.IsCapitalized(index + 1)
        && (!Vocabulary.IsCommonWord(text.Tokens[index + 1].Folded) || NameSeparators.IsParticle(text.Tokens[index + 1].Folded));

    /// <summary>Whether two words with capitals follow, of which the second is in no list: par Claire Doe, where par Voie stays.</summary>
    public static bool IsBeforeFullName(TokenizedText text, int first)
    {
        if (first >= text.Tokens.Count || text.Between(first - 1) != " " || !IsTitleCase(text, first) || Vocabulary.IsEponym(text.Tokens[first].Folded))
            return false;
        var given = NameSeparators.EndWithHyphens(text, first);
        return StartsFullName(text, given) && (GivenWords.Value.Contains(text.Tokens[first].Folded) || Vocabulary.IsGivenName(text.Tokens[first].Folded)
            || !Vocabulary.IsCommonWord(text.Tokens[first].Folded));
    }

    /// <summary>Whether a word that is another one elsewhere stands before a surname that no list knows, with its particles: Claire L'Hermitte.</summary>
    private static bool StartsFullName(TokenizedText text, int index)
    {
        var next = index + 1;
        while (next + 1 < text.Tokens.Count && next - index < LongestName && text.Between(next - 1) is " " && text.Tokens[next].Folded is not ("E" or "Y") && NameSeparators.IsParticle(text.Tokens[next].Folded)
            && (text.IsCapitalized(next + 1) || NameSeparators.IsParticle(text.Tokens[next + 1].Folded)))
        {
            next++;
        }
        return next < text.Tokens.Count && text.Between(next - 1) is " " or "'" or "’" or "-" && AreWrittenAlike(text, index, next)
            && (!Vocabulary.IsCommonWord(text.Tokens[next].Folded) || IsJoinedToName(text, next))
            && NameLabels.FindAt(text, next).Kind == NameLabelKind.None;
    }

    /// <summary>Whether a word is the first half of a double name that no list knows: Saint-Exupère.</summary>
    private static bool IsJoinedToName(TokenizedText text, int index) => index + 1 < text.Tokens.Count && text.Between(index) == "-"
        && IsTitleCase(text, index) && IsTitleCase(text, index + 1) && !Vocabulary.IsCommonWord(text.Tokens[index + 1].Folded);

    /// <summary>Whether a word with a capital in German is a noun rather than a name: it is made of other words, or ends as words of medicine do.</summary>
    public static bool IsClinical(TokenizedText text, int index)
    {
        var folded = text.Tokens[index].Folded;
        // The language of a short text may not be known; endings alone tell then too little.
        return text.Language is "de" or "" && !Vocabulary.IsSurname(folded) && !Vocabulary.IsGivenName(folded) && ((text.Language == "de" && MedicalEndings.Has(folded)) || Compounds.IsOne(folded));
    }

    /// <summary>Whether the next person is announced: "OA Brandt und AÄ Vogt", "Surgeon Bevan asst Hale".</summary>
    public static bool IsNextRole(TokenizedText text, int index) => text.Tokens[index].Length > 1 && NameLabels.IsRole(text.Tokens[index].Folded)
        && !Vocabulary.IsSurname(text.Tokens[index].Folded) && !Vocabulary.IsGivenName(text.Tokens[index].Folded);

    /// <summary>A particle in small letters, or "and" between two people, with a name after it.</summary>
    public static bool IsBridge(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        var isParticle = NameSeparators.IsParticle(token.Folded) || IsConnector(token.Folded);
        return isParticle && index + 1 < text.Tokens.Count && !text.Tokens[index + 1].IsNumber
            && (text.IsCapitalized(index + 1) || NameSeparators.IsParticle(text.Tokens[index + 1].Folded));
    }

    /// <summary>Whether a word stands between two people: "reported by A to B".</summary>
    public static bool IsConnector(string folded) => folded is "AND" or "ET" or "Y" or "UND" or "E" or "TO" or "AN" or "A";

    public static bool IsTitleCase(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 2 && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1]);
    }

    /// <summary>Whether two words are both written as a name is: with one capital, or in capitals.</summary>
    public static bool AreWrittenAlike(TokenizedText text, int index, int other) =>
        (IsTitleCase(text, index) && IsTitleCase(text, other)) || (IsInCapitals(text, index) && IsInCapitals(text, other));

    public static bool IsInCapitals(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 2 && char.IsUpper(text.Text[token.Start]) && char.IsUpper(text.Text[token.Start + 1]) && char.IsUpper(text.Text[token.End - 1]);
    }
}
