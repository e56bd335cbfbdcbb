using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names in Hangul: a family's name and one or two syllables of given names, with a particle at most, where a label, a
/// title, a name before or the form of a line tells that somebody is named. Words of reports are none.
/// </summary>
internal static class KoreanNames
{
    private const int LongestRun = 12;
    private const int LongestRemark = 12;
    private const int LongestLatin = 16;
    private const int ShortestNumber = 6;

    // What stands between names of a list; a particle of the first belongs to it.
    private static readonly HashSet<string> Between = new(
        [", ", ",", "/", " / ", "·", " · ", "와 ", "과 ", "이와 ", "하고 ", "랑 ", "이랑 ", " 및 ", "、", "; ", " & ", " + ", "님, ", "님과 ", "님 및 ", "씨와 ", "씨, "], StringComparer.Ordinal);

    private const int LongestBetween = 4;

    private static readonly HashSet<string> Closers = new(["드림", "올림", "배상", "참석", "참석함", "배석", "동석", "참여", "입회", "서명", "서명함", "씀", "의견", "왈"], StringComparer.Ordinal);

    // What goes on behind who said something.
    private static readonly HashSet<string> Sources = new(["의하", "의해", "따르", "대하", "대해", "관해", "관하", "비해"], StringComparer.Ordinal);

    // What goes on, at the head of a line, behind whom it is of.
    private static readonly HashSet<string> Possessions = new(["이전", "과거", "지난", "보호자", "담당의", "주치의", "검사", "진료", "외래"], StringComparer.Ordinal);

    public static IEnumerable<Finding> Find(string text)
    {
        var end = -1;
        for (var start = NextRun(text, 0); start < text.Length; start = NextRun(text, EndOfRun(text, start)))
        {
            // A name whose parts have spaces between goes on in the runs behind.
            if (start < end)
                continue;
            var run = text.Substring(start, EndOfRun(text, start) - start);
            var length = run.Length <= LongestRun ? NameLengthAt(text, start, run, end) : 0;
            if (length == 0)
                continue;
            end = start + length;
            yield return new Finding(start, length, FindingKind.Name);
        }
    }

    /// <summary>Where one of some given names stands alone behind what announces somebody: 환아 말순.</summary>
    public static IEnumerable<Finding> FindAnnounced(string text, HashSet<string> names)
    {
        for (var start = NextRun(text, 0); names.Count > 0 && start < text.Length; start = NextRun(text, EndOfRun(text, start)))
        {
            var run = text.Substring(start, EndOfRun(text, start) - start);
            for (var length = Math.Min(3, run.Length); length > 0; length--)
            {
                // People add a syllable to a name that ends with a consonant: 말순이.
                if (!names.Contains(run.Substring(0, length)) || !(KoreanWords.IsParticle(run.Substring(length)) || (run[length] == '이' && KoreanWords.IsParticle(run.Substring(length + 1)))))
                    continue;
                if (LabelBefore(text, start) != Announcement.None || TitleBehind(text, start + run.Length))
                    yield return new Finding(start, length, FindingKind.Name);
                break;
            }
        }
    }

    /// <summary>Whether a name that is a word too names somebody here: behind what announces somebody, before a title, or where forms have the name.</summary>
    public static bool IsTold(string text, int start, int length)
    {
        var end = start + length;
        if (start > 0 && KoreanWords.IsHangul(text[start - 1]))
            return false;
        var runEnd = EndOfRun(text, start);
        var rest = runEnd > end ? text.Substring(end, runEnd - end) : "";
        if (KoreanWords.IsTitle(rest))
            return true;
        if (!KoreanWords.IsParticle(rest))
            return false;
        return LabelBefore(text, start) != Announcement.None || (rest.Length == 0 && (TitleBehind(text, runEnd) || StandsInForm(text, start, runEnd) || IsBeforeNumberInBrackets(text, runEnd)))
            || (rest == "의" && StartsLine(text, start) && Possessions.Contains(NextWord(text, runEnd)));
    }

