using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Chinese and Japanese given names in the characters of these languages.</summary>
internal static class GivenNames
{
    private static readonly Lazy<HashSet<string>> Known = new(() => [.. LanguageData.Words("people", "given"), .. LanguageData.WordsIn("ja", "readings", "given").Select(line => line.Split(' ')[0])]);
    private static readonly Lazy<HashSet<string>> Lone = new(() => [.. LanguageData.Words("people", "lone")]);
    private static readonly Lazy<int> Longest = new(() => Known.Value.Max(name => name.Length));

    /// <summary>Whether a text is a given name that is listed.</summary>
    public static bool IsGiven(string text) => Known.Value.Contains(text);

    /// <summary>Whether a character alone is a given name that many have in China.</summary>
    public static bool IsLone(string text) => Lone.Value.Contains(text);

    /// <summary>Number of characters of the longest listed given name at a place; zero where none is.</summary>
    public static int LengthAt(string text, int start)
    {
        for (var length = Math.Min(Longest.Value, text.Length - start); length > 0; length--)
        {
            if (Known.Value.Contains(text.Substring(start, length)))
                return length;
        }
        return 0;
    }
}
