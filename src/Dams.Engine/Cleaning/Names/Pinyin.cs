using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>The sounds of the Chinese characters that names are made of, and older spellings of families' names.</summary>
internal static class Pinyin
{
    private const int LongestSound = 6;

    // As Taiwan spells them.
    private static readonly Lazy<ILookup<string, string>> Wade = new(() => LanguageData.WordsIn("zh", "readings", "older")
        .Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(spelling => (words[0], spelling))).ToLookup(pair => pair.Item1, pair => pair.spelling));

    private static readonly Lazy<ILookup<char, string>> Sounds = new(() => LanguageData.WordsIn("zh", "readings", "sound")
        .Select(line => line.Split(' ')).SelectMany(words => words[1].SelectMany(character => Wade.Value[words[0]].Prepend(words[0]).Select(sound => (character, sound))))
        .Distinct().ToLookup(pair => pair.character, pair => pair.sound));

    private static readonly Lazy<ILookup<string, char>> Characters = new(() => Sounds.Value
        .SelectMany(pair => pair.Select(sound => (sound, pair.Key))).ToLookup(pair => pair.sound, pair => pair.Key));

    private static readonly Lazy<ILookup<string, string>> Older = new(() => LanguageData.WordsIn("zh", "readings", "spelling")
        .Select(line => line.Split(' ')).SelectMany(words => words.Skip(1).Select(sound => (words[0], sound))).ToLookup(pair => pair.Item1, pair => pair.sound));

    private static readonly Lazy<HashSet<string>> LongFamilies = new(() => [.. LanguageData.WordsIn("zh", "people", "surname")]);

    public static bool IsLongFamily(string text) => LongFamilies.Value.Contains(text);

    /// <summary>The sounds of a character; none of one that stands in no name.</summary>
    public static IEnumerable<string> Of(char character) => Sounds.Value[character];

    /// <summary>The characters with which a name of a sound can start.</summary>
    public static IEnumerable<char> StartsOf(string sound) =>
        Enumerable.Range(1, Math.Min(LongestSound, sound.Length)).SelectMany(length => Characters.Value[sound.Substring(0, length)]);

    /// <summary>What a family's name in Latin letters sounds like: itself, and what older spellings mean.</summary>
    public static IEnumerable<string> SoundsOf(string latin) => Older.Value[latin].Append(latin);

    /// <summary>A family's name in Latin letters, in older spellings too; none where a character is unknown.</summary>
    public static IEnumerable<string> Families(string family) => Joined(family, "")
        .SelectMany(sound => Older.Value.Where(pair => pair.Contains(sound)).Select(pair => pair.Key).Append(sound)).Distinct();

    /// <summary>A given name in Latin letters, its syllables apart; none where a character is unknown.</summary>
    public static IEnumerable<string> GivensOf(string given) => given.Length == 0 ? [] : Joined(given, " ");

    private static IEnumerable<string> Joined(string text, string separator) => text.Aggregate((IEnumerable<string>)[""],
        (before, character) => before.SelectMany(start => Of(character).DefaultIfEmpty("").SelectMany(sound => sound.Length > 0 ? [sound] : MandarinSounds.Of(character)).Select(sound => start.Length == 0 ? sound : start + separator + sound)));
}
