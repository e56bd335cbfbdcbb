using System.Collections.Generic;
using System.Text;

namespace Dams.Benchmarks.Text.Scoring;

/// <summary>The words of a text: runs of letters, runs of digits, and each character of a script without spaces.</summary>
internal static class Words
{
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            while (i < text.Length && !IsAlone(text[start]) && char.IsLetterOrDigit(text[i]) && !IsAlone(text[i]) && char.IsDigit(text[i]) == char.IsDigit(text[start]))
                i++;
            words.Add(text[start..i].Normalize(NormalizationForm.FormC));
        }
        return words;
    }

    private static bool IsAlone(char character) => character is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
