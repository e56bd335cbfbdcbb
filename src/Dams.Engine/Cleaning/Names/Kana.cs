using System;
using System.Text;

namespace Dams.Cleaning.Names;

/// <summary>The Japanese syllabaries as one: hiragana and katakana of half width read as katakana of full width.</summary>
internal static class Kana
{
    private const int ToKatakana = 0x60;
    private const char FirstFull = '\u30A1', LastFull = '\u30F6';
    private const char FirstHalf = '\uFF66', LastHalf = '\uFF9D', Voiced = '\uFF9E', HalfVoiced = '\uFF9F';
    private const string Full = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Small = "ャュョ";

    // In the order of Unicode, from ァ on, in the spelling of Kunrei; syllables that are written with a small one are made of two.
    private static readonly string[] Latin = ("A A I I U U E E O O KA GA KI GI KU GU KE GE KO GO SA ZA SI ZI SU ZU SE ZE SO ZO TA DA TI ZI T TU ZU TE DE TO DO "
        + "NA NI NU NE NO HA BA PA HI BI PI HU BU PU HE BE PE HO BO PO MA MI MU ME MO YA YA YU YU YO YO RA RI RU RE RO WA WA I E O N BU KA KE").Split(' ');

    private const string Voiceable = "カキクケコサシスセソタチツテトハヒフヘホ";

    /// <summary>Whether a text has anything to read otherwise.</summary>
    public static bool StandIn(string text)
    {
        foreach (var character in text)
        {
            if (IsHiragana(character) || IsHalf(character))
                return true;
        }
        return false;
    }

    /// <summary>Whether a character is of either syllabary, in full width.</summary>
    public static bool IsKana(char character) => character is (>= '\u3041' and <= '\u3096') or (>= FirstFull and <= LastFull) or 'ー';

    public static bool IsKatakana(char character) => character is (>= FirstFull and <= LastFull) or 'ー';

    /// <summary>Number of characters from a place on that are one syllable: two of きょ, and one of any other.</summary>
    public static int LengthOfSyllable(string text, int index) => index + 1 < text.Length && IsKana(text[index]) && Small.IndexOf(ToFull(text[index + 1])) >= 0 ? 2 : 1;

    /// <summary>One syllable in Latin letters; nothing of what makes a vowel long.</summary>
    public static string ToLatin(string syllable)
    {
        var first = ToFull(syllable[0]);
        if (first == 'ー')
            return "";
        var latin = Latin[first - FirstFull];
        return syllable.Length == 1 ? latin : latin.Substring(0, latin.Length - 1) + Latin[ToFull(syllable[1]) - FirstFull];
    }

    public static bool IsHiragana(char character) => character is >= '\u3041' and <= '\u3096';

    /// <summary>The text in katakana of full width.</summary>
    /// <param name="places">For each character of the result where it starts in the text, and the end of the text.</param>
    public static string ToFullKatakana(string text, out int[] places)
    {
        var full = new StringBuilder(text.Length);
        places = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            places[full.Length] = i;
            full.Append(ToFull(text, ref i));
        }
        places[full.Length] = text.Length;
        return full.ToString();
    }

    /// <summary>Katakana of full width as hiragana.</summary>
    public static string ToHiragana(string text) => new(Array.ConvertAll(text.ToCharArray(), character => character is >= FirstFull and <= LastFull ? (char)(character - ToKatakana) : character));

    private static char ToFull(char character) => IsHiragana(character) ? (char)(character + ToKatakana) : character;

    private static char ToFull(string text, ref int index)
    {
        var character = text[index];
        if (IsHiragana(character))
            return (char)(character + ToKatakana);
        if (!IsHalf(character))
            return character;
        var full = Full[character - FirstHalf];
        var mark = index + 1 < text.Length ? text[index + 1] : '\0';
        var isH = full is 'ハ' or 'ヒ' or 'フ' or 'ヘ' or 'ホ';
        if (mark == Voiced && (Voiceable.IndexOf(full) >= 0 || full == 'ウ'))
        {
            index++;
            return full == 'ウ' ? 'ヴ' : (char)(full + 1);
        }
        if (mark != HalfVoiced || !isH)
            return full;
        index++;
        return (char)(full + 2);
    }

    /// <summary>Whether a character is katakana of half width, its marks of voice apart.</summary>
    public static bool IsHalf(char character) => character is >= FirstHalf and <= LastHalf;
}
