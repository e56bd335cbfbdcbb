using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>How names in Korean, Japanese and Chinese letters are written in Latin ones, and the other way round.</summary>
internal static class Spellings
{
    private const int MostSpellings = 400, MostInHangul = 1600;

    // Nobody's name is longer in these scripts, and the spellings of longer ones would be without number.
    private const int LongestName = 8;

    /// <summary>The families' and the given names in Latin letters, folded, that a component group of PN in another script can be.</summary>
    public static (IReadOnlyList<string> Families, IReadOnlyList<string> Givens) InLatin(string group)
    {
        var components = Components(group);
        if (components.Length == 0 || components.Sum(component => component.Length) > LongestName)
            return ([], []);
        var (family, given) = components.Length > 1 ? (components[0], components[1]) : Split(components[0]);
        if (Hangul.IsHangul(family + given))
            return ([.. Hangul.Families(family).Take(MostSpellings)], [.. Hangul.Givens(given).Take(MostSpellings)]);
        return ([.. Pinyin.Families(family).Concat(JapaneseReadings.FamiliesOf(family)).Distinct().Take(MostSpellings)],
            [.. Pinyin.GivensOf(given).Concat(JapaneseReadings.GivensOf(given)).Distinct().Take(MostSpellings)]);
    }

    /// <summary>The whole names in Hangul that a component group of PN in Latin letters can be.</summary>
    public static IEnumerable<string> InHangul(string group)
    {
        var components = Components(group);
        return components.Length < 2 ? [] : Hangul.FromLatin(Joined(components[0]), Joined(components[1])).Take(MostInHangul);
    }

    /// <summary>The letters of a name without spaces and hyphens, folded.</summary>
    public static string Joined(string name) => string.Concat(new TokenizedText(name).Tokens.Select(token => token.Folded));

    private static string[] Components(string group) => [.. group.Split('^').Take(2).Select(part => part.Replace(" ", "").Replace("\u3000", "")).Where(part => part.Length > 0)];

    // A name in one component: the family's is one letter, or one of the known longer ones.
    private static (string Family, string Given) Split(string name)
    {
        var length = name.Length > 2 && (Hangul.IsLongFamily(name.Substring(0, 2)) || Pinyin.IsLongFamily(name.Substring(0, 2)) || JapaneseReadings.IsFamily(name.Substring(0, 2))) ? 2 : 1;
        return (name.Substring(0, Math.Min(length, name.Length)), name.Substring(Math.Min(length, name.Length)));
    }
}
