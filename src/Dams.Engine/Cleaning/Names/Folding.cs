using System.Collections.Generic;
using System.Text;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>
/// Makes different spellings of one word equal: capitals, no accents. It has a table of its own, so that it works the same
/// on every machine, whatever version of Unicode that has.
/// </summary>
internal static class Folding
{
    private static readonly Dictionary<char, string> Table = Load();

    /// <summary>The text in capitals without accents: Müller is MULLER, Groß is GROSS.</summary>
    public static string Fold(string text)
    {
        if (IsAscii(text))
            return text.ToUpperInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character < 0x80 || IsFullWidth(character))
                folded.Append(char.ToUpperInvariant(Narrow(character)));
            else if (Table.TryGetValue(character, out var plain))
                folded.Append(plain);
            else if (!IsSignOfVowel(character))
                folded.Append(char.ToUpperInvariant(character));
        }
        return folded.ToString();
    }

    /// <summary>A folded word as a key that is the same for Müller, Mueller and Muller, for Ødegård and Oedegaard.</summary>
    public static string SpellingKey(string folded) =>
        folded.Length < 2 ? folded : folded.Replace("AE", "A").Replace("OE", "O").Replace("UE", "U").Replace("AA", "A");

    /// <summary>A letter of Latin that is as wide as a Chinese character as the one that it means; any other character as it is.</summary>
    public static char Narrow(char character) => IsFullWidth(character) ? (char)(character - '\uFF21' + 'A') : character;

    private static bool IsAscii(string text)
    {
        foreach (var character in text)
        {
            if (character >= 0x80)
                return false;
        }
        return true;
    }

    // Capitals and small letters, from A to z, are as far apart as in ASCII.
    private static bool IsFullWidth(char character) => character is (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A');

    // Accents of Latin letters, of Hebrew and Arabic ones, and what stretches an Arabic word.
    private static bool IsSignOfVowel(char character) => character is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7')
        or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640';

    private static Dictionary<char, string> Load()
    {
        var table = new Dictionary<char, string>();
        foreach (var line in EmbeddedText.Lines("folding.txt"))
        {
            var separator = line.IndexOf(' ');
            foreach (var character in line.Substring(separator + 1))
                table[character] = line.Substring(0, separator);
        }
        return table;
    }
}
