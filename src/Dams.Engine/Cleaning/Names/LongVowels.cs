using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// The ways in which people write one name in katakana: a long vowel with a mark or with a vowel (タロウ, タロー, タロオ), and small
/// letters as large ones, as old systems do (シヨウコ).
/// </summary>
internal static class LongVowels
{
    private const char Mark = 'ー';
    private const int MostForms = 8;

    private static readonly Dictionary<char, string> Longer = new()
    {
        ['A'] = "ーア",
        ['I'] = "ーイ",
        ['U'] = "ーウ",
        ['E'] = "ーエイ",
        ['O'] = "ーウオ",
    };

    private const string Small = "ァィゥェォッャュョ", Large = "アイウエオツヤユヨ";

    /// <summary>All ways to write a name, itself among them.</summary>
    public static IReadOnlyList<string> FormsOf(string katakana)
    {
        var forms = new List<string> { "" };
        var vowel = ' ';
        foreach (var character in katakana)
        {
            var choices = Longer.TryGetValue(vowel, out var longer) && longer.IndexOf(character) >= 0 ? longer : character.ToString();
            forms = [.. forms.SelectMany(form => choices.Select(choice => form + choice)).Take(MostForms)];
            if (character != Mark)
                vowel = VowelOf(character);
        }
        return [.. forms.Concat(forms.Select(WithLargeLetters)).Append(katakana).Distinct()];
    }

    private static char VowelOf(char character) => Kana.IsKatakana(character) ? Kana.ToLatin(character.ToString()).LastOrDefault() : ' ';

    private static string WithLargeLetters(string text) => string.Concat(text.Select(character => Small.IndexOf(character) is >= 0 and var index ? Large[index] : character));
}
