using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds unknown names without title or label: a common given name directly beside a common surname, or beside a
/// word that no list knows.
/// </summary>
internal sealed class ListedNameDetector : IDetector
{
    private const int ShortestUnknown = 3;
    private const int MostParticles = 4;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i + 1 < text.Tokens.Count; i++)
        {
            if (CanBeName(text, i) && Vocabulary.IsGivenName(text.Tokens[i].Folded) && EndOfParticles(text, i) is var end && end > i
                && CanBeName(text, end) && !IsAbbreviation(text, i, end) && (CanBeSurname(text.Tokens[end].Folded) || (char.IsLower(text.Text[text.Tokens[end - 1].Start]) && !IsWord(text, end))))
            {
                var start = NameSeparators.StartWithHyphens(text, i);
                yield return new Finding(text.Tokens[start].Start, text.Tokens[end].End - text.Tokens[start].Start, FindingKind.Name);
            }
            if (!CanBeName(text, i) || !CanBeName(text, i + 1) || text.Between(i) is not (" " or ", " or "," or "^" or "_"))
                continue;
            var (first, second) = (text.Tokens[i].Folded, text.Tokens[i + 1].Folded);
            // A given name before a comma is the last word of what precedes it: criterios de Milán, BCLC B.
            var isName = (Vocabulary.IsGivenName(first) && (text.Between(i).IndexOf(',') < 0 ? CanBeSurname(second) : Vocabulary.IsSurname(second)))
                || (Vocabulary.IsGivenName(second) && Vocabulary.IsSurname(first))
                || (Vocabulary.IsGivenName(second) && text.Between(i) is "^" or ", " or "," && CanBeSurname(first))
                || IsWithWord(text, i);
            if (!isName || (text.Between(i) == " " && Vocabulary.IsEponym(second) && EponymContext.IsBeforeNoun(text, i + 1)))
                continue;
            var firstPart = NameSeparators.StartWithHyphens(text, i);
            yield return new Finding(text.Tokens[firstPart].Start, text.Tokens[i].End - text.Tokens[firstPart].Start, FindingKind.Name);
            yield return new Finding(
                text.Tokens[i + 1].Start, text.Tokens[NameSeparators.EndWithHyphens(text, i + 1)].End - text.Tokens[i + 1].Start, FindingKind.Name);
        }
    }

    /// <summary>
    /// Whether one of two words is a name and the other one, too, though it is another word elsewhere: Adelheid Horn, CONSUELO RIVERA.
    /// </summary>
    private static bool IsWithWord(TokenizedText text, int index)
    {
        var (first, second) = (text.Tokens[index].Folded, text.Tokens[index + 1].Folded);
        if (text.Between(index) != " " || !NameWords.AreWrittenAlike(text, index, index + 1))
            return false;
        return (Vocabulary.IsGivenName(first) && !Vocabulary.IsEponym(first) && !Vocabulary.IsAlsoThing(first) && Vocabulary.IsSurnameToo(second) && NameLabels.FindAt(text, index + 1).Kind == NameLabelKind.None)
            || (NameWords.IsGivenToo(first) && Vocabulary.IsSurname(second) && !Vocabulary.IsEponym(second) && !Vocabulary.IsAlsoThing(second));
    }

    /// <summary>The token after the particles that follow another: the third of Khalid Al Rashid. The same token where none do.</summary>
    private static int EndOfParticles(TokenizedText text, int index)
    {
        var end = index + 1;
        while (end + 1 < text.Tokens.Count && end - index <= MostParticles && text.Between(end - 1) is " "
            && (text.Tokens[end].Length > 1 ? NameSeparators.IsParticle(text.Tokens[end].Folded) && text.Between(end) is " " or "-" : IsElided(text, end)))
        {
            end++;
        }
        return end > index + 1 ? end : index;
    }

    // D'Souza, O'Rourke, L'Hermitte.
    private static bool IsElided(TokenizedText text, int index) => text.Tokens[index].Folded is "D" or "O" or "L" && text.Between(index) is "'" or "’";

    // Anna del CUP.
    private static bool IsAbbreviation(TokenizedText text, int given, int index) => text.IsRomance
        && char.IsUpper(text.Text[text.Tokens[index].End - 1]) && char.IsLower(text.Text[text.Tokens[given].End - 1]);

    private static bool CanBeName(TokenizedText text, int index) =>
        !text.Tokens[index].IsNumber && text.IsCapitalized(index) && !IsClass(text, index) && !Scripts.IsWithoutSpaces(text.Text[text.Tokens[index].Start]);

    // Tipo IVa de Todani: two capitals and a small letter are a class.
    private static bool IsClass(TokenizedText text, int index) => text.Tokens[index].Length is 2 or 3 or 4
        && char.IsUpper(text.Text[text.Tokens[index].Start + 1]) && text.Text[text.Tokens[index].End - 1] is 'a' or 'b' or 'c';

    // Gerhard von der A3, Gerhard von der Pforte.
    private static bool IsWord(TokenizedText text, int index) => text.Tokens[index].Length == 1
        || (text.Language is "de" or "" && (Vocabulary.IsCommonWord(text.Tokens[index].Folded) || MedicalEndings.Has(text.Tokens[index].Folded) || Compounds.IsOne(text.Tokens[index].Folded)));

    private static bool CanBeSurname(string folded) =>
        Vocabulary.IsSurname(folded) || Vocabulary.IsGivenName(folded)
        || (folded.Length >= ShortestUnknown && !Vocabulary.IsCommonWord(folded));
}
