using System;
using System.Collections.Generic;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>
/// Known families' names of one character, which stands in many words: it is the name before a title, where it stands alone, and
/// at the head of a clause before whose it is and a day.
/// </summary>
internal sealed class KnownFamilies
{
    private const string Possessives = "の的의";

    private const string Clauses = "\r\n。.!！?？、,，;；:： \u3000";

    // Of Japanese years: R5, H30, S62.
    private const string Eras = "RHSTrhst平令昭大";

    private const string Separators = ".-/년";

    private static readonly string[] Verbs = [" is ", " was ", " has ", " had ", " denies ", " reports ", " refuses ", " refused ", " states ", " says ", " complains ", " feels ", " needs ", " wants "];

    private const int DigitsOfYear = 2, DigitsOfDay = 8, ShortestWithLongFamily = 3, ShortestDoing = 2, SureDoing = 3;

    // Korean words of one syllable that stand between the words of a report.
    private static readonly Lazy<HashSet<string>> Syllables = new(() => new(LanguageData.Words("words", "syllable"), StringComparer.Ordinal));

    private readonly HashSet<char> _families = [];

    // Korean ones of two syllables that the header has in Latin letters alone; others are found by themselves.
    private readonly HashSet<string> _longFamilies = new(StringComparer.Ordinal);

    /// <summary>Takes in the family's name of a component group of PN; longer ones are found by themselves.</summary>
    public void Learn(string group)
    {
        if (group.Split('^')[0].Trim(' ', '\u3000') is { Length: 1 } family && Scripts.IsWithoutSpaces(family[0]))
            _families.Add(HanVariants.Fold(family)[0]);
    }

    /// <summary>Takes in the family's name of a whole one in Hangul, as which one in Latin letters can be written.</summary>
    public void LearnSpelling(string name)
    {
        if (!Hangul.IsHangul(name))
            return;
        if (name.Length >= ShortestWithLongFamily && Hangul.IsLongFamily(name.Substring(0, 2)))
            _longFamilies.Add(name.Substring(0, 2));
        else
            _families.Add(name[0]);
    }

    public IEnumerable<Finding> Find(TokenizedText tokenized)
    {
        if (_families.Count + _longFamilies.Count == 0 || !tokenized.HasUnspacedScript)
            yield break;
        var text = HanVariants.Fold(tokenized.Text);
        for (var i = 0; i < text.Length; i++)
        {
            if (_families.Contains(text[i]) && IsNamed(text, i))
                yield return new Finding(i, 1, FindingKind.Name);
            if (_longFamilies.Count > 0 && i + 2 <= text.Length && _longFamilies.Contains(text.Substring(i, 2)) && (i == 0 || !IsLetter(text[i - 1])) && (IsKoreanTitle(text, i, 2) || (StandsAlone(text, i + 2) && (IsBeforeDay(text, i + 2) || IsBeforeVerb(text, i + 2)))))
                yield return new Finding(i, 2, FindingKind.Name);
        }
    }

    /// <summary>Whether a character that is a family's name names somebody where it stands.</summary>
    public static bool IsNamed(string text, int index)
    {
        var end = index + 1;
        var startsWord = index == 0 || !IsLetter(text[index - 1]);
        if (KoreanWords.IsHangul(text[index]))
            return startsWord && (IsKoreanTitle(text, index) || (StandsAlone(text, end) && (IsBeforeDay(text, end) || IsBeforeVerb(text, end) || !IsWord(text, index))) || IsOwner(text, index));
        if (AsianLabels.StartsBehind(text, end))
            return startsWord || !IsWord(text, index) || AsianLabels.EndsBefore(text, index) || HanActors.IsLed(text, index);
        return (startsWord && ((StandsAlone(text, end) && (IsBeforeVerb(text, end) || !IsWord(text, index))) || IsOwner(text, index))) || (HanActors.DoBehind(text, end, ShortestDoing) && IsByItself(text, index, startsWord));
    }

    /// <summary>Whether a character makes up no word with the one before it or behind it.</summary>
    private static bool IsByItself(string text, int index, bool startsWord) => !Vocabulary.IsCommonWord(text.Substring(index, 2))
        && (startsWord || ((!FamilyNames.IsDoubtful(text.Substring(index, 1)) || HanActors.DoBehind(text, index + 1, SureDoing)) && !IsWord(text, index) && !Vocabulary.IsCommonWord(text.Substring(index - 1, 2))));

    private static bool IsKoreanTitle(string text, int index, int length = 1)
    {
        var end = HangulRuns.EndOfRun(text, index);
        return end == index + length ? KoreanContext.TitleBehind(text, end) : IsTitle(text.Substring(index + length, end - index - length));
    }

    private static bool IsTitle(string text) => KoreanWords.IsTitle(text) || KoreanWords.IsTitle(text, isBehindFamily: true);

    private static bool StandsAlone(string text, int end) => end == text.Length || !IsLetter(text[end]);

    /// <summary>Whether English goes on behind with what somebody is or does: 李 is allergic.</summary>
    private static bool IsBeforeVerb(string text, int end) => Array.Exists(Verbs, verb => string.CompareOrdinal(text, end, verb, 0, verb.Length) == 0);

    /// <summary>Whether a day stands behind: 2021-05-18, 22.06.27, 20200110, 2023년.</summary>
    private static bool IsBeforeDay(string text, int end)
    {
        var start = end + 1;
        var last = start;
        while (last < text.Length && char.IsDigit(text[last]))
            last++;
        return end < text.Length && text[end] == ' ' && last - start >= DigitsOfYear
            && (last - start == DigitsOfDay || (last < text.Length && Separators.IndexOf(text[last]) >= 0));
    }

    /// <summary>Whether at the head of a clause it says whose something of a day is: 毕的2020-2-19片子, 張のH30.7.22のデータ.</summary>
    private static bool IsOwner(string text, int index) => index + 2 < text.Length && Possessives.IndexOf(text[index + 1]) >= 0
        && (index == 0 || Clauses.IndexOf(text[index - 1]) >= 0) && (char.IsDigit(text[index + 2]) || Eras.IndexOf(text[index + 2]) >= 0);

    private static bool IsLetter(char character) => char.IsLetter(character) || Scripts.IsWithoutSpaces(character);

    private static bool IsWord(string text, int index)
    {
        var letter = text.Substring(index, 1);
        return Vocabulary.IsCommonWord(letter) || AsianLabels.IsWord(letter) || Syllables.Value.Contains(letter);
    }
}
