using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// Known names in katakana of which people write a long vowel or a small letter otherwise than the header does: the whole name
/// anywhere, and a part of it where no other letter joins it or a title stands behind.
/// </summary>
internal sealed class KanaNames
{
    private const int ShortestAlone = 3;

    private readonly KnownTexts _wholes = new();
    private readonly KnownTexts _parts = new();

    /// <summary>Takes in a name.</summary>
    /// <param name="parts">Its parts in katakana of full width.</param>
    /// <param name="separators">What may stand between them.</param>
    public void Learn(string[] parts, IReadOnlyCollection<string> separators)
    {
        var forms = Array.ConvertAll(parts, LongVowels.FormsOf);
        if (forms.All(form => form.Count == 1))
            return;
        foreach (var form in forms.SelectMany(forms => forms).Where(form => form.Length >= KnownTexts.Shortest))
            _parts.Add(form);
        if (parts.Length != 2)
            return;
        foreach (var (family, given) in forms[0].SelectMany(family => forms[1].Select(given => (family, given))))
        {
            foreach (var separator in separators)
            {
                _wholes.Add(family + separator + given);
                _wholes.Add(given + separator + family);
            }
        }
    }

    /// <param name="text">The text as it is.</param>
    /// <param name="full">The text in katakana of full width.</param>
    /// <param name="places">For each character of that text its place in the other.</param>
    public IEnumerable<Finding> Find(string text, string full, int[] places)
    {
        foreach (var finding in _wholes.Find(full))
            yield return In(finding);
        foreach (var finding in _parts.Find(full))
        {
            var part = In(finding);
            if (AsianLabels.StandBeside(text, part) ? IsStart(part) : finding.Length >= ShortestAlone && IsStart(part) && IsEnd(part))
                yield return part;
        }

        Finding In(Finding finding) => new(places[finding.Start], places[finding.End] - places[finding.Start], finding.Kind);

        bool IsStart(Finding finding) => finding.Start == 0 || !IsSame(text[finding.Start - 1], text[finding.Start]);

        bool IsEnd(Finding finding) => finding.End == text.Length || !IsSame(text[finding.End], text[finding.End - 1]);
    }

    public bool IsEmpty => _parts.Count == 0;

    // A word goes on in the same syllabary.
    private static bool IsSame(char character, char other) => character == 'ー' || (Kana.IsHiragana(character) ? Kana.IsHiragana(other) : Kana.IsKatakana(character) ? !Kana.IsHiragana(other) : Kana.IsHalf(character));
}
