using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds names of places by what announces them and by the words they are made with: lives in Upper Thornwick, Alder
/// Falls. One word of the name is in no list.
/// </summary>
internal sealed class PlaceDetector : IDetector
{
    private const int LongestName = 4;
    private const int ShortestWord = 4;

    private readonly bool _isTechnical;

    /// <param name="kind">In technical terms only several words announce a place: near and at stand before other things there.</param>
    public PlaceDetector(TextKind kind = TextKind.Prose) => _isTechnical = kind != TextKind.Prose;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var lead = PlaceWords.LeadLengthAt(text, i);
            if (lead > (_isTechnical ? 1 : 0) && NameAfter(text, i + lead) is { } announced)
                yield return announced;
            if (!_isTechnical && text.IsRomance && IsTitleCase(text, i) && PlaceWords.IsBehindPreposition(text, i) && !Vocabulary.IsEponym(text.Tokens[i].Folded) && !NameLabels.IsTitle(text, i)
                && TownDetector.EndOfTown(text, text.Tokens[i].Start - 1) is var end && end >= text.Tokens[i].End && IsUnknownTown(text, i, end))
            {
                yield return new Finding(text.Tokens[i].Start, end - text.Tokens[i].Start, FindingKind.PostalAddress);
            }
            if (!_isTechnical && i > 0 && text.Between(i - 1) == " " && IsUnknown(text, i - 1) && IsTitleCase(text, i)
                && PlaceWords.EndsPlace(text.Tokens[i].Folded))
            {
                yield return Between(text, i - 1, i);
            }
        }
    }

    private static bool IsUnknownTown(TokenizedText text, int first, int end)
    {
        for (var i = first; i < text.Tokens.Count && text.Tokens[i].Start < end; i++)
        {
            if (IsUnknown(text, i))
                return true;
        }
        return false;
    }

    /// <summary>The place after the words that announce it, and a second one after a comma: the town of a firm.</summary>
    private static Finding? NameAfter(TokenizedText text, int first)
    {
        var last = first - 1;
        while (last + 1 < text.Tokens.Count && last + 1 - first < LongestName && IsTitleCase(text, last + 1)
            && (Continues(text, last) || (last >= first && text.Between(last) == ", " && PlaceWords.StartsPlace(text.Tokens[last + 1].Folded)))
            && IsPart(text, last + 1))
        {
            last++;
        }
        return Enumerable.Range(first, last - first + 1).Any(i => IsUnknown(text, i) && !IsNoun(text, i)) ? Between(text, first, last) : null;
    }

    private static Finding Between(TokenizedText text, int first, int last) =>
        new(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.PostalAddress);

    private static bool Continues(TokenizedText text, int index) => text.Between(index) is " " or "-" or ". ";

    private static bool IsPart(TokenizedText text, int index)
    {
        var folded = text.Tokens[index].Folded;
        return IsUnknown(text, index) || PlaceWords.EndsPlace(folded) || PlaceWords.StartsPlace(folded);
    }

    // German has a capital for every noun: in Bauchlage.
    private static bool IsNoun(TokenizedText text, int index) => text.Language == "de" && TownNames.LengthAt(text, index) == 0
        && (MedicalEndings.Has(text.Tokens[index].Folded) || Compounds.IsOne(text.Tokens[index].Folded));

    private static bool IsUnknown(TokenizedText text, int index) =>
        text.Tokens[index].Length >= ShortestWord && IsTitleCase(text, index) && !Vocabulary.IsCommonWord(text.Tokens[index].Folded);

    /// <summary>Capitals throughout are those of abbreviations and protocols.</summary>
    private static bool IsTitleCase(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 1 && char.IsUpper(text.Text[token.Start])
            && char.IsLower(text.Text[token.Start + 1]) && char.IsLower(text.Text[token.End - 1]);
    }
}
