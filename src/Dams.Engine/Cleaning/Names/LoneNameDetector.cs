using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds unknown names that stand alone and that nothing announces: a common given name or surname, where it is not
/// that of a sign, a disease, a device or a place.
/// </summary>
internal sealed class LoneNameDetector : IDetector
{
    private const int Shortest = 3;
    private const int ShortestInCapitals = 5;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (!IsWrittenAsName(text, i) || !IsSomebody(text, i))
                continue;
            var last = NameSeparators.EndWithHyphens(text, i);
            var first = FirstOfName(text, i);
            yield return new Finding(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.Name);
            foreach (var other in OthersBeside(text, first, last))
                yield return other;
            i = last;
        }
    }

    /// <summary>Words that no list has, which a stroke or a plus joins to a name: Robertson/Quistenberg, Quistenberg + Robertson.</summary>
    private static IEnumerable<Finding> OthersBeside(TokenizedText text, int first, int last)
    {
        if (first > 0 && Joins(text, first - 1) && IsUnknown(text, first - 1))
            yield return new Finding(text.Tokens[first - 1].Start, text.Tokens[first - 1].Length, FindingKind.Name);
        if (last + 1 < text.Tokens.Count && Joins(text, last) && IsUnknown(text, last + 1))
        {
            var end = NameSeparators.EndWithHyphens(text, last + 1);
            yield return new Finding(text.Tokens[last + 1].Start, text.Tokens[end].End - text.Tokens[last + 1].Start, FindingKind.Name);
        }
    }

    private static bool Joins(TokenizedText text, int index) => text.Between(index) is "/" or " / " or " + " or "+" or " & " or "&";

    private static bool IsUnknown(TokenizedText text, int index) => NameWords.IsTitleCase(text, index) && char.IsLower(text.Text[text.Tokens[index].End - 1])
        && !Vocabulary.IsCommonWord(text.Tokens[index].Folded) && !Vocabulary.IsAlsoThing(text.Tokens[index].Folded) && !MedicalEndings.Has(text.Tokens[index].Folded)
        && (!Vocabulary.IsEponym(text.Tokens[index].Folded) || Vocabulary.IsSurname(text.Tokens[index].Folded));

    private static bool IsWrittenAsName(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (token.IsNumber || token.Length < Shortest || !char.IsUpper(text.Text[token.Start]) || Touches(text, index))
            return false;
        return char.IsLower(text.Text[token.End - 1]) || (token.Length >= ShortestInCapitals && char.IsUpper(text.Text[token.Start + 1]));
    }

    /// <summary>Whether a digit or a mark of names of files and addresses stands right beside a word: it belongs to a code then.</summary>
    private static bool Touches(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return (token.Start > 0 && IsOfCode(text.Text[token.Start - 1])) || (token.End < text.Text.Length && IsOfCode(text.Text[token.End]));
    }

    private static bool IsOfCode(char character) => char.IsDigit(character) || character is '_' or '@' or '\\' or '®' or '™';

    private static bool IsSomebody(TokenizedText text, int index)
    {
        var folded = text.Tokens[index].Folded;
        if (!(Vocabulary.IsSurname(folded) || Vocabulary.IsGivenName(folded)) || Vocabulary.IsCommonWord(folded) || EponymContext.Tells(text, index))
            return false;
        if (FirstOfName(text, index) < index || (Vocabulary.IsGivenName(folded) && StandsAmongGiven(text, index)))
            return true;
        // In German every noun has a capital, and "mit Keil" is with a wedge.
        if (Vocabulary.IsAlsoThing(folded))
            return text.Language == "de" ? Vocabulary.IsMostlyPerson(folded) : NameContext.IsBehindPreposition(text, index) || (Vocabulary.IsMostlyPerson(folded) && IsWithinSentence(text, index));
        return !Vocabulary.IsEponym(folded) || Vocabulary.IsMostlyPerson(folded) || NameContext.IsBehindPreposition(text, index);
    }

    /// <summary>Whether a given name stands in brackets alone, or a hyphen joins it to another: (Trevor), Jean-Marc.</summary>
    private static bool StandsAmongGiven(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return (token.Start > 0 && text.Text[token.Start - 1] == '(' && token.End < text.Text.Length && text.Text[token.End] == ')')
            || (index + 1 < text.Tokens.Count && text.Between(index) == "-" && IsGiven(text, index + 1) && !IsHyphenated(text, index - 1) && !IsHyphenated(text, index + 1));
    }

    private static bool IsGiven(TokenizedText text, int index) => text.IsCapitalized(index)
        && (Vocabulary.IsGivenName(text.Tokens[index].Folded) || NameWords.IsGivenToo(text.Tokens[index].Folded));

    private static bool IsHyphenated(TokenizedText text, int index) => index >= 0 && index + 1 < text.Tokens.Count && text.Between(index) == "-";

    // "Campos pulmonares" starts one.
    private static bool IsWithinSentence(TokenizedText text, int index) => index > 0 && text.Between(index - 1) == " " && char.IsLower(text.Text[text.Tokens[index - 1].Start]);

    // De Rosa, Van Dijk.
    private static int FirstOfName(TokenizedText text, int index)
    {
        var first = index;
        while (first > 0 && text.Between(first - 1) == " " && text.IsCapitalized(first - 1) && !text.Tokens[first - 1].IsNumber
            && NameSeparators.IsParticle(text.Tokens[first - 1].Folded))
        {
            first--;
        }
        // O'Connor: the letter is of the name; L' and D' in small letters are of the sentence.
        if (first == index && first > 0 && text.Between(first - 1) is "'" or "’" && text.Tokens[first - 1].Folded is "O" or "D" && text.IsCapitalized(first - 1))
            first--;
        return first;
    }
}
