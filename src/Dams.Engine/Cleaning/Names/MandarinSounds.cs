using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>The sounds of all Chinese characters in use, also of those that stand in no list of names.</summary>
internal static class MandarinSounds
{
    private static readonly Lazy<ILookup<char, string>> Sounds = new(() => LanguageData.WordsIn("zh", "characters").Select(line => line.Split(' '))
        .SelectMany(words => words[1].Select(character => (character, sound: words[0]))).ToLookup(pair => pair.character, pair => pair.sound));

    /// <summary>The sounds of a character, in capitals and without tones.</summary>
    public static IEnumerable<string> Of(char character) => Sounds.Value[character];

    /// <summary>Whether some characters can be read as a word in Latin letters.</summary>
    public static bool Are(string text, int start, int length, string latin) => Are(text, start, length, latin, 0);

    private static bool Are(string text, int start, int length, string latin, int place)
    {
        if (length == 0)
            return place == latin.Length;
        foreach (var sound in Of(text[start]))
        {
            if (string.CompareOrdinal(latin, place, sound, 0, sound.Length) == 0 && Are(text, start + 1, length - 1, latin, place + sound.Length))
                return true;
        }
        return false;
    }
}
