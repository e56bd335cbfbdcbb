using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds Chinese and Japanese names behind one character that stands for a label, as on forms and in orders: 技林子涵, 审何秀英, 読:佐藤花子.
/// Another mark with a name may stand right behind.
/// </summary>
internal static class HanMarks
{
    private const int LongestGiven = 3;
    private const string Signs = ":：/／)） \u3000";

    private static readonly Lazy<HashSet<char>> Marks = new(() => [.. LanguageData.Words("people", "mark").Where(mark => HanNames.IsHan(mark[0])).Select(mark => mark[0])]);

    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (!Marks.Value.Contains(text[i]) || (i > 0 && Scripts.IsWithoutSpaces(text[i - 1])))
                continue;
            while (NameBehind(text, i) is { Length: > 0 } name)
            {
                yield return name;
                i = name.Start + name.Length;
                if (i >= text.Length || !Marks.Value.Contains(text[i]))
                    break;
            }
        }
    }

    /// <summary>The name behind a mark; nothing where there is none.</summary>
    private static (int Start, int Length) NameBehind(string text, int mark)
    {
        var start = mark + 1;
        if (start < text.Length && Signs.IndexOf(text[start]) >= 0)
            start++;
        foreach (var family in FamilyNames.At(text, start))
        {
            if (start == mark + 1 && Vocabulary.IsCommonWord(text.Substring(mark, 2)))
                continue;
            for (var given = LongestGiven; given > 0; given--)
            {
                var end = start + family.Length + given;
                if (end <= text.Length && IsEnd(text, end) && HanNames.IsWholeName(text.Substring(start, end - start), family))
                    return (start, end - start);
            }
        }
        return default;
    }

    private static bool IsEnd(string text, int end) => HanNames.IsEnd(text, end) || HanActors.DoBehind(text, end)
        || (Marks.Value.Contains(text[end]) && end + 1 < text.Length && (Signs.IndexOf(text[end + 1]) >= 0 || FamilyNames.At(text, end + 1).Any()));
}
