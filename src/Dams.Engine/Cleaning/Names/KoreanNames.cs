using System;
using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names in Hangul: a family's name and one or two syllables of given names, with a particle at most, where a label, a
/// title, a name before or the form of a line tells that somebody is named. Words of reports are none.
/// </summary>
internal static class KoreanNames
{
    private const int LongestRun = 12;

    // What stands between names of a list; a particle of the first belongs to it.
    private static readonly HashSet<string> Between = new(
        [", ", ",", "/", " / ", "·", " · ", "와 ", "과 ", "이와 ", "하고 ", "랑 ", "이랑 ", " 및 ", "、", "; ", " & ", " + ", "님, ", "님과 ", "님 및 ", "씨와 ", "씨, "], StringComparer.Ordinal);

    private const int LongestBetween = 4;

    // What goes on behind who said something.
    private static readonly HashSet<string> Sources = new(["의하", "의해", "따르", "대하", "대해", "관해", "관하", "비해"], StringComparer.Ordinal);

    // What goes on, at the head of a line, behind whom it is of.
    private static readonly HashSet<string> Possessions = new(["이전", "과거", "지난", "보호자", "담당의", "주치의", "검사", "진료", "외래"], StringComparer.Ordinal);

    public static IEnumerable<Finding> Find(string text)
    {
        var end = -1;
        for (var start = HangulRuns.NextRun(text, 0); start < text.Length; start = HangulRuns.NextRun(text, HangulRuns.EndOfRun(text, start)))
        {
            // A name whose parts have spaces between goes on in the runs behind.
            if (start < end)
                continue;
            var run = text.Substring(start, HangulRuns.EndOfRun(text, start) - start);
            var length = run.Length <= LongestRun ? NameLengthAt(text, start, run, end) : 0;
            if (length == 0 && run.Length <= LongestRun && KoreanJoinedLabels.Find(run) is { Length: > 0 } joined)
            {
                end = start + joined.Start + joined.Length;
                yield return new Finding(start + joined.Start, joined.Length, FindingKind.Name);
            }
            if (length == 0)
                continue;
            end = start + length;
            yield return new Finding(start, length, FindingKind.Name);
        }
    }

    /// <summary>Where one of some given names stands alone behind what announces somebody, or before what follows persons alone: 환아 말순, 말순에게, 말순이가 아프다.</summary>
    /// <param name="stated">Those that are not only guessed from Latin letters: a guess that is another word has to be announced.</param>
    public static IEnumerable<Finding> FindAnnounced(string text, HashSet<string> names, HashSet<string> stated)
    {
        for (var start = HangulRuns.NextRun(text, 0); names.Count > 0 && start < text.Length; start = HangulRuns.NextRun(text, HangulRuns.EndOfRun(text, start)))
        {
            var run = text.Substring(start, HangulRuns.EndOfRun(text, start) - start);
            for (var length = Math.Min(3, run.Length); length > 0; length--)
            {
                var name = run.Substring(0, length);
                if (!names.Contains(name))
                    continue;
                var rest = run.Substring(length);
                // People add a syllable to a name that ends with a consonant: 말순이.
                var isParticle = KoreanWords.IsParticle(rest) || (rest[0] == '이' && KoreanWords.IsParticle(rest.Substring(1)));
                if (rest.Length > 1 && KoreanWords.IsTitle(rest) && (length > 1 || !KoreanWords.IsCommon(run, isAnnounced: false)) && (!UnspacedNames.IsWord(name) || !rest.StartsWith("환자", StringComparison.Ordinal)))
                    yield return new Finding(start, length, FindingKind.Name);
                else if (length > 1 && (stated.Contains(name) || !UnspacedNames.IsWord(name)) && IsOfPerson(text, start, run, rest, isParticle))
                    yield return new Finding(start, length, FindingKind.Name);
                else if (!isParticle)
                    continue;
                else if (KoreanContext.LabelBefore(text, start) != Announcement.None || (start == 0 && IsCalledAsChild(rest)) || KoreanWords.IsOfChild(HangulRuns.NextWord(text, start + run.Length)) || KoreanContext.TitleBehind(text, start + run.Length))
                    yield return new Finding(start, length, FindingKind.Name);
                break;
            }
        }
    }

    // A child is called by the given name with a syllable of its own, and the sentence starts with it: 준이가, 말순이는.
    private static bool IsCalledAsChild(string rest) => rest.Length > 1 && rest[0] == '이' && KoreanWords.IsParticle(rest.Substring(1));

