using System.Text;

namespace Dams.Cleaning.Names;

/// <summary>The Japanese syllabaries as one: hiragana and katakana of half width read as katakana of full width.</summary>
internal static class Kana
{
    private const int ToKatakana = 0x60;
    private const char FirstHalf = '\uFF66', LastHalf = '\uFF9D', Voiced = '\uFF9E', HalfVoiced = '\uFF9F';
    private const string Full = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
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

    private static bool IsHalf(char character) => character is >= FirstHalf and <= LastHalf;
}
