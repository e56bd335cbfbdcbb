using System.Collections.Generic;
using System.Text;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>
/// Makes a key of a name that is the same in Latin, Cyrillic and Greek letters, whichever of the usual ways to romanize it is
/// used: Щербакова, Shcherbakova and Scerbakova. It is coarse, so it serves to compare whole names and not to find words.
/// </summary>
internal static class Romanization
{
    private static readonly Dictionary<char, string> Letters = Load();

    // In this order: what a replacement makes, a later one may read.
    private static readonly (string Spelling, string Key)[] Spellings =
    [
        ("SHCH", "SC"), ("SCH", "S"), ("SH", "S"), ("ZH", "Z"), ("KH", "H"), ("TCH", "C"), ("CH", "C"), ("TS", "C"), ("TZ", "C"),
        ("PH", "F"), ("TH", "T"), ("DZ", "Z"), ("OU", "U"), ("OY", "U"), ("OI", "I"), ("EI", "I"), ("AI", "E"),
        ("Y", "I"), ("J", "I"), ("W", "V"), ("X", "KS"), ("IE", "E"), ("IO", "E"),
    ];

    /// <summary>The key of a word in capitals without accents.</summary>
    public static string Key(string folded)
    {
        var latin = new StringBuilder(folded.Length);
        foreach (var character in folded)
        {
            // The signs that make a consonant soft or hard have no letter of their own.
            if (character is not ('Ь' or 'Ъ'))
                latin.Append(Letters.TryGetValue(character, out var letters) ? letters : character.ToString());
        }
        foreach (var (spelling, key) in Spellings)
            latin.Replace(spelling, key);
        return WithoutDoubles(Folding.SpellingKey(latin.ToString()));
    }

    private static string WithoutDoubles(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (single.Length == 0 || single[single.Length - 1] != character)
                single.Append(character);
        }
        return single.ToString();
    }

    private static Dictionary<char, string> Load()
    {
        var letters = new Dictionary<char, string>();
        foreach (var line in EmbeddedText.Lines("romanization.txt"))
        {
            var separator = line.IndexOf(' ');
            foreach (var character in line.Substring(separator + 1))
                letters[character] = line.Substring(0, separator);
        }
        return letters;
    }
}
