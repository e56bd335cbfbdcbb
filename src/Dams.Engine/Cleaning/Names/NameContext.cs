using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>What around a word tells that it is a name here, though it is another word elsewhere: Mr Stone, Stone's scan, "seen with Stone".</summary>
internal static class NameContext
{
    private const int ShortestInSentence = 3;

    // CT and MRT are written so among other words.
    private const int ShortestInCapitals = 4;

    private static readonly HashSet<string> Articles = new(["DER", "DIE", "DAS", "DEN", "DEM", "EIN", "EINE", "KEIN", "KEINE"], StringComparer.Ordinal);

    // What people do in reports, in one word or several: "Bill reports less pain", "Bill no show".
    private static readonly Lazy<Phrases<bool>> Verbs = new(() => new Phrases<bool>(LanguageData.Words("words", "verb")
        .Select(words => string.Join(" ", new TokenizedText(words).Tokens.Select(token => token.Folded))).Distinct().ToDictionary(words => words, _ => true)));

    private static readonly Lazy<HashSet<string>> Prepositions = new(() => [.. LanguageData.Words("words", "agent").Select(Folding.Fold)]);

    /// <summary>Whether a word with a capital stands behind a title or label, in the genitive, before what people do, or where only names have capitals.</summary>
    public static bool TellsName(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return char.IsUpper(text.Text[token.Start])
            && (NameLabels.EndsBefore(text, index) || IsPossessive(text.Text, token)
                || (token.Length >= ShortestInSentence && (IsWithinSentence(text, index) || IsBeforeVerb(text, index) || IsAmongCapitals(text, index) || IsBeforeModality(text, index) || IsPleased(text, index))));
    }

    /// <summary>A word with a capital, folded, without the ending of the German genitive, as in Niedermeyers; null where it has none.</summary>
    public static string? WithoutGenitive(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return text.Language == "de" && token.Length > ShortestInSentence && char.IsUpper(text.Text[token.Start]) && token.Folded[token.Folded.Length - 1] == 'S'
            ? token.Folded.Substring(0, token.Folded.Length - 1)
            : null;
    }

    /// <summary>Whether a word stands behind a preposition that leads to who did something: seen by, discussed with.</summary>
    public static bool IsBehindPreposition(TokenizedText text, int index) => index > 0 && text.Between(index - 1) == " "
        && char.IsLower(text.Text[text.Tokens[index - 1].Start]) && Prepositions.Value.Contains(text.Tokens[index - 1].Folded);

    /// <summary>Whether a word in small letters says what people do.</summary>
    public static bool IsVerb(TokenizedText text, int index) => char.IsLower(text.Text[text.Tokens[index].Start])
        && Array.Exists(Verbs.Value.StartingWith(text.Tokens[index].Folded), verb => verb.IsAt(text, index));

    /// <summary>Whether a small letter belongs to a word of the sentence by an apostrophe, and is no initial: Hand's, l'accompagne.</summary>
    public static bool IsElided(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return token.Length == 1 && char.IsLower(text.Text[token.Start])
            && ((token.Start > 0 && IsApostrophe(text.Text[token.Start - 1])) || (token.End < text.Text.Length && IsApostrophe(text.Text[token.End])));
    }

    /// <summary>Whether a small letter is a word of a Romance sentence and no initial: Grande y heterogénea, Doe è caduto.</summary>
    public static bool IsSmallWord(TokenizedText text, int index) => text.IsRomance && text.Tokens[index].Length == 1 && char.IsLower(text.Text[text.Tokens[index].Start])
        && text.Tokens[index].Folded is "A" or "E" or "I" or "O" or "U" or "Y" && !NameParts.IsDotted(text, index);

    /// <summary>Whether a token is the ending of the English genitive: Mr Doe's clinic.</summary>
    public static bool IsGenitive(TokenizedText text, int index) => text.Tokens[index].Folded == "S" && IsElided(text, index);

    private static bool IsApostrophe(char character) => character is '\'' or '\u2019';

