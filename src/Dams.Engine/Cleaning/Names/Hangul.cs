using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>The ways in which Koreans write Hangul in Latin letters: by the parts of a syllable, and families' names as each has it.</summary>
internal static class Hangul
{
    private const char First = '\uAC00', Last = '\uD7A3';
    private const int Vowels = 21, Finals = 28;
    private const int LongestSyllable = 6, MostSyllables = 3;

    private static readonly Lazy<string[][]> Initial = new(() => Parts("initial"));
    private static readonly Lazy<string[][]> Vowel = new(() => Parts("vowel"));
    private static readonly Lazy<string[][]> Final = new(() => Parts("final"));

    private static readonly Lazy<Dictionary<string, string[]>> Spelled = new(() => LanguageData.WordsIn("ko", "readings", "surname")
        .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words.Skip(1).ToArray(), StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> AllFamilies = new(() => [.. LanguageData.WordsIn("ko", "people", "surname", "rare")]);

    private static readonly Lazy<ILookup<string, string>> FamiliesByLatin = new(() => AllFamilies.Value.Concat(Spelled.Value.Keys).Distinct()
        .SelectMany(family => LatinOfFamily(family).Select(latin => (latin, family))).ToLookup(pair => pair.latin, pair => pair.family));

    private static readonly Lazy<ILookup<string, char>> Syllables = new(() => Enumerable.Range(First, Last - First + 1).Select(code => (char)code)
        .SelectMany(syllable => LatinOf(syllable).Select(latin => (latin, syllable))).ToLookup(pair => pair.latin, pair => pair.syllable));

    public static bool IsHangul(string text) => text.Length > 0 && text.All(character => character is >= First and <= Last);

    public static bool IsLongFamily(string text) => text.Length > 1 && AllFamilies.Value.Contains(text);

    /// <summary>A family's name in Latin letters.</summary>
    public static IEnumerable<string> Families(string family) => LatinOfFamily(family);

    /// <summary>A given name in Latin letters, its syllables apart.</summary>
    public static IEnumerable<string> Givens(string given) => given.Length == 0 ? [] : Combine(given.Select(LatinOf), " ");

    /// <summary>The letters with which the syllables of a given name start in Latin letters, as initials have them.</summary>
    public static IEnumerable<string> FirstLetters(string given) => Combine(given.Select(syllable => LatinOf(syllable).Select(latin => latin.Substring(0, 1)).Distinct()), "");

    /// <summary>Whole names in Hangul of a name in Latin letters; none where the family's is no Korean one.</summary>
    public static IEnumerable<string> FromLatin(string family, string given)
    {
        var families = FamiliesByLatin.Value[family].Distinct().ToArray();
        return families.Length == 0 ? [] : Segment(given, MostSyllables).Distinct().SelectMany(name => families.Select(first => first + name));
    }

    private static IEnumerable<string> Segment(string latin, int most)
    {
        if (latin.Length == 0)
        {
            yield return "";
            yield break;
        }
        for (var length = 1; most > 0 && length <= Math.Min(LongestSyllable, latin.Length); length++)
        {
            foreach (var syllable in Syllables.Value[latin.Substring(0, length)])
            {
                foreach (var rest in Segment(latin.Substring(length), most - 1))
                    yield return syllable + rest;
            }
        }
    }

    private static IEnumerable<string> LatinOfFamily(string family) =>
        Spelled.Value.TryGetValue(family, out var spellings) ? spellings : Combine(family.Select(LatinOf), "");

    private static IEnumerable<string> LatinOf(char syllable)
    {
        var code = syllable - First;
        return
            from initial in Initial.Value[code / (Vowels * Finals)]
            from vowel in Vowel.Value[code / Finals % Vowels]
            from final in Final.Value[code % Finals]
            select initial + vowel + final;
    }

    private static IEnumerable<string> Combine(IEnumerable<IEnumerable<string>> parts, string separator) => parts.Aggregate(
        (IEnumerable<string>)[""], (before, part) => before.SelectMany(text => part.Select(next => text.Length == 0 ? next : text + separator + next)));

    // A hyphen stands for no letter.
    private static string[][] Parts(string kind) => [.. LanguageData.WordsIn("ko", "readings", kind)
        .Select(line => line.Split(' ').Select(part => part == "-" ? "" : part).ToArray())];
}
