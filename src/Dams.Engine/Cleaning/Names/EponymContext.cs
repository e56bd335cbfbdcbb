using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Dates;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>What around a surname tells that it is that of a sign, a disease, a method or a device: Hughes syndrome, signe de Hughes, Salter-Harris II.</summary>
internal static class EponymContext
{
    // Osgood-Schlatter, Wolff-Parkinson-White, Blalock-Taussig-Thomas.
    private const int MostNames = 4, LongestNoun = 5;

    // Wright 1/320.
    private const int LengthOfTitre = 3;

    private static readonly Lazy<HashSet<string>> Behind = new(() => Words("eponym"));
    private static readonly Lazy<HashSet<string>> Before = new(() => Words("eponymof"));

    // What may stand between the noun and the names: signe de la ..., Klassifikation nach ..., criteria of ...
    private static readonly HashSet<string> Links = new(
        ["DE", "DU", "DES", "DI", "DEL", "DELLA", "DELLE", "DEGLI", "D", "DELL", "OF", "NACH", "VON", "SELON", "SECONDO", "SEC", "SEGUN", "LA", "LE", "LES", "EL", "LOS", "LAS", "MODIFIED"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Sources = new(["NACH", "SELON", "SECONDO", "SEC", "SEGUN"], StringComparer.Ordinal);

    /// <summary>Whether a word with a capital, or the row of such words that it stands in, is an eponym.</summary>
    public static bool Tells(TokenizedText text, int index)
    {
        var (first, last) = (index, index);
        // In German the noun has a capital too: Morbus Hughes, Hughes-Zeichen.
        while (first > 0 && index - first < MostNames && JoinsNames(text, first - 1) && !Before.Value.Contains(text.Tokens[first - 1].Folded))
            first--;
        while (last + 1 < text.Tokens.Count && last - index < MostNames && JoinsNames(text, last) && !Behind.Value.Contains(text.Tokens[last + 1].Folded))
            last++;
        return IsBehind(text, last) || IsBefore(text, first) || IsRow(text, first, last) || IsPair(text, first, last) || IsCompared(text, last) || IsAmongSigns(text, first) || IsOfNoun(text, last);
    }

    /// <summary>Whether a sign and whether it is there stand right before a comma: Lhermitte pos, Hughes.</summary>
    private static bool IsAmongSigns(TokenizedText text, int first) => first > 1 && text.Between(first - 1) is ", " && text.Between(first - 2) == " "
        && Behind.Value.Contains(text.Tokens[first - 1].Folded)
        && IsTitleCase(text, first - 2) && (Vocabulary.IsEponym(text.Tokens[first - 2].Folded) || Vocabulary.IsCommonWord(text.Tokens[first - 2].Folded));

    /// <summary>Whether a hyphen joins a name to a long noun of German, which no list of surnames has: Hughes-Doppelkontur.</summary>
    private static bool IsOfNoun(TokenizedText text, int last)
    {
        const int shortestNoun = 10;
        var noun = text.Language == "de" && last + 1 < text.Tokens.Count && text.Between(last) == "-" ? last + 1
            : text.Language == "de" && last > 0 && text.Between(last - 1) == "-" ? last : -1;
        return noun > 0 && text.Tokens[noun].Length >= shortestNoun && Vocabulary.IsEponym(text.Tokens[noun - 1].Folded)
            && !Vocabulary.IsSurname(text.Tokens[noun].Folded) && !Vocabulary.IsGivenName(text.Tokens[noun].Folded);
    }

    /// <summary>Whether "or" leads from a name to another with its noun: Hughes vs pseudo-Hughes fracture.</summary>
    private static bool IsCompared(TokenizedText text, int last) => last + 2 < text.Tokens.Count && text.Between(last) == " " && text.Between(last + 1) == " "
        && text.Tokens[last + 1].Folded is "VS" or "VERSUS" or "OR" or "ODER" or "OU" or "O" && IsNear(text, last + 2, last + 2);

    /// <summary>Whether a noun beside which a name is an eponym stands up to some words before or behind a row of tokens, in the same clause.</summary>
    public static bool IsNear(TokenizedText text, int first, int last)
    {
        for (var i = first - 1; i >= 0 && first - i <= MostNames && !EndsClause(text, i); i--)
        {
            if (Before.Value.Contains(text.Tokens[i].Folded))
                return true;
        }
        for (var i = last + 1; i < text.Tokens.Count && i - last <= 2 && !EndsClause(text, i - 1); i++)
        {
            if (Behind.Value.Contains(text.Tokens[i].Folded))
                return true;
        }
        return false;
    }

    /// <summary>Whether a noun of signs, diseases and methods, or a class, stands right behind a name by itself: Hughes syndrome, Bosniak III.</summary>
    public static bool IsBeforeNoun(TokenizedText text, int index) => IsBehind(text, index);

    private static bool EndsClause(TokenizedText text, int index) => text.Between(index).IndexOfAny([',', '.', ';', '\n']) >= 0;

    /// <summary>Whether "and" joins the names to an eponym that is nobody's here: Kellgren et Lawrence, Hunt and Hess.</summary>
    private static bool IsPair(TokenizedText text, int first, int last) =>
        (first > 1 && IsAnd(text, first - 1) && IsNobody(text, first - 2)) || (last + 2 < text.Tokens.Count && IsAnd(text, last + 1) && IsNobody(text, last + 2));

    private static bool IsAnd(TokenizedText text, int index) => text.Tokens[index].Folded is "AND" or "ET" or "Y" or "E" or "UND"
        && char.IsLower(text.Text[text.Tokens[index].Start]) && text.Between(index - 1) == " " && text.Between(index) == " ";

    // In languages whose nouns have small letters a word with a capital within a sentence is a name, also where the list of words has it.
    private static bool IsNobody(TokenizedText text, int index)
    {
        var folded = text.Tokens[index].Folded;
        return IsTitleCase(text, index) && !Vocabulary.IsMostlyPerson(folded)
            && (Vocabulary.IsEponym(folded) || (Vocabulary.IsCommonWord(folded) && text.Language != "de" && index > 0 && text.Between(index - 1) == " " && char.IsLower(text.Text[text.Tokens[index - 1].Start])));
    }

    /// <summary>Whether hyphens join names of eponyms alone, and not all of them are names of many people: Wolff-Parkinson-White, but not Smith-Jones.</summary>
    private static bool IsRow(TokenizedText text, int first, int last)
    {
        if (first == last)
            return false;
        var isOfMany = true;
        for (var i = first; i <= last; i++)
        {
            var folded = text.Tokens[i].Folded;
            if ((i < last && text.Between(i) is not ("-" or "–")) || !(Vocabulary.IsEponym(folded) || Vocabulary.IsCommonWord(folded) || (text.Language == "de" && Compounds.IsOne(folded))))
                return false;
            isOfMany &= Vocabulary.IsMostlyPerson(folded);
        }
        return !isOfMany;
    }

    private static bool IsBehind(TokenizedText text, int last)
    {
        var next = last + 1;
        // Hughes' syndrome, Hughes's sign.
        if (next < text.Tokens.Count && NameContext.IsGenitive(text, next))
            next++;
        // An adjective may stand between: Hughes pulmonary disease.
        for (var i = next; i < text.Tokens.Count && i <= next + 1; i++)
        {
            if (text.Between(i - 1).Trim(' ', '-', '\'', '’').Length > 0)
                return false;
            if (Behind.Value.Contains(text.Tokens[i].Folded) || StartsWithNoun(text, i) || IsStage(text, i, last))
                return true;
            // Hughes-Ambulation-Index.
            if (!char.IsLower(text.Text[text.Tokens[i].Start]) && text.Between(i - 1) != "-")
                return false;
        }
        return false;
    }

    /// <summary>Whether a word of a script without capitals, which writes on without a space, starts with such a noun: Hughes征阳性, Hughes 골절은.</summary>
    private static bool StartsWithNoun(TokenizedText text, int index) => Scripts.IsEastern(text.Text[text.Tokens[index].Start])
        && Enumerable.Range(1, Math.Min(LongestNoun, text.Tokens[index].Folded.Length)).Any(length => Behind.Value.Contains(text.Tokens[index].Folded.Substring(0, length)));

    /// <summary>Whether a class stands right behind the names: Salter-Harris II, Garden 3, Neer IIa, Child-Pugh B.</summary>
    private static bool IsStage(TokenizedText text, int index, int last)
    {
        if (index != last + 1 || text.Between(last) != " " || !Vocabulary.IsEponym(text.Tokens[last].Folded))
            return false;
        var token = text.Tokens[index];
        return token.IsNumber
            ? token.Length <= 2 && !GoesOnAsDate(text, index)
            : char.IsUpper(text.Text[token.Start]) && (token.Folded is "A" or "B" or "C" or "D" or "E" || (token.Folded.TrimEnd('A', 'B', 'C') is { Length: > 0 and <= 4 } roman && roman.All(letter => letter is 'I' or 'V' or 'X')));
    }

    /// <summary>Whether a token is a Roman number in capitals, with or without a small letter: II, IVa.</summary>
    private static bool IsRomanClass(TokenizedText text, int index) => char.IsUpper(text.Text[text.Tokens[index].Start])
        && text.Tokens[index].Folded.TrimEnd('A', 'B', 'C') is { Length: > 0 and <= 4 } roman && roman.All(letter => letter is 'I' or 'V' or 'X');

    /// <summary>Whether a number is the first of a date: 18th, 18 October, 18/10.</summary>
    private static bool GoesOnAsDate(TokenizedText text, int index) => index + 1 < text.Tokens.Count
        && (text.Between(index) is "" || (text.Between(index) is "/" or "-" && text.Tokens[index + 1].Length != LengthOfTitre) || (text.Between(index) is "." && text.Tokens[index + 1].IsNumber) || (text.Between(index) is " " or ". " && MonthNames.NumberOf(text.Tokens[index + 1].Folded) > 0));

    private static bool IsBefore(TokenizedText text, int first)
    {
        var previous = first - 1;
        // Type 4 de Le Gal, signe de la ...
        while (previous >= 0 && first - previous <= 3 && (Links.Contains(text.Tokens[previous].Folded) || (previous < first - 1 && text.Tokens[previous].IsNumber))
            && text.Between(previous).Trim(' ', '\'', '’', '.').Length == 0)
        {
            previous--;
        }
        // SLAP II nach Snyder, tipo IVa de Todani: a class is that of a classification.
        if (previous >= 0 && previous < first - 1 && text.Between(previous) == " " && IsRomanClass(text, previous) && Vocabulary.IsEponym(text.Tokens[first].Folded))
            return true;
        // "Nach Hartmann" is a method, "nach Schneider" may be what somebody said.
        if (previous < first - 1 && Sources.Contains(text.Tokens[first - 1].Folded) && Vocabulary.IsEponym(text.Tokens[first].Folded) && !Vocabulary.IsMostlyPerson(text.Tokens[first].Folded))
            return true;
        return previous >= 0 && text.Between(previous).Trim(' ', '\'', '’', '.').Length == 0 && Before.Value.Contains(text.Tokens[previous].Folded);
    }

    /// <summary>Whether a token and the next are names of one eponym: two words with capitals, and between them a hyphen or a space.</summary>
    private static bool JoinsNames(TokenizedText text, int index) => IsTitleCase(text, index) && IsTitleCase(text, index + 1) && text.Between(index) is " " or "-" or "–" or "/";

    private static bool IsTitleCase(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 2 && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.End - 1]);
    }

    private static HashSet<string> Words(string kind) => new(LanguageData.Words("words", kind).Select(Folding.Fold), StringComparer.Ordinal);
}
