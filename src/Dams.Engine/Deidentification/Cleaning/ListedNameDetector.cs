using System.Collections.Generic;

namespace Dams.Deidentification.Cleaning;

/// <summary>
/// Finds names that nobody told of and nothing announces: a common given name right beside a common surname, or beside a
/// word that no list knows.
/// </summary>
internal sealed class ListedNameDetector : IDetector
{
    private const int ShortestUnknown = 3;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i + 1 < text.Tokens.Count; i++)
        {
            if (!CanBeName(text, i) || !CanBeName(text, i + 1) || text.Between(i) is not (" " or ", " or "," or "^" or "_"))
                continue;
            var (first, second) = (text.Tokens[i].Folded, text.Tokens[i + 1].Folded);
            var isName = (Vocabulary.IsGivenName(first) && CanBeSurname(second))
                || (Vocabulary.IsGivenName(second) && Vocabulary.IsSurname(first))
                || (Vocabulary.IsGivenName(second) && text.Between(i) is "^" or ", " or "," && CanBeSurname(first));
            if (!isName)
                continue;
            yield return new Finding(text.Tokens[i].Start, text.Tokens[i].Length, FindingKind.Name);
            yield return new Finding(text.Tokens[i + 1].Start, text.Tokens[i + 1].Length, FindingKind.Name);
        }
    }

    private static bool CanBeName(TokenizedText text, int index) =>
        !text.Tokens[index].IsNumber && text.IsCapitalized(index) && !Scripts.IsWithoutSpaces(text.Text[text.Tokens[index].Start]);

    private static bool CanBeSurname(string folded) =>
        Vocabulary.IsSurname(folded) || Vocabulary.IsGivenName(folded)
        || (folded.Length >= ShortestUnknown && !Vocabulary.IsClinical(folded));
}
