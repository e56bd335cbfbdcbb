namespace Dams.Cleaning.Names;

/// <summary>Scripts that write words without spaces between them, or particles right after names.</summary>
internal static class Scripts
{
    /// <summary>Whether a character is a letter of Korean, Japanese or Chinese.</summary>
    public static bool IsEastern(char character) => character >= '\u3005' && IsWithoutSpaces(character);

    /// <summary>Whether a character is a Chinese one, of a Japanese syllabary in either width, Hangul, Thai, Lao, Burmese or Khmer.</summary>
    public static bool IsWithoutSpaces(char character) => character
        is (>= '\u0E00' and <= '\u0EFF')
        or (>= '\u1000' and <= '\u109F')
        or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF')
        or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7AF')
        or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF66' and <= '\uFF9F')
        or '\u3005' or '\u3006';
}
