using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>Finds names in Chinese characters that are known in Latin letters alone, by what the characters sound like.</summary>
internal sealed class HanReadings
{
    private const int LongestFamily = 3, LongestGiven = 3;

    private readonly List<(string[] Families, string FamilyKey, string Given, string GivenKey)> _names = [];

    /// <summary>Takes in a component group of PN in Latin letters.</summary>
    public void Learn(string group)
    {
        var parts = group.Split('^').Take(2).Select(Spellings.Joined).ToArray();
        if (parts.Length == 2 && parts[0].Length > 1 && parts[1].Length > 1)
            _names.Add(([.. Pinyin.SoundsOf(parts[0])], JapaneseReadings.Key(parts[0]), parts[1], JapaneseReadings.Key(parts[1])));
    }

    public IEnumerable<Finding> Find(string text)
    {
        for (var i = 0; i < text.Length && _names.Count > 0; i++)
        {
            if (text[i] is < '\u3400' or > '\u9FFF')
                continue;
            foreach (var name in _names)
            {
                if (LengthAt(text, i, name) is > 0 and var length)
                    yield return new Finding(i, length, FindingKind.Name);
            }
        }
    }

    /// <summary>Number of characters from a place on that are the name; zero where it is not.</summary>
    private static int LengthAt(string text, int start, (string[] Families, string FamilyKey, string Given, string GivenKey) name)
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
                    return next + given - start;
            }
            // Few common words read like a family's name of two characters.
            if (!isChinese && length > 1 && !Vocabulary.IsCommonWord(family))
                return length;
        }
        return 0;
    }

    private static bool IsRead(string characters, string sound)
    {
        if (characters.Length == 0)
            return sound.Length == 0;
        return Pinyin.Of(characters[0]).Any(first => sound.StartsWith(first, StringComparison.Ordinal) && IsRead(characters.Substring(1), sound.Substring(first.Length)));
    }
}
