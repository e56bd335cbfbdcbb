using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds towns in sentences of English and German: known ones behind a word that leads to a place, and unknown ones behind
/// words that say who or what comes from there. "Marburg virus" and "Boston criteria" are no places.
/// </summary>
internal sealed class TownInSentenceDetector : IDetector
{
    private const int ShortestUnknown = 4;
    private const int ShortestPart = 3;
    private const int MostWordsBetween = 2;

    // A number of two digits behind a town is that of a score: Geneva 2.
    private const int LongestGrade = 2;

    private static readonly string[] Languages = ["en", "de"];

    private static readonly Lazy<HashSet<string>> Near = new(() => Words("near"));
    private static readonly Lazy<HashSet<string>> Called = new(() => Words("called"));
    private static readonly Lazy<HashSet<string>> Doubtful = new(() => Words("doubt"));
    private static readonly Lazy<HashSet<string>> Homes = new(() => Words("home"));
    private static readonly Lazy<HashSet<string>> Countries = new(() => Words("country"));
    private static readonly Lazy<string[]> Endings = new(() => [.. Words("townending")]);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (text.IsEastern)
            yield break;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var length = TownNames.LengthAt(text, i);
            if (length > 0 && IsTown(text, i, length))
            {
                yield return Between(text, i, i + length - 1);
                i += length - 1;
            }
            else if (LengthOfUnknown(text, i) is > 0 and var unknown)
            {
                yield return Between(text, i, i + unknown - 1);
                i += unknown - 1;
            }
        }
    }

    private static HashSet<string> Words(string kind) =>
        [.. Languages.SelectMany(language => LanguageData.WordsIn(language, "places", kind)).Select(Folding.Fold)];

    private static Finding Between(TokenizedText text, int first, int last) =>
        new(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.PostalAddress);

    private static bool IsTown(TokenizedText text, int first, int length)
    {
        var last = first + length - 1;
        if (GoesOn(text, last))
            return false;
        var isDistinct = Enumerable.Range(first, length).Any(i => text.Tokens[i].Length >= ShortestPart && !Vocabulary.IsCommonWord(text.Tokens[i].Folded)
            && !Vocabulary.IsEponym(text.Tokens[i].Folded) && !Doubtful.Value.Contains(text.Tokens[i].Folded));
        if (length > 1 && isDistinct && !(length == 2 && Vocabulary.IsGivenName(text.Tokens[first].Folded)))
            return true;
        return IsBehindLead(text, first, isDistinct) || IsBehindComma(text, first, last, isDistinct);
    }

    /// <summary>Whether what follows makes the town the name of a thing: Boston criteria, Vancouver B2, Marburg-Virus.</summary>
    private static bool GoesOn(TokenizedText text, int last)
    {
        var next = last + 1;
        if (next >= text.Tokens.Count)
            return false;
        var between = text.Between(last);
        if (between is "-" or "\u2010" or "\u2011" or "'" or "\u2019")
            return !(between is "'" or "\u2019" && text.Tokens[next].Folded == "S");
        if (between != " ")
            return false;
        var token = text.Tokens[next];
        if (Called.Value.Contains(token.Folded))
            return true;
        // A noun of German or a part of a name of English goes on with a capital; a letter or a Roman number grades.
        return !token.IsNumber && text.IsCapitalized(next) && (token.Length <= ShortestPart || Vocabulary.IsCommonWord(token.Folded)) && !IsMonth(token.Folded);
    }

    private static bool IsMonth(string folded) => Dates.MonthNames.NumberOf(folded) > 0;

    private static bool IsBehindLead(TokenizedText text, int first, bool isDistinct)
    {
        if (first == 0 || text.Between(first - 1) != " " || !Near.Value.Contains(text.Tokens[first - 1].Folded))
            return false;
        var lead = text.Tokens[first - 1];
        if (!isDistinct)
            return IsToldDoubtful(text, first);
        // In a line of capitals any word may stand behind "in".
        return text.IsCapitalized(first) && (char.IsLower(text.Text[lead.Start]) || lead.Length > 2);
    }

    /// <summary>Whether a town that is another word, too, is meant: "in Essen" and not "nach Essen", as what comes before tells.</summary>
    private static bool IsToldDoubtful(TokenizedText text, int first)
    {
        var lead = text.Tokens[first - 1];
        // Blood in Douglas' pouch.
        if (text.IsRomance && Vocabulary.IsEponym(text.Tokens[first].Folded))
            return false;
        var isOnlyLower = char.IsLower(text.Text[lead.Start]) && char.IsLower(text.Text[text.Tokens[first].End - 1]);
        if (!isOnlyLower || Vocabulary.IsCommonWord(text.Tokens[first].Folded) && !EndsClause(text, first))
            return false;
        if (lead.Folded is "IN" or "AUS" or "FROM" or "NEAR" or "OUTSIDE")
            return true;
        return first > 1 && (text.Tokens[first - 2].IsNumber || Homes.Value.Contains(text.Tokens[first - 2].Folded) || char.IsLower(text.Text[text.Tokens[first - 2].Start]) && lead.Folded == "BEI");
    }

    private static bool EndsClause(TokenizedText text, int last)
    {
        var end = text.Tokens[last].End;
        return end == text.Text.Length || text.Text[end] is ',' or '.' or ';' or ')' or '\n' or '\r' || (last + 1 < text.Tokens.Count && text.Tokens[last + 1] is { IsNumber: true, Length: > LongestGrade });
    }

    /// <summary>Whether a town stands between a comma and an end, as addresses and names of firms have it.</summary>
    private static bool IsBehindComma(TokenizedText text, int first, int last, bool isDistinct) =>
        isDistinct && first > 0 && text.Between(first - 1) == ", " && EndsClause(text, last)
            && (text.Tokens[first - 1].IsNumber || (text.IsCapitalized(first - 1) && text.Language != "de"));

    /// <summary>Number of tokens of a place that no list knows, behind "in" or "from" in English and behind who comes from there in German.</summary>
    private static int LengthOfUnknown(TokenizedText text, int first)
    {
        if (first == 0 || text.Between(first - 1) != " " || !IsUnknown(text, first))
            return 0;
        var lead = text.Tokens[first - 1].Folded;
        var last = first;
        while (last + 1 < text.Tokens.Count && last - first < MostWordsBetween && text.Between(last) is " " or "-" && IsUnknown(text, last + 1))
            last++;
        if (GoesOn(text, last))
            return 0;
        var isTold = text.Language == "de" ? lead is "AUS" or "IN" or "NACH" or "BEI" && !IsNoun(text, last) && (IsBehindHome(text, first - 1) || HasEnding(text.Tokens[last].Folded))
            : text.Language == "en" && (lead is "FROM" or "NEAR" || (lead is "IN" or "AT" or "TO" && IsBehindHome(text, first - 1))) && (IsBehindHome(text, first - 1) || IsBeforeEnd(text, last));
        return isTold ? last - first + 1 : 0;
    }

    private static bool IsBeforeEnd(TokenizedText text, int last) => EndsClause(text, last)
        || (last + 1 < text.Tokens.Count && text.Between(last) == " " && LanguageWords.IsSmall(text.Tokens[last + 1].Folded));

    private static bool IsBehindHome(TokenizedText text, int lead) => Enumerable.Range(1, MostWordsBetween)
        .Any(back => lead - back >= 0 && Homes.Value.Contains(text.Tokens[lead - back].Folded) && text.Between(lead - back).IndexOfAny([',', ';', ':', '\n']) < 0);

    private static bool HasEnding(string folded) => Array.Exists(Endings.Value, ending => folded.Length >= ending.Length + ShortestPart && folded.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsNoun(TokenizedText text, int index) => MedicalEndings.Has(text.Tokens[index].Folded) || Compounds.IsOne(text.Tokens[index].Folded);

    private static bool IsUnknown(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length >= ShortestUnknown && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1])
            && !Vocabulary.IsCommonWord(token.Folded) && !Vocabulary.IsEponym(token.Folded) && !Countries.Value.Contains(token.Folded);
    }
}
