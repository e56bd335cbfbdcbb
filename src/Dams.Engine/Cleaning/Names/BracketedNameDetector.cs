using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names that nothing announces but the date before their brackets, which says when somebody did what is written before, or the
/// date and a colon: TACE 3.4.2021 (Rodenburgh), letter of 12 May 2020 (Stubbe-Keil), 3.4.2021 Rodenburgh: record missing.
/// </summary>
internal sealed class BracketedNameDetector : IDetector
{
    private const int Shortest = 3, MostParticles = 3;
    private const int LengthOfYear = 4, LengthOfDate = 8, LengthOfShortYear = 2;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 1; i < text.Tokens.Count; i++)
        {
            if (text.Between(i - 1) is not (" (" or "(" or " ") || !EndsDate(text, i - 1))
                continue;
            var name = EndOfParticles(text, i);
            if (!IsUnknown(text, name) && !IsNameToo(text, name))
                continue;
            var last = NameSeparators.EndWithHyphens(text, name);
            if (text.Tokens[last].End < text.Text.Length && text.Text[text.Tokens[last].End] == (text.Between(i - 1) == " " ? ':' : ')'))
                yield return new Finding(text.Tokens[i].Start, text.Tokens[last].End - text.Tokens[i].Start, FindingKind.Name);
        }
    }

    /// <summary>The token behind the particles that a name starts with: De los Santos. The same token where none do.</summary>
    private static int EndOfParticles(TokenizedText text, int index)
    {
        var end = index;
        while (end + 1 < text.Tokens.Count && end - index < MostParticles && text.Between(end) is " " or "'" or "’" or "-" && NameSeparators.IsParticle(text.Tokens[end].Folded))
            end++;
        return end;
    }

    /// <summary>Whether a word is a name of many and another word, too; a colon stands behind such words of the report.</summary>
    private static bool IsNameToo(TokenizedText text, int index) => NameWords.IsTitleCase(text, index) && text.Tokens[index].End < text.Text.Length && text.Text[text.Tokens[index].End] == ')'
        && (Vocabulary.IsMostlyPerson(text.Tokens[index].Folded) || NameWords.IsFamilyToo(text.Tokens[index].Folded) || NameWords.IsGivenToo(text.Tokens[index].Folded));

    private static bool EndsDate(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        if (!token.IsNumber)
            return false;
        if (token.Length is LengthOfYear or LengthOfDate)
            return text.Text[token.Start] is '1' or '2';
        return token.Length == LengthOfShortYear && index > 0
            && (text.Between(index - 1) is "." or "/" or "-" ? text.Tokens[index - 1].IsNumber : Dates.MonthNames.NumberOf(text.Tokens[index - 1].Folded) > 0);
    }

    private static bool IsUnknown(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length >= Shortest && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1]) && char.IsLower(text.Text[token.End - 1])
            && !Vocabulary.IsCommonWord(token.Folded) && !Vocabulary.IsAlsoThing(token.Folded) && !MedicalEndings.Has(token.Folded)
            && (!Vocabulary.IsEponym(token.Folded) || Vocabulary.IsSurname(token.Folded)) && !(text.Language is "de" or "" && Compounds.IsOne(token.Folded));
    }
}
