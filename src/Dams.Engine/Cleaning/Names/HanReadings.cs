using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>Finds names in Chinese characters that are known in Latin letters alone, by what the characters sound like.</summary>
internal sealed class HanReadings
{
    private const int LongestFamily = 4, LongestGiven = 5;

    private readonly List<string> _groups = [];

    // Few texts are in a script that writes no spaces; what their names may be is made out where one is.
    private readonly Lazy<List<Sounds>> _all;

    // By the characters with which the family's name can start.
    private readonly Lazy<Dictionary<char, List<Sounds>>> _byStart;

    // Those whose characters no list of names has.
    private readonly Lazy<MandarinNames> _others;

    public HanReadings()
    {
        _all = new Lazy<List<Sounds>>(() => [.. _groups.Select(SoundsOf).OfType<Sounds>()]);
        _byStart = new Lazy<Dictionary<char, List<Sounds>>>(ByStart);
        _others = new Lazy<MandarinNames>(Others);
    }

    /// <summary>What a name sounds like.</summary>
    private sealed record Sounds(string[] Families, string FamilyKey, string Given, string GivenKey);

    /// <summary>Takes in a component group of PN in Latin letters, before the first text is searched.</summary>
    public void Learn(string group) => _groups.Add(group);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (_groups.Count == 0 || !text.HasUnspacedScript || _all.Value.Count == 0)
            yield break;
        foreach (var finding in _others.Value.Find(text.Text))
            yield return finding;
        foreach (var finding in AsianLabels.FindBesides(text.Text).Where(finding => _all.Value.Exists(name => IsGiven(text.Text.Substring(finding.Start, finding.Length), name))))
            yield return finding;
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (!_byStart.Value.TryGetValue(text.Text[i], out var names))
                continue;
            if (names.Exists(name => IsFamilyAlone(text.Text, i, name)))
                yield return new Finding(i, 1, FindingKind.Name);
            foreach (var name in names)
            {
                if (LengthAt(text.Text, i, name) is > 0 and var length)
                    yield return new Finding(i, length, FindingKind.Name);
            }
        }
    }

    private static Sounds? SoundsOf(string group)
    {
        var parts = group.Split('^').Take(2).Select(Spellings.Joined).ToArray();
        return parts.Length < 2 || parts[0].Length < 2 || parts[1].Length < 2
            ? null
            : new Sounds([.. Pinyin.SoundsOf(parts[0])], JapaneseReadings.Key(parts[0]), parts[1], JapaneseReadings.Key(parts[1]));
    }

    private MandarinNames Others()
    {
        var others = new MandarinNames();
        foreach (var name in _all.Value)
            others.Learn(name.Families, name.Given);
        return others;
    }

    private Dictionary<char, List<Sounds>> ByStart()
    {
        var byStart = new Dictionary<char, List<Sounds>>();
        foreach (var name in _all.Value)
        {
            foreach (var start in name.Families.SelectMany(Pinyin.StartsOf).Concat(JapaneseReadings.StartsOf(name.FamilyKey)).Distinct())
            {
                if (!byStart.TryGetValue(start, out var names))
                    byStart.Add(start, names = []);
                names.Add(name);
            }
        }
        return byStart;
    }

    /// <summary>Number of characters from a place on that are the name; zero where it is not.</summary>
    private static int LengthAt(string text, int start, Sounds name)
    {
        for (var length = 1; length <= LongestFamily && start + length <= text.Length; length++)
        {
            var family = text.Substring(start, length);
            var isChinese = name.Families.Any(sound => IsRead(family, sound));
            if (!isChinese && !JapaneseReadings.IsFamily(family, name.FamilyKey))
                continue;
            var next = start + length < text.Length && text[start + length] is ' ' or '\u3000' ? start + length + 1 : start + length;
            for (var given = Math.Min(LongestGiven, text.Length - next); given > 0; given--)
            {
                var rest = text.Substring(next, given);
                if ((isChinese && IsRead(rest, name.Given)) || JapaneseReadings.IsGiven(rest, name.GivenKey))
                    return IsWord(text.Substring(start, next + given - start)) ? 0 : next + given - start;
            }
            // Few common words read like a family's name of two characters.
            if (!isChinese && length > 1 && FamilyNames.IsFamily(family) && !UnspacedNames.IsEponymic(text, start + length) && !Vocabulary.IsCommonWord(family))
                return length;
        }
        return 0;
    }

    private static bool IsFamilyAlone(string text, int index, Sounds name) => text.Substring(index, 1) is var family
        && (FamilyNames.IsFamily(family) || JapaneseReadings.CanBeFamily(family)) && (name.Families.Any(sound => IsRead(family, sound)) || JapaneseReadings.IsFamily(family, name.FamilyKey))
        && KnownFamilies.IsNamed(text, index);

    private static bool IsGiven(string text, Sounds name) => IsRead(text, name.Given) || JapaneseReadings.IsGiven(text, name.GivenKey);

    private static bool IsWord(string name) => Vocabulary.IsCommonWord(name) || AsianLabels.IsWord(name);

    private static bool IsRead(string characters, string sound)
    {
        if (characters.Length == 0)
            return sound.Length == 0;
        return Pinyin.Of(characters[0]).Any(first => sound.StartsWith(first, StringComparison.Ordinal) && IsRead(characters.Substring(1), sound.Substring(first.Length)));
    }
}