    /// <summary>Whether what stands behind a given name tells that it is one: 철수에게, 철수 엄마, 철수가 아프다.</summary>
    private static bool IsOfPerson(string text, int start, string run, string rest, bool isParticle)
    {
        var end = start + run.Length;
        return rest.Length == 0 ? KoreanContext.KinBehind(text, end)
            : !Vocabulary.IsCommonWord(run) && (KoreanWords.IsToPerson(rest) || (isParticle && KoreanContext.StandsBeforeDoing(text, start, end)));
    }

    /// <summary>Whether a name that is a word too names somebody here: behind what announces somebody, before a title, or where forms have the name.</summary>
    public static bool IsTold(string text, int start, int length)
    {
        var end = start + length;
        if (start > 0 && KoreanWords.IsHangul(text[start - 1]))
            return false;
        var runEnd = HangulRuns.EndOfRun(text, start);
        var rest = runEnd > end ? text.Substring(end, runEnd - end) : "";
        if (KoreanWords.IsTitle(rest) || (KoreanWords.IsToPerson(rest) && !Vocabulary.IsCommonWord(text.Substring(start, runEnd - start))))
            return true;
        if (!KoreanWords.IsParticle(rest))
            return false;
        return KoreanContext.LabelBefore(text, start) != Announcement.None || (rest.Length == 0 && (KoreanContext.TitleBehind(text, runEnd) || KoreanContext.StandsInForm(text, start, runEnd) || KoreanContext.IsBeforeNumberInBrackets(text, runEnd)))
            || (rest == "의" && KoreanContext.StartsLine(text, start) && Possessions.Contains(HangulRuns.NextWord(text, runEnd)));
    }

    private static int NameLengthAt(string text, int start, string run, int endBefore)
    {
        var end = start + run.Length;
        if (TitledLength(text, start, run) is > 0 and var titled)
            return titled;
        var label = KoreanContext.LabelBefore(text, start);
        var length = KoreanWords.NameLength(run);
        // 모친 배미경에 의하면
        if (length == 0 && run[run.Length - 1] == '에' && HangulRuns.NextWord(text, end) is { Length: > 1 } next && Sources.Contains(next.Substring(0, 2)))
            length = KoreanWords.NameLength(run.Substring(0, run.Length - 1));
        if (length == 0 && label == Announcement.Sure && SpacedLength(text, start, run) is > 0 and var spaced)
            return spaced;
        if (length == 0)
            return label != Announcement.None || KoreanContext.ActBefore(text, start) ? GivenLength(text, end, run, isWeak: label == Announcement.None) : AddressedLength(text, end, run);
        var name = run.Substring(0, length = KoreanWords.WithoutEnding(run, length));
        var isListed = KoreanWords.HasListedGiven(name);
        var isSure = label == Announcement.Sure;
        // A title behind tells more than an ending: 추정란 교수.
        var isTitled = length == run.Length && KoreanContext.TitleBehind(text, end);
        if (isListed && (isSure || isTitled || KoreanContext.CloserBehind(text, end)) ? Vocabulary.IsCommonWord(run) : KoreanWords.IsCommon(run, isAnnounced: isSure || isListed))
            return 0;
        if (label != Announcement.None || (isListed && (KoreanWords.HasFrequentFamily(name) || KoreanContext.IsByItself(text, start, end) || KoreanWords.IsNothingElse(run, name)))
            || ((isListed || KoreanWords.EndsAsName(run, name) || KoreanWords.HasListedShortGiven(name)) && (KoreanContext.ActBefore(text, start) || KoreanContext.IsSigned(text, start, end) || KoreanContext.DepartmentBefore(text, start) || KoreanContext.CloserBehind(text, end)))
            || (isListed && run.Length > length && KoreanWords.IsToPerson(run.Substring(length)) && !KoreanWords.IsCommon(run, isAnnounced: false))
            || ((isListed || KoreanWords.EndsAsName(run, name) || (KoreanWords.HasListedShortGiven(name) && KoreanContext.StartsClause(text, start))) && KoreanContext.ActBehind(text, end) && !KoreanWords.IsCommon(run, isAnnounced: false))
            || (length == run.Length && (isTitled || ((length > 2 || KoreanWords.HasListedShortGiven(name)) && KoreanContext.StandsInForm(text, start, end)))))
            return length;
        return endBefore >= 0 && start - endBefore <= LongestBetween && Between.Contains(text.Substring(endBefore, start - endBefore)) && (length > 2 || KoreanContext.EndsEntry(text, end) || KoreanWords.HasListedShortGiven(name) || run.Substring(length) is "와" or "과") ? length : 0;
    }