    private static int NameLengthAt(string text, int start, string run, int endBefore)
    {
        var end = start + run.Length;
        if (TitledLength(text, start, run) is > 0 and var titled)
            return titled;
        var label = LabelBefore(text, start);
        var length = KoreanWords.NameLength(run);
        // 모친 배미경에 의하면
        if (length == 0 && run[run.Length - 1] == '에' && NextWord(text, end) is { Length: > 1 } next && Sources.Contains(next.Substring(0, 2)))
            length = KoreanWords.NameLength(run.Substring(0, run.Length - 1));
        if (length == 0 && label == Announcement.Sure && SpacedLength(text, start, run) is > 0 and var spaced)
            return spaced;
        if (length == 0)
            return label != Announcement.None || ActBefore(text, start) ? GivenLength(text, end, run, isWeak: label == Announcement.None) : 0;
        var name = run.Substring(0, length = KoreanWords.WithoutEnding(run, length));
        var isListed = KoreanWords.HasListedGiven(name);
        var isSure = label == Announcement.Sure;
        if (KoreanWords.IsCommon(run, isAnnounced: isSure || isListed))
            return 0;
        if (label != Announcement.None || (isListed && (KoreanWords.HasFrequentFamily(name) || IsByItself(text, start, end)))
            || ((isListed || KoreanWords.HasListedShortGiven(name)) && (ActBefore(text, start) || DepartmentBefore(text, start) || CloserBehind(text, end)))
            || (length == run.Length && (TitleBehind(text, end) || ((length > 2 || KoreanWords.HasListedShortGiven(name)) && StandsInForm(text, start, end)))))
            return length;
        return endBefore >= 0 && start - endBefore <= LongestBetween && Between.Contains(text.Substring(endBefore, start - endBefore)) && (length > 2 || EndsEntry(text, end) || KoreanWords.HasListedShortGiven(name) || run.Substring(length) is "와" or "과") ? length : 0;
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
            return !KoreanWords.IsCommon(run, isAnnounced: true) || (rest.Length == 0 && TitleBehind(text, end)) ? length : 0;
        }
        return 0;
    }

    /// <summary>Whether a word of what somebody did stands right before: 보조 순자.</summary>
    private static bool ActBefore(string text, int start) => start > 1 && text[start - 1] == ' ' && KoreanWords.IsHangul(text[start - 2]) && KoreanWords.IsAct(RunBefore(text, start - 1));

    /// <summary>Whether a department stands right before: 마취과 지지영, 순환기 최철.</summary>
    private static bool DepartmentBefore(string text, int start) => start > 1 && text[start - 1] == ' ' && KoreanWords.IsHangul(text[start - 2])
        && RunBefore(text, start - 1) is var run && (KoreanWords.IsDepartment(run) || KoreanWords.IsBranch(run));

    /// <summary>Whether what people write behind their own name, or of those who were there, stands behind: 허빈 드림, 송철 참석.</summary>
    private static bool CloserBehind(string text, int end) => Closers.Contains(NextWord(text, end));

    /// <summary>Whether a word is all there is between the ends of sentences.</summary>
    private static bool IsByItself(string text, int start, int end)
    {
        var before = SkipSpaces(text, start);
        return (before == 0 || text[before - 1] is '.' or '\n' or '\r') && (end == text.Length || text[end] is '\n' or '\r' || (text[end] == '.' && end + 1 == text.Length));
    }

    /// <summary>Number of characters of a family's name with a space, or one behind each syllable, before the given one: 윤 솔; zero where there is none.</summary>
    private static int SpacedLength(string text, int start, string run)
    {
        if (!KoreanWords.IsFamily(run))
            return 0;
        var (end, given) = (start + run.Length, "");
        while (given.Length < 2 && NextWord(text, end) is { Length: 1 or 2 } next && given.Length + next.Length <= 2)
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
            var next = rest.Length == 0 ? NextWord(text, start + length) : rest;
            var isFamily = length < 3 && KoreanWords.IsFamily(name);
            // 김 s. 부탁으로, (외래 김)
            if (isFamily && rest.Length == 0 && (IsShortTitle(text, start + length) || (start + length < text.Length && text[start + length] == ')' && DepartmentBefore(text, start) && length < 3 && !Vocabulary.IsCommonWord(name))))
                return length;
            if (isFamily && KoreanWords.IsTitle(next, isBehindFamily: true) && !KoreanWords.IsCommon(name + next, isAnnounced: true))
                return length;
            if (length > 1 && rest.Length > 0 && KoreanWords.NameLength(name) == length && KoreanWords.IsTitle(rest) && !Vocabulary.IsCommonWord(name) && !KoreanWords.IsCommon(run, isAnnounced: true))
                return length;
        }
        return 0;
    }

    private static bool IsShortTitle(string text, int end) => end + 4 < text.Length && text[end] == ' ' && text[end + 1] == 's' && text[end + 2] == '.' && text[end + 3] == ' ' && KoreanWords.IsHangul(text[end + 4]);

    /// <summary>Whether a title or a degree stands behind a name: 교수, T, M.D.</summary>
    private static bool TitleBehind(string text, int end)
    {
        if (KoreanWords.IsTitle(NextWord(text, end)))
            return true;
        var start = end;
        while (start < text.Length && start - end < 2 && text[start] is ',' or ' ')
            start++;
        var folded = "";
        var i = start;
        for (; i < text.Length && i - start < 6 && (text[i] is '.' || (text[i] < 0x80 && char.IsLetterOrDigit(text[i]))); i++)
            folded += text[i] is '.' ? "" : text[i].ToString();
        if (!KoreanWords.IsDegree(folded) || (i < text.Length && char.IsLetterOrDigit(text[i])))
            return false;
        // T2 and T are an image and a technician: the letter alone stands right behind the name.
        return folded.Length > 1 || start == end;
    }

    /// <summary>Whether a word stands where forms and lists have the name: at the head of a line before a sign or a number, or behind a number at the end of one.</summary>
    private static bool StandsInForm(string text, int start, int end)
    {
        if (StartsLine(text, start))
        {
            var next = end;
            while (next < text.Length && text[next] == ' ')
                next++;
            return next < text.Length && (text[next] is ':' or '/' or '|' or '^' || (text[next] == ',' && next == end) || IsBeforeNumberInBrackets(text, end)
                || (next > end && (char.IsDigit(text[next]) || IsNumber(text, next))));
        }
        var before = start;
        while (before > 0 && text[before - 1] is ' ' or '/' or '|')
            before--;
        return before < start && EndsEntry(text, end) && DigitsBefore(text, before) >= ShortestNumber;
    }

    // A birth date or the number of a patient.
    private static bool IsBeforeNumberInBrackets(string text, int end) => (end < text.Length && text[end] == ' ' ? end + 1 : end) is var open
        && open + 2 < text.Length && text[open] is '(' or '（' && (IsNumber(text, open + 1) || (char.IsDigit(text[open + 1]) && char.IsDigit(text[open + 2])));

    private static bool IsNumber(string text, int start) => start + 1 < text.Length && text[start] is >= 'A' and <= 'Z' && char.IsDigit(text[start + 1])
        && Enumerable.Range(start + 1, Math.Min(ShortestNumber, text.Length - start - 1)).Count(i => char.IsDigit(text[i])) >= ShortestNumber - 1;

    private static int DigitsBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < ShortestNumber && char.IsDigit(text[start - 1]))
            start--;
        return end - start;
    }

    private static bool StartsLine(string text, int start) => start == 0 || text[start - 1] is '\n' or '\r';

    private static bool EndsEntry(string text, int end) => end == text.Length || text[end] is '\n' or '\r' or ',' or '/' or ')' or '.' or ';' or '|';

    /// <summary>What announces somebody right before a place in the text.</summary>
    private static Announcement LabelBefore(string text, int start)
    {
        var (end, hasSign) = BeforeSign(text, start);
        if (end == start || end == 0)
            return Announcement.None;
        if (!KoreanWords.IsHangul(text[end - 1]))
            return LatinBefore(text, end) ? Announcement.Sure : Announcement.None;
        var run = RunBefore(text, end);
        if (KoreanWords.EndsWithRole(run))
            return hasSign || run.Length > 2 ? Announcement.Sure : Announcement.Weak;
        if (hasSign && KoreanWords.EndsWithAct(run))
            return Announcement.Sure;
        // 협진: 소화기내과 한태
        if (!KoreanWords.IsDepartment(run))
            return Announcement.None;
        var (beforeDepartment, signed) = BeforeSign(text, end - run.Length);
        return signed && beforeDepartment > 0 && RunBefore(text, beforeDepartment) is var label && (KoreanWords.EndsWithRole(label) || KoreanWords.EndsWithAct(label)) ? Announcement.Sure : Announcement.None;
    }

    /// <summary>The end of the word before some spaces, a sign and a remark in brackets, and whether there is a sign.</summary>
    private static (int End, bool HasSign) BeforeSign(string text, int start)
    {
        var end = SkipSpaces(text, start);
        var hasSign = end > 0 && text[end - 1] is ':' or '：' or '=' or '(' or '（' or '[';
        if (hasSign)
            end = SkipSpaces(text, end - 1);
        if (end > 0 && text[end - 1] is ')' or '）')
        {
            var open = text.LastIndexOfAny(['(', '（', '\n'], end - 1, Math.Min(LongestRemark, end));
            if (open > 0 && text[open] != '\n')
                end = SkipSpaces(text, open);
        }
        return (end, hasSign);
    }

    private static int SkipSpaces(string text, int end)
    {
        for (var i = 0; i < 2 && end > 0 && text[end - 1] is ' ' or '\u3000' or '\t'; i++)
            end--;
        return end;
    }

    /// <summary>Whether a title or role in Latin letters ends at a place in the text: Dr., R3, Staff.</summary>
    private static bool LatinBefore(string text, int end)
    {
        end -= text[end - 1] == '.' ? 1 : 0;
        var start = end;
        while (start > 0 && end - start < LongestLatin && text[start - 1] < 0x80 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return start < end && (start == 0 || text[start - 1] is not ('.' or '-')) && KoreanWords.IsLatinLabel(text.Substring(start, end - start).ToUpperInvariant());
    }

    private static string RunBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestRun && KoreanWords.IsHangul(text[start - 1]))
            start--;
        return text.Substring(start, end - start);
    }

    private static string NextWord(string text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ' || !KoreanWords.IsHangul(text[end + 1]))
            return "";
        var last = end + 1;
        while (last < text.Length && last - end <= LongestRun && KoreanWords.IsHangul(text[last]))
            last++;
        return text.Substring(end + 1, last - end - 1);
    }

    private static int NextRun(string text, int start)
    {
        while (start < text.Length && !KoreanWords.IsHangul(text[start]))
            start++;
        return start;
    }

    private static int EndOfRun(string text, int start)
    {
        while (start < text.Length && KoreanWords.IsHangul(text[start]))
            start++;
        return start;
    }

    /// <summary>How sure a label is.</summary>
    private enum Announcement
    {
        /// <summary>There is none.</summary>
        None,

        /// <summary>A word that stands before other words, too.</summary>
        Weak,

        /// <summary>A long word of a person, or a sign behind it.</summary>
        Sure,
    }
}
