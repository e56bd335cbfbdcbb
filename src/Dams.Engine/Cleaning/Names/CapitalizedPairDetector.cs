using System;
using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names that nothing announces in running text: two words side by side that start with a capital, go on in small
/// letters, and are in no list.
/// </summary>
internal sealed class CapitalizedPairDetector : IDetector
{
    private const int Shortest = 3;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i + 1 < text.Tokens.Count; i++)
        {
            // German starts a sentence with an adjective before a noun: "Weiße Substanz".
            if (text.Language == "de" && (StartsSentence(text, i) || IsWord(text.Tokens[i].Folded) || IsWord(text.Tokens[i + 1].Folded) || IsOfTown(text.Tokens[i].Folded)))
                continue;
            if (!IsUnknown(text, i) || !IsUnknown(text, i + 1) || text.Between(i) != " " || (Vocabulary.IsEponym(text.Tokens[i + 1].Folded) && EponymContext.Tells(text, i + 1)))
                continue;
            yield return new Finding(text.Tokens[i].Start, text.Tokens[NameSeparators.EndWithHyphens(text, i + 1)].End - text.Tokens[i].Start, FindingKind.Name);
        }
    }

    private static bool IsWord(string folded) => MedicalEndings.Has(folded) || Compounds.IsOne(folded);

    // Wiener Kriterien, Heidelberger Klassifikation.
    private static bool IsOfTown(string folded) => folded.EndsWith("ER", StringComparison.Ordinal) && !Vocabulary.IsSurname(folded) && !Vocabulary.IsGivenName(folded);

    private static bool StartsSentence(TokenizedText text, int index) =>
        index == 0 || text.Between(index - 1).IndexOfAny(['.', ':', ';', '\n', '!', '?', '-']) >= 0;

    private static bool IsUnknown(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length >= Shortest && token.Folded.Length > 0
            && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1]) && char.IsLower(text.Text[token.End - 1])
            && !Vocabulary.IsCommonWord(token.Folded);
    }
}
