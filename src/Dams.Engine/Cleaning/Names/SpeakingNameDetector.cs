using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names that are in no list by what stands behind them and is said of people alone: Quistenberg agrees, Quistenberg prévenu.
/// </summary>
internal sealed class SpeakingNameDetector : IDetector
{
    private const int Shortest = 4, MostParticles = 3;

    private static readonly HashSet<string> Marks = [",", ".", ";", ":", "(", "/", "@", "->", ">", "!", "?", "-", "–"];

    private static readonly Lazy<Phrases<bool>> Verbs = new(() => new Phrases<bool>(LanguageData.Words("words", "says")
        .Select(words => string.Join(" ", new TokenizedText(words).Tokens.Select(token => token.Folded))).Distinct().ToDictionary(words => words, _ => true)));

    // With their accents: "demande" is said of people, and "demandé" of an examination.
    private static readonly Lazy<HashSet<string>> Starts = new(() => [.. LanguageData.Words("words", "says").Select(words => Lower(words, new TokenizedText(words).Tokens[0]))]);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i + 1 < text.Tokens.Count; i++)
        {
            var isRole = IsRoleInBrackets(text, i + 1);
            if (!isRole && !(text.Between(i) == " " && IsSaid(text, i + 1)))
                continue;
            var first = FirstOfName(text, i);
            var startsClause = StartsClause(text, first);
            // German has capitals for nouns, which may be in no list either.
            if (IsUnknown(text, i) ? startsClause || isRole || text.Language is not ("de" or "") : (startsClause || isRole) && IsNameToo(text, i))
                yield return new Finding(text.Tokens[first].Start, text.Tokens[i].End - text.Tokens[first].Start, FindingKind.Name);
        }
    }

    private static string Lower(string text, Token token) => text.Substring(token.Start, token.Length).ToLowerInvariant();

    private static bool IsSaid(TokenizedText text, int index) => char.IsLower(text.Text[text.Tokens[index].Start]) && Starts.Value.Contains(Lower(text.Text, text.Tokens[index]))
        && Array.Exists(Verbs.Value.StartingWith(text.Tokens[index].Folded), verb => verb.IsAt(text, index));

    /// <summary>Whether brackets behind a word have nothing but who somebody is: Quistenberg (daughter).</summary>
    private static bool IsRoleInBrackets(TokenizedText text, int index) => text.Between(index - 1) == " (" && text.Tokens[index].End < text.Text.Length
        && text.Text[text.Tokens[index].End] == ')' && NameLabels.IsRole(text.Tokens[index].Folded);

    /// <summary>Whether a word is a name of many and another word, too, and is no eponym that what follows tells.</summary>
    private static bool IsNameToo(TokenizedText text, int index) => NameWords.IsTitleCase(text, index) && !EponymContext.Tells(text, index)
        && (Vocabulary.IsMostlyPerson(text.Tokens[index].Folded) || NameWords.IsFamilyToo(text.Tokens[index].Folded) || NameWords.IsGivenToo(text.Tokens[index].Folded)) && NameLabels.FindAt(text, index).Kind == NameLabelKind.None;

    private static bool IsUnknown(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return token.Length >= Shortest && NameWords.IsTitleCase(text, index) && char.IsLower(text.Text[token.End - 1])
            && !Vocabulary.IsCommonWord(token.Folded) && !Vocabulary.IsAlsoThing(token.Folded) && !MedicalEndings.Has(token.Folded)
            && (!Vocabulary.IsEponym(token.Folded) || Vocabulary.IsSurname(token.Folded))
            && !(text.Language is "de" or "" && Compounds.IsOne(token.Folded));
    }

    /// <summary>The first token of a name with the other half of a double name and the particles before it: El-Sayed, Dos Santos.</summary>
    private static int FirstOfName(TokenizedText text, int index)
    {
        var first = NameSeparators.StartWithHyphens(text, index);
        for (var i = 0; i < MostParticles && first > 0 && text.Between(first - 1) is " " or "-" && text.IsCapitalized(first - 1) && NameSeparators.IsParticle(text.Tokens[first - 1].Folded); i++)
            first--;
        return first;
    }

    private static bool StartsClause(TokenizedText text, int index) => index == 0
        || (text.Between(index - 1) is var between && (between.IndexOf('\n') >= 0 || Marks.Contains(between.Trim())))
        || text.Tokens[index - 1].Folded is "BITTE" or "UND" or "AN";
}
