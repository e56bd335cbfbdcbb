using System.Collections.Generic;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>Forms of one Chinese character in which names are written: in Japan old and new ones, in China traditional and simplified ones.</summary>
internal static class HanVariants
{
    private static readonly Dictionary<char, char> Forms = Load();

    /// <summary>The text with one form for all; it keeps its length.</summary>
    public static string Fold(string text)
    {
        char[]? folded = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u3400' && Forms.TryGetValue(text[i], out var form))
                (folded ??= text.ToCharArray())[i] = form;
        }
        return folded is null ? text : new string(folded);
    }

    private static Dictionary<char, char> Load()
    {
        var forms = new Dictionary<char, char>();
        foreach (var line in EmbeddedText.Lines("han-variants.txt"))
        {
            foreach (var variant in line.Substring(2))
                forms[variant] = line[0];
        }
        return forms;
    }
}