    private static bool IsPossessive(string text, Token token)
    {
        if (token.End + 1 >= text.Length || text[token.End] is not ('\'' or '\u2019'))
            return false;
        // German writes Klaus' behind a sibilant.
        return text[token.End + 1] == ' '
            ? token.Folded[token.Folded.Length - 1] is 'S' or 'Z' or 'X'
            : text[token.End + 1] is 's' or 'S' && (token.End + 2 == text.Length || !char.IsLetter(text[token.End + 2]));
    }

    private static bool IsBeforeVerb(TokenizedText text, int index) =>
        index + 1 < text.Tokens.Count && text.Between(index) == " " && IsVerb(text, index + 1) && !IsBehindArticle(text, index);

    /// <summary>Whether a word with one capital stands in a line of capitals: SERIES 4 REPEATED, Cross MOVED.</summary>
    private static bool IsAmongCapitals(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return char.IsLower(text.Text[token.Start + 1]) && (index == 0 || IsCapitals(text, index - 1)) && (index + 1 == text.Tokens.Count || IsCapitals(text, index + 1) || IsShortBeforeCapitals(text, index + 1))
            && (index > 0 || index + 1 < text.Tokens.Count);
    }

    // A noun of a Romance language stands behind what it belongs to: in "Recto RM rodilla" the first word is of nothing else.
    private static bool IsBeforeModality(TokenizedText text, int index) => text.IsRomance && (index == 0 || text.Between(index - 1).IndexOf('\n') >= 0) && index + 1 < text.Tokens.Count && text.Between(index) == " "
        && text.Tokens[index + 1].Folded is "RM" or "IRM" or "RMN" or "MR" or "TC" or "TAC" or "TDM" or "CT" or "RX" or "PET" or "TEP" && IsCapital(text, index + 1);

    /// <summary>Whether Spanish says of somebody what he likes or what becomes of him: A Concha no le gusta la máquina.</summary>
    private static bool IsPleased(TokenizedText text, int index)
    {
        if (index == 0 || text.Tokens[index - 1].Folded != "A" || text.Between(index - 1) != " " || index + 1 >= text.Tokens.Count || text.Between(index) != " ")
            return false;
        var next = text.Tokens[index + 1].Folded is "NO" or "YA" && index + 2 < text.Tokens.Count ? index + 2 : index + 1;
        return text.Tokens[next].Folded is "LE" or "LO" or "LA" or "SE" && char.IsLower(text.Text[text.Tokens[next].Start])
            && next + 1 < text.Tokens.Count && char.IsLower(text.Text[text.Tokens[next + 1].Start]);
    }

    private static bool IsCapital(TokenizedText text, int index) => char.IsUpper(text.Text[text.Tokens[index].Start]);

    /// <summary>Whether a short word in capitals stands before a longer one: SE MUEVE, A BOUGE.</summary>
    private static bool IsShortBeforeCapitals(TokenizedText text, int index) => text.Tokens[index] is { IsNumber: false, Length: < ShortestInCapitals } token
        && char.IsUpper(text.Text[token.Start]) && char.IsUpper(text.Text[token.End - 1]) && text.Between(index - 1) == " "
        && index + 1 < text.Tokens.Count && text.Between(index) == " " && IsCapitals(text, index + 1);

    private static bool IsCapitals(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (token.IsNumber || token.Length < ShortestInCapitals)
            return false;
        for (var i = token.Start; i < token.End; i++)
        {
            if (char.IsLower(text.Text[i]))
                return false;
        }
        return true;
    }

    // German has a capital for every noun: Das Herz ist normal groß.
    private static bool IsBehindArticle(TokenizedText text, int index) =>
        index > 0 && text.Between(index - 1) == " " && Articles.Contains(text.Tokens[index - 1].Folded);

    /// <summary>Whether a word stands with a capital where only names do: after a small word, in a language whose nouns have small letters.</summary>
    private static bool IsWithinSentence(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return index > 0 && text.Language is not ("de" or "") && token.Length > 1 && char.IsLower(text.Text[token.Start + 1])
            && text.Between(index - 1) == " " && char.IsLower(text.Text[text.Tokens[index - 1].Start])
            && (index + 1 == text.Tokens.Count || !text.IsCapitalized(index + 1) || text.Between(index) != " ");
    }
}
