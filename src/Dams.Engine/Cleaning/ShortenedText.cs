using Dams.Cleaning.Names;

namespace Dams.Cleaning;

/// <summary>The start of a text for which its value representation has no room.</summary>
internal static class ShortenedText
{
    /// <summary>As much as fits, up to the end of a word; of a word that does not fit either, its start.</summary>
    /// <param name="text">Longer than the maximum.</param>
    /// <param name="maximum">The most characters that the result may have.</param>
    public static string Of(string text, int maximum)
    {
        for (var end = maximum; end > 0; end--)
        {
            if (EndsWord(text, end) && text.Substring(0, end).TrimEnd() is { Length: > 0 } words)
                return words;
        }
        // No half of what stands for something that was taken out, nor of a character of two.
        var marker = text.LastIndexOf('[', maximum - 1);
        var cut = marker > 0 && text.IndexOf(']', marker) >= maximum ? marker : maximum;
        return text.Substring(0, char.IsLowSurrogate(text[cut]) ? cut - 1 : cut);
    }

    // A number and what it is written with ("12.5", "L5/S1") are one word.
    private static bool EndsWord(string text, int end) => char.IsWhiteSpace(text[end])
        || ((Scripts.IsWithoutSpaces(text[end - 1]) || Scripts.IsWithoutSpaces(text[end])) && !char.IsDigit(text[end]));
}