    /// <summary>Number of syllables of a given name alone at the start of a run behind what announces somebody: 덕수님, 솔 씨.</summary>
    private static int GivenLength(string text, int end, string run, bool isWeak)
    {
        for (var length = Math.Min(3, run.Length); length > (isWeak ? 1 : 0); length--)
        {
            var rest = run.Substring(length);
            if (!KoreanWords.IsGiven(run.Substring(0, length)) || !(KoreanWords.IsParticle(rest) || KoreanWords.IsTitle(rest)))
                continue;
            // Before a title a name may be a word, too: 원석 씨.
            return !KoreanWords.IsCommon(run, isAnnounced: true) || (rest.Length == 0 && KoreanContext.TitleBehind(text, end)) ? length : 0;
        }
        return 0;
    }

    /// <summary>Number of syllables of a given name alone before what people are addressed by: 민경 씨, 민경님.</summary>
    private static int AddressedLength(string text, int end, string run)
    {
        for (var length = Math.Min(2, run.Length); length > 0; length--)
        {
            var given = run.Substring(0, length);
            var address = run.Length > length ? run.Substring(length) : HangulRuns.NextWord(text, end);
            if (address.Length > 0 && address[0] is '씨' or '님' && KoreanWords.IsParticle(address.Substring(1)) && (length > 1 || (address[0] == '씨' && run.Length > 1))
                && (KoreanWords.IsGiven(given) || KoreanWords.LooksGiven(given)) && !KoreanWords.IsCommon(given, isAnnounced: true))
                return length;
        }
        return 0;
    }

    /// <summary>Number of characters of a family's name with a space, or one behind each syllable, before the given one: 윤 솔; zero where there is none.</summary>
    private static int SpacedLength(string text, int start, string run)
    {
        if (!KoreanWords.IsFamily(run))
            return 0;
        var (end, given) = (start + run.Length, "");
        while (given.Length < 2 && HangulRuns.NextWord(text, end) is { Length: 1 or 2 } next && given.Length + next.Length <= 2)
        {
            given += next;
            end += 1 + next.Length;
            if (next.Length == 2)
                break;
        }
        return given.Length > 0 && KoreanWords.NameLength(run + given) == run.Length + given.Length && !KoreanWords.IsCommon(given, isAnnounced: true) ? end - start : 0;
    }

    /// <summary>Number of syllables of a name that a title follows in the same word: 배동현교수, 김교수; zero where none does.</summary>
    private static int TitledLength(string text, int start, string run)
    {
        for (var length = Math.Min(4, run.Length); length > 0; length--)
        {
            var name = run.Substring(0, length);
            var rest = run.Substring(length);
            var next = rest.Length == 0 ? HangulRuns.NextWord(text, start + length) : rest;
            var isFamily = length < 3 && KoreanWords.IsFamily(name);
            // 김 s. 부탁으로, (외래 김)
            if (isFamily && rest.Length == 0 && (KoreanContext.IsShortTitle(text, start + length) || (start + length < text.Length && text[start + length] == ')' && KoreanContext.DepartmentBefore(text, start) && length < 3 && !Vocabulary.IsCommonWord(name))))
                return length;
            if (length == 1 && rest.Length > 2 && rest[rest.Length - 1] == '님' && KoreanWords.IsRareFamily(name) && KoreanWords.IsTitle(rest, isBehindFamily: true) && !KoreanWords.IsCommon(run, isAnnounced: true))
                return length;
            if (isFamily && KoreanWords.IsTitle(next, isBehindFamily: true) && !KoreanWords.IsCommon(name + next, isAnnounced: true))
                return length;
            if (length > 2 && rest is "형" or "누나" or "언니" or "오빠" && KoreanWords.NameLength(name) == length && KoreanWords.HasListedGiven(name) && !KoreanWords.IsCommon(run, isAnnounced: false))
                return length;
            if (length > 1 && rest.Length > 0 && KoreanWords.NameLength(name) == length && KoreanWords.IsTitle(rest) && !Vocabulary.IsCommonWord(name) && !KoreanWords.IsCommon(run, isAnnounced: true))
                return length;
        }
        return 0;
    }
}
