using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds Chinese names that no title announces by what people do: at the head of a clause before it, 林子涵已联系, behind a word
/// after which somebody follows, 跟林子涵说, and where notes are signed, behind a date at the end of a line.
/// </summary>
internal static class HanActors
{
    private const int LongestGiven = 3;
    private const string Onward = "于在由被因与和为";

    private static readonly Lazy<HashSet<string>> Doings = new(() => [.. LanguageData.WordsIn("zh", "people", "does")]);
    private static readonly Lazy<HashSet<string>> Leads = new(() => [.. LanguageData.WordsIn("zh", "people", "toperson")]);
    private static readonly Lazy<int> LongestDoing = new(() => Doings.Value.Max(word => word.Length));
    private static readonly Lazy<int> LongestLead = new(() => Leads.Value.Max(word => word.Length));

    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        for (var start = 0; start + 1 < text.Length; start++)
        {
            if (!HanNames.IsHan(text[start]))
                continue;
            if (!FamilyNames.At(text, start).Any())
                continue;
            var isLed = IsLed(text, start) || AsianLabels.EndsBefore(text, start);
            if (!isLed && IsBehindNumber(text, start) && LengthOfSigned(text, start) is > 0 and var behind)
            {
                yield return (start, behind);
                continue;
            }
            if (!isLed && start > 0 && (Scripts.IsWithoutSpaces(text[start - 1]) || char.IsLetterOrDigit(text[start - 1])))
                continue;
            if (LengthAt(text, start, isLed) is > 0 and var length)
                yield return (start, length);
        }
    }

    /// <summary>Whether what people do, or what is done to them, stands at a place.</summary>
    /// <param name="shortest">Number of characters that it has at least.</param>
    public static bool DoBehind(string text, int place, int shortest = 1)
    {
        for (var length = Math.Min(LongestDoing.Value, text.Length - place); length >= shortest; length--)
        {
            if (Doings.Value.Contains(text.Substring(place, length)))
                return true;
        }
        return false;
    }

    private static int LengthAt(string text, int start, bool isLed)
    {
        foreach (var family in FamilyNames.At(text, start))
        {
            for (var given = LongestGiven; given > 0; given--)
            {
                var length = family.Length + given;
                // What goes on may be a character of given names: 由林涵于今日更正.
                if (start + length > text.Length || (given > 1 && (Onward.IndexOf(text[start + length - 1]) >= 0 || HanNames.HoldsOnward(text, start + family.Length, given))) || !HanNames.IsWholeName(text.Substring(start, length), family))
                    continue;
                if (DoBehind(text, start + length) || (isLed && HanNames.IsEnd(text, start + length)))
                    return length;
            }
        }
        return 0;
    }

    /// <summary>Whether a bracket opens before a place, or a date or another number stands there with a space or a comma between, or a department or a hospital.</summary>
    private static bool IsBehindNumber(string text, int start)
    {
        if (start < 2)
            return false;
        var before = text[start - 1] is ' ' or ',' or '，' ? text[start - 2] : text[start - 1];
        return text[start - 1] is '（' or '(' || "科室院".IndexOf(before) >= 0 || (before != text[start - 1] && (char.IsDigit(before) || "日号分）)".IndexOf(before) >= 0));
    }

    /// <summary>Number of characters of a name at a place behind which the line or a bracket ends; zero where none is.</summary>
    private static int LengthOfSigned(string text, int start)
    {
        foreach (var family in FamilyNames.At(text, start))
        {
            for (var end = start + family.Length + 1; end <= start + family.Length + LongestGiven && end <= text.Length; end++)
            {
                if ((end == text.Length || "\r\n)）:：".IndexOf(text[end]) >= 0) && HanNames.IsWholeName(text.Substring(start, end - start), family))
                    return end - start;
            }
        }
        return 0;
    }

    /// <summary>Whether a word stands right before a place behind which somebody follows.</summary>
    public static bool IsLed(string text, int start)
    {
        for (var length = Math.Min(LongestLead.Value, start); length > 0; length--)
        {
            if (Leads.Value.Contains(text.Substring(start - length, length)))
                return true;
        }
        return false;
    }
}
