using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dams.Cleaning.Names;

/// <summary>
/// Known names in scripts that write no spaces, over the end of a line, which may stand within any word there, and over several
/// spaces, which may stand between the family's and the given name or between all letters.
/// </summary>
internal sealed class BrokenNames
{
    // Two letters are the end of one word and the start of the next.
    private const int Shortest = 3;

    private readonly KnownTexts _names = new();

    // For each name where its first part may end.
    private readonly Dictionary<string, HashSet<int>> _ends = new(StringComparer.Ordinal);

    /// <summary>Takes in the two parts of a name, in either order.</summary>
    public void Learn(string first, string second)
    {
        foreach (var (before, behind) in new[] { (first, second), (second, first) })
        {
            var name = HanVariants.Fold(before + behind);
            if (name.Length < Shortest || UnspacedNames.IsWord(name))
                continue;
            _names.Add(name);
            if (!_ends.TryGetValue(name, out var ends))
                _ends.Add(name, ends = []);
            ends.Add(before.Length);
        }
    }

    public IEnumerable<Finding> Find(string text)
    {
        if (_names.Count == 0 || Joined(text, out var places) is not { } joined)
            yield break;
        foreach (var finding in _names.Find(joined))
        {
            var (start, end) = (places[finding.Start], places[finding.End - 1] + 1);
            if (end - start > finding.Length && MayBreak(text, places, finding, _ends[joined.Substring(finding.Start, finding.Length)]))
                yield return new Finding(start, end - start, FindingKind.Name);
        }
    }

    private static bool MayBreak(string text, List<int> places, Finding finding, HashSet<int> ends)
    {
        var breaks = Enumerable.Range(1, finding.Length - 1).Where(i => places[finding.Start + i] > places[finding.Start + i - 1] + 1).ToArray();
        return breaks.Length == finding.Length - 1 || Array.TrueForAll(breaks, i => ends.Contains(i) || EndsLine(text, places[finding.Start + i - 1] + 1, places[finding.Start + i]));
    }

    private static bool EndsLine(string text, int start, int end) => text.IndexOfAny(['\r', '\n'], start, end - start) >= 0;

    /// <summary>The text without blanks between letters of these scripts; null where there are none but single spaces.</summary>
    private static string? Joined(string text, out List<int> places)
    {
        places = [];
        if (!HasBreak(text))
            return null;
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && i > 0 && Scripts.IsWithoutSpaces(text[i - 1]))
            {
                var end = EndOfBlanks(text, i);
                if (end < text.Length && Scripts.IsWithoutSpaces(text[end]))
                    i = end;
            }
            joined.Append(text[i]);
            places.Add(i);
        }
        return joined.ToString();
    }

    // Single spaces are among the separators of known names.
    private static bool HasBreak(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && Scripts.IsWithoutSpaces(text[i - 1]) && (text[i] is not (' ' or '\u3000') || char.IsWhiteSpace(text[i + 1])))
                return true;
        }
        return false;
    }

    private static int EndOfBlanks(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }
}
