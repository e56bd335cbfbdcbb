using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>Tells where a Chinese or Japanese name ends, by the family's name it starts with and the characters of given names behind it.</summary>
internal static class HanNames
{
    private const int LongestGiven = 3, LongestKana = 6, LongestOnward = 4, UsualGiven = 2;

    private static readonly Lazy<HashSet<string>> Onward = new(() => [.. LanguageData.Words("people", "onward", "script", "before", "act")]);
    private static readonly Lazy<HashSet<string>> Titles = new(() => [.. LanguageData.Words("people", "script")]);
    private static readonly Lazy<HashSet<string>> KanaNames = new(() => [.. LanguageData.Words("people", "kana").Concat(LanguageData.WordsIn("ja", "readings", "given")
        .Select(line => line.Split(' ')[0]).Where(name => name.All(Kana.IsKana)))]);

    public static bool IsHan(char character) => character is (>= '\u3400' and <= '\u9FFF') or '々' or 'ヶ';

    /// <summary>Whether a text is a given name that is usual in either syllabary.</summary>
    public static bool IsKanaName(string text) => KanaNames.Value.Contains(text) || (Kana.IsKatakana(text[0]) && KanaNames.Value.Contains(Kana.ToHiragana(text)));

    /// <summary>Number of characters of a whole name at a place; zero where none is.</summary>
    /// <param name="isSure">Whether somebody is announced right before it, so that no word needs to end it.</param>
    public static int WholeAt(string text, int start, bool isSure = false)
    {
        foreach (var family in FamilyNames.At(text, start))
        {
            var given = SkipSpace(text, start + family.Length);
            if (FamilyNames.IsDoubtful(family) && start + family.Length < text.Length && IsWord(text.Substring(start, family.Length + 1)))
                continue;
            if (LengthOfGiven(text, given, family, isSure && !FamilyNames.IsDoubtful(family)) is > 0 and var length && !IsWord(text.Substring(start, given + length - start)))
                return given + length - start;
        }
        return 0;
    }

    /// <summary>Number of characters of a name at a place that nothing announces: its given name is a usual one, and the family's no other word.</summary>
    public static int UsualAt(string text, int start)
    {
        foreach (var family in FamilyNames.At(text, start))
        {
            var given = SkipSpace(text, start + family.Length);
            if (LengthOfGiven(text, given, family, isSure: false) is > 0 and var length && text.Substring(given, length) is var name
                && (FamilyNames.IsDoubtful(family) ? IsKanaName(name) || (length > 1 && JapaneseReadings.IsGiven(name)) : IsUsual(family, name))
                && !HasWord(text.Substring(start, given + length - start)))
                return given + length - start;
        }
        return 0;
    }

    /// <summary>Number of characters of a family's name and a listed given one at a place, which no word around them needs to tell; zero where none are.</summary>
    public static int ListedAt(string text, int start)
    {
        foreach (var family in FamilyNames.At(text, start))
        {
            var given = SkipSpace(text, start + family.Length);
            if (GivenNames.LengthAt(text, given) is >= UsualGiven and var length && !IsWord(text.Substring(given, length)) && !IsWord(text.Substring(start, given + length - start)) && !IsWord(text.Substring(start, family.Length + 1)))
                return given + length - start;
        }
        return 0;
    }

    /// <summary>Number of characters of a family's name at a place, behind which the sentence goes on otherwise; zero where none is.</summary>
    public static int FamilyAt(string text, int start) =>
        FamilyNames.At(text, start).FirstOrDefault(family => IsEnd(text, start + family.Length) && !IsWord(family))?.Length ?? 0;

    /// <summary>Number of characters of a family's name at a place that is no other word, whatever stands behind it; zero where none is.</summary>
    public static int FamilyBefore(string text, int start) =>
        FamilyNames.At(text, start).FirstOrDefault(family => !FamilyNames.IsDoubtful(family) && !IsWord(family))?.Length ?? 0;

    /// <summary>Whether some characters are a family's name, alone or with a given one.</summary>
    public static bool IsName(string text)
    {
        foreach (var family in FamilyNames.At(text, 0))
        {
            if (family.Length == text.Length)
                return true;
            var given = text.Substring(SkipSpace(text, family.Length));
            if (given.Length <= LongestGiven && (given.All(IsOfGiven) || GivenNames.IsGiven(given)) || (given.Length <= LongestKana && (given.All(Kana.IsKatakana) || KanaNames.Value.Contains(given))))
                return !IsWord(text);
        }
        return false;
    }

    /// <summary>Whether some characters are a family's and a given name and no word beside: a family's name that is a word too has a usual given name behind it.</summary>
    public static bool IsWholeName(string text, string family)
    {
        var given = text.Substring(family.Length);
        if (!IsName(text) || given.Length == 0 || IsWord(text.Substring(0, family.Length + 1)))
            return false;
        var isUsual = GivenNames.IsGiven(given) || GivenNames.IsLone(given);
        return FamilyNames.IsDoubtful(family) ? isUsual && !HasWord(text) : GivenNames.IsGiven(given) || !HasWord(text);
    }

