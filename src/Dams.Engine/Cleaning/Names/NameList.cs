using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>People that are named one after the other: Dr Doe, Stubbe and Thornwick.</summary>
internal static class NameList
{
    private const int MostOthers = 8;
    private const int MostWords = 3;

    /// <summary>A name, or two that "and" or a preposition stands between, each for itself: Dr Doe à Thornwick.</summary>
    public static IEnumerable<Finding> Parts(TokenizedText text, int first, int last)
    {
        for (var start = first; start <= last;)
        {
            var end = start;
            while (end + 1 <= last && !IsApart(text, end + 1))
                end++;
            yield return new Finding(text.Tokens[start].Start, text.Tokens[end].End - text.Tokens[start].Start, FindingKind.Name);
            start = end + 2;
        }
    }

    /// <summary>The first and last tokens of the names behind another: behind a comma, a slash or "and", words that no list has, which end their part of the list.</summary>
    public static IEnumerable<(int First, int Last)> Following(TokenizedText text, int last)
    {
        for (var count = 0; count < MostOthers; count++)
        {
            var first = StartOfNext(text, last);
            var end = first < 0 ? -1 : EndOfNext(text, first);
            if (end < 0 || !EndsPart(text, end) || IsSubject(text, end))
                yield break;
            yield return (first, end);
            last = end;
        }
    }

    /// <summary>Whether a part of a list ends behind a token: at its end, at a mark, or before "and" or a small word.</summary>
    public static bool EndsPart(TokenizedText text, int index)
    {
        var end = text.Tokens[index].End;
        return end == text.Text.Length || index + 1 == text.Tokens.Count || text.Text[end] is ',' or ';' or '.' or '/' or '(' or ')' or '\n' or '\r' or '&' or '+' or '|'
            || (text.Between(index) is " " or " / " or " & " && (char.IsLower(text.Text[text.Tokens[index + 1].Start]) || text.Tokens[index + 1].IsNumber || text.Between(index) != " "));
    }

    // "Dr. Doe, Schein fehlt": German has a capital for the noun of the next sentence.
    private static bool IsSubject(TokenizedText text, int end) => text.Language == "de" && end + 1 < text.Tokens.Count && text.Between(end) == " "
        && char.IsLower(text.Text[text.Tokens[end + 1].Start]) && !Vocabulary.IsSurname(text.Tokens[end].Folded) && !IsAnd(text, end + 1);

    private static int StartOfNext(TokenizedText text, int last)
    {
        if (last + 1 >= text.Tokens.Count)
            return -1;
        var between = text.Between(last);
        if (between == " ")
            return IsAnd(text, last + 1) && last + 2 < text.Tokens.Count && text.Between(last + 1) == " " ? last + 2 : -1;
        return between.Length <= 3 && (between.Trim() is "," or "/" or "&" or "+" or ";" || (between == " - " && text.IsRomance)) ? last + 1 : -1;
    }

    /// <summary>The last token of a name that starts at a place; -1 where none does.</summary>
    private static int EndOfNext(TokenizedText text, int first)
    {
        // Dr. Doe, der Kollege Stubbe: an article begins what follows.
        if (text.Tokens[first].Folded is "DER" or "DIE" or "DAS" or "DEN" or "DEM" && char.IsLower(text.Text[text.Tokens[first].Start]))
            return -1;
        var (end, words) = (first - 1, 0);
        while (end + 1 < text.Tokens.Count && words < MostWords && (end < first || text.Between(end) is " " or "-" or "'" or "’"))
        {
            if (IsOfName(text, end + 1))
                words++;
            else if (!NameWords.IsBridge(text, end + 1))
                break;
            end++;
        }
        return words > 0 && IsOfName(text, end) ? end : -1;
    }

    private static bool IsOfName(TokenizedText text, int index) => NameWords.IsTitleCase(text, index) && !NameWords.IsNextRole(text, index)
        && NameWords.CanBeName(text, index, NameLabelKind.Role, isFirst: false) && !NameWords.IsClinical(text, index);

    private static bool IsApart(TokenizedText text, int index) =>
        IsAnd(text, index) || (text.IsRomance && text.Tokens[index].Folded == "A" && char.IsLower(text.Text[text.Tokens[index].Start]));

    private static bool IsAnd(TokenizedText text, int index) => char.IsLower(text.Text[text.Tokens[index].Start])
        && (text.Tokens[index].Folded is "AND" or "UND" || (text.IsRomance && text.Tokens[index].Folded is "E" or "ED" or "ET" or "Y"));
}
