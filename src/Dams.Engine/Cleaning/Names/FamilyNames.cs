using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Chinese and Japanese families' names in the characters of these languages.</summary>
internal static class FamilyNames
{
    private static readonly Lazy<HashSet<string>> Known = new(() => [.. Of("zh"), .. Of("ja"), .. LanguageData.WordsIn("ja", "readings", "family").Select(line => line.Split(' ')[0])]);
    private static readonly Lazy<HashSet<char>> Starts = new(() => [.. Known.Value.Select(name => name[0])]);
    private static readonly Lazy<int> Longest = new(() => Known.Value.Max(name => name.Length));
    private static readonly Lazy<HashSet<string>> Doubtful = new(() => [.. LanguageData.Words("people", "doubtful")]);

    public static bool IsFamily(string text) => Known.Value.Contains(text);

    /// <summary>Whether a family's name is a word of many sentences too, so that characters behind it are seldom a given name.</summary>
    public static bool IsDoubtful(string family) => Doubtful.Value.Contains(family);

    /// <summary>The families' names that start at a place in the text, the longest first.</summary>
    public static IEnumerable<string> At(string text, int start)
    {
        if (start >= text.Length || !Starts.Value.Contains(text[start]))
            yield break;
        for (var length = Math.Min(Longest.Value, text.Length - start); length > 0; length--)
        {
            if (text.Substring(start, length) is var name && Known.Value.Contains(name))
                yield return name;
        }
    }

    private static IEnumerable<string> Of(string language) => LanguageData.WordsIn(language, "people", "surname");
}