    /// <summary>Whether some characters hold a word of reports or an ending of such, so that they are no name: 放射線科, 専門.</summary>
    public static bool HasWord(string text)
    {
        const string endings = "科部室院中無无済症病法術术性的了者棟区館所員会医師";
        return endings.IndexOf(text[text.Length - 1]) >= 0 || BeginsOrEndsWithWord(text);
    }

    /// <summary>Whether some characters are a word of reports, or begin or end with one.</summary>
    public static bool BeginsOrEndsWithWord(string text)
    {
        for (var length = UsualGiven; length < text.Length; length++)
        {
            if (IsWord(text.Substring(0, length)) || IsWord(text.Substring(text.Length - length)))
                return true;
        }
        return IsWord(text);
    }

    /// <summary>Whether a sentence goes on behind a name, or ends: a mark, a particle, a title, what somebody does.</summary>
    public static bool IsEnd(string text, int place)
    {
        // The dot between two words counts as katakana.
        if (place >= text.Length || text[place] == '・' || !Scripts.IsWithoutSpaces(text[place]))
            return true;
        if (Kana.IsHiragana(text[place]))
            return "のがはにをとへでもよかやまさちく".IndexOf(text[place]) >= 0;
        for (var length = Math.Min(LongestOnward, text.Length - place); length > 0; length--)
        {
            if (Onward.Value.Contains(text.Substring(place, length)))
                return true;
        }
        return false;
    }

    private static bool IsWord(string text) => Vocabulary.IsCommonWord(text) || AsianLabels.IsWord(text);

    private static bool IsUsual(string family, string given) => IsKanaName(given) || (JapaneseReadings.IsGiven(given) && family.Length + given.Length > 2)
        || (given.Length == UsualGiven && given.All(IsOfGiven)) || (family.Length > 1 && given.All(IsOfGiven));

    private static bool IsOfGiven(char character) => Pinyin.Of(character).Any() || JapaneseReadings.IsOfNames(character) || character == '々';

    private static int SkipSpace(string text, int place) =>
        place + 1 < text.Length && text[place] is ' ' or '\u3000' or '・' or '·' && Scripts.IsEastern(text[place + 1]) ? place + 1 : place;

    private static int LengthOfGiven(string text, int start, string family, bool isSure)
    {
        if (start >= text.Length)
            return 0;
        if (Kana.IsKatakana(text[start]))
            return RunOf(text, start, Kana.IsKatakana) is >= 2 and <= LongestKana and var run ? run : 0;
        if (Kana.IsHiragana(text[start]))
            return LengthOfHiragana(text, start);
        var most = Math.Min(LongestGiven, RunOf(text, start, IsHan));
        foreach (var length in new[] { UsualGiven, 1, LongestGiven })
        {
            // Behind a space only what ends there is a given name: 鈴木 同席.
            if (length <= most && !(length > 1 && "于与".IndexOf(text[start + length - 1]) >= 0) && (IsEnd(text, start + length) || (length > 1 && GivenNames.IsGiven(text.Substring(start, length)))) && !HoldsOnward(text, start, length) && AreOfGiven(text, start, length) && !HoldsTitle(text, start, length) && (!IsWord(text.Substring(start, length)) || (isSure && GivenNames.IsGiven(text.Substring(start, length)))))
                return length;
        }
        // Chinese puts what somebody does right behind the name.
        return isSure && most > 0 && text[start - 1] is not (' ' or '\u3000') && Pinyin.Of(text[start]).Any() && Pinyin.Of(family[0]).Any()
            ? most > 1 && Pinyin.Of(text[start + 1]).Any() && !HoldsOnward(text, start, UsualGiven) ? UsualGiven : 1
            : 0;
    }

    private static int LengthOfHiragana(string text, int start)
    {
        var run = RunOf(text, start, Kana.IsHiragana);
        for (var length = Math.Min(run, LongestKana); length > 1; length--)
        {
            if (KanaNames.Value.Contains(text.Substring(start, length)) && IsEnd(text, start + length))
                return length;
        }
        return 0;
    }

    private static bool AreOfGiven(string text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (!IsOfGiven(text[i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether what somebody does starts with a character of what looks like a given name: 范霞代诉.</summary>
    public static bool HoldsOnward(string text, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            for (var word = UsualGiven; word <= LongestOnward && i + word <= text.Length; word++)
            {
                if (Onward.Value.Contains(text.Substring(i, word)))
                    return true;
            }
        }
        return false;
    }

    // 先生 starts with a character of given names.
    private static bool HoldsTitle(string text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            for (var title = UsualGiven; title <= LongestOnward && i + title <= text.Length; title++)
            {
                if (Titles.Value.Contains(text.Substring(i, title)))
                    return true;
            }
        }
        return false;
    }

    private static int RunOf(string text, int start, Func<char, bool> isPart)
    {
        var end = start;
        while (end < text.Length && end - start <= LongestKana && isPart(text[end]))
            end++;
        return end - start;
    }
}
