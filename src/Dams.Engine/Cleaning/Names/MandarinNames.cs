using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds Chinese names that are known in Latin letters alone by what their characters sound like, whichever these are. Two
/// characters sound like many words: they are the name beside what announces somebody, or where nothing joins them.
/// </summary>
internal sealed class MandarinNames
{
    private const int LongestFamily = 2, LongestGiven = 3, ShortestSure = 3, LongestSound = 6;

    private readonly HashSet<string> _givens = new(StringComparer.Ordinal);

    // By all that the first character of the family's name may sound like.
    private readonly Dictionary<string, List<(string Family, string Given)>> _bySound = new(StringComparer.Ordinal);

    /// <summary>Takes in a name in Latin letters.</summary>
    /// <param name="families">What the family's name sounds like.</param>
    /// <param name="given">The given name without spaces.</param>
    public void Learn(IEnumerable<string> families, string given)
    {
        _givens.Add(given);
        foreach (var family in families)
        {
            for (var length = 1; length <= Math.Min(LongestSound, family.Length); length++)
            {
                var sound = family.Substring(0, length);
                if (!_bySound.TryGetValue(sound, out var names))
                    _bySound.Add(sound, names = []);
                names.Add((family, given));
            }
        }
    }

    public IEnumerable<Finding> Find(string text)
    {
        for (var start = 0; _givens.Count > 0 && start < text.Length; start++)
        {
            foreach (var (family, given) in HanNames.IsHan(text[start]) ? MandarinSounds.Of(text[start]).SelectMany(NamesOf) : [])
            {
                if (LengthAt(text, start, family, given) is > 0 and var length)
                    yield return new Finding(start, length, FindingKind.Name);
            }
        }
        foreach (var finding in _givens.Count == 0 ? [] : AsianLabels.FindBesides(text))
        {
            if (_givens.Any(given => MandarinSounds.Are(text, finding.Start, finding.Length, given)))
                yield return finding;
        }
    }

    private List<(string Family, string Given)> NamesOf(string sound) => _bySound.TryGetValue(sound, out var names) ? names : [];

    /// <summary>Number of characters from a place on that are the name, or the family's before a title; zero where neither is.</summary>
    private static int LengthAt(string text, int start, string family, string given)
    {
        for (var length = 1; length <= LongestFamily && start + length <= text.Length; length++)
        {
            if (!MandarinSounds.Are(text, start, length, family))
                continue;
            for (var more = Math.Min(LongestGiven, text.Length - start - length); more > 0; more--)
            {
                if (MandarinSounds.Are(text, start + length, more, given) && IsName(text, new Finding(start, length + more, FindingKind.Name)))
                    return length + more;
            }
            if (IsNamed(text, start, length))
                return length;
        }
        return 0;
    }

    private static bool IsName(string text, Finding finding) => !IsWord(text.Substring(finding.Start, finding.Length))
        && (finding.Length >= ShortestSure || IsApart(text, finding) || HanActors.IsLed(text, finding.Start) && (finding.End == text.Length || !Scripts.IsWithoutSpaces(text[finding.End])) || AsianLabels.StandBeside(text, finding));

    private static bool IsApart(string text, Finding finding) =>
        (finding.Start == 0 || !Scripts.IsWithoutSpaces(text[finding.Start - 1])) && (finding.End == text.Length || !Scripts.IsWithoutSpaces(text[finding.End]));

    /// <summary>Whether the family's name alone names somebody: before a title, and of one character where nothing joins it to a word before it.</summary>
    private static bool IsNamed(string text, int start, int length)
    {
        var startsWord = start == 0 || !Scripts.IsWithoutSpaces(text[start - 1]) || (start > 1 && text[start - 1] is '日' or '号' && char.IsDigit(text[start - 2]));
        return !IsWord(text.Substring(start, length)) && ((AsianLabels.StartsBehind(text, start + length) && (startsWord || AsianLabels.EndsBefore(text, start) || HanActors.IsLed(text, start)))
            || (startsWord && length == 1 && KnownFamilies.IsNamed(text, start)));
    }

    private static bool IsWord(string text) => Vocabulary.IsCommonWord(text) || AsianLabels.IsWord(text);
}
