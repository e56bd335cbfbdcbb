using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>What around a word in Hangul tells that it is a name: labels, titles, what somebody did, and where forms have the name.</summary>
internal static class KoreanContext
{
    private const int LongestRemark = 12;
    private const int LongestLatin = 16;
    private const int MostWordsToDoing = 3;
    private const int ShortestNumber = 6;

    private static readonly HashSet<string> Closers = new(["드림", "올림", "배상", "참석", "참석함", "배석", "동석", "참여", "입회", "서명", "서명함", "씀", "의견", "왈"], StringComparer.Ordinal);

    /// <summary>What announces somebody right before a place in the text.</summary>
    public static Announcement LabelBefore(string text, int start)
    {
        var (end, hasSign) = BeforeSign(text, start);
        if (end == start || end == 0)
            return Announcement.None;
        if (!KoreanWords.IsHangul(text[end - 1]))
            return LatinBefore(text, end) ? Announcement.Sure : Announcement.None;
        var run = HangulRuns.RunBefore(text, end);
        if (KoreanWords.EndsWithRole(run))
            return hasSign || run.Length > 2 ? Announcement.Sure : Announcement.Weak;
        if (hasSign && KoreanWords.EndsWithAct(run))
            return Announcement.Sure;
        // 협진: 소화기내과 한태
        if (!KoreanWords.IsDepartment(run))
            return Announcement.None;
        var (beforeDepartment, signed) = BeforeSign(text, end - run.Length);
        return signed && beforeDepartment > 0 && HangulRuns.RunBefore(text, beforeDepartment) is var label && (KoreanWords.EndsWithRole(label) || KoreanWords.EndsWithAct(label)) ? Announcement.Sure : Announcement.None;
    }

    /// <summary>Whether a title or a degree stands behind a name: 교수, T, M.D.</summary>
    public static bool TitleBehind(string text, int end)
    {
        if (KoreanWords.IsTitle(HangulRuns.NextWord(text, end)))
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

    /// <summary>
    /// Whether a word starts a clause, and in the few words behind, before anything happens or another person is told of, stands what
    /// somebody does or feels: 철수는 어제부터 열남.
    /// </summary>
    public static bool StandsBeforeDoing(string text, int start, int end)
    {
        if (HangulRuns.SkipSpaces(text, start) is > 0 and var before && char.IsLetterOrDigit(text[before - 1]))
            return false;
        for (var i = 0; i < MostWordsToDoing && HangulRuns.NextWord(text, end) is { Length: > 0 } word && !KoreanWords.EndsWithRole(word) && !KoreanWords.IsHappening(word); i++)
        {
            if (KoreanWords.IsDoing(word))
                return true;
            end += 1 + word.Length;
        }
        return false;
    }

    /// <summary>Whether somebody of the family stands behind: 철수 엄마.</summary>
    public static bool KinBehind(string text, int end) => HangulRuns.NextWord(text, end) is { Length: > 1 } word && KoreanWords.IsToPerson(word);

    /// <summary>Whether a word of what somebody did stands right before: 보조 순자.</summary>
    public static bool ActBefore(string text, int start) => start > 1 && text[start - 1] == ' ' && KoreanWords.IsHangul(text[start - 2]) && KoreanWords.IsAct(HangulRuns.RunBefore(text, start - 1));

    /// <summary>Whether a department stands right before: 마취과 지지영, 순환기 최철.</summary>
    public static bool DepartmentBefore(string text, int start) => start > 1 && text[start - 1] == ' ' && KoreanWords.IsHangul(text[start - 2])
        && HangulRuns.RunBefore(text, start - 1) is var run && (KoreanWords.IsDepartment(run) || KoreanWords.IsBranch(run));

    /// <summary>Whether what people write behind their own name, or of those who were there, stands behind: 허빈 드림, 송철 참석.</summary>
    public static bool CloserBehind(string text, int end) => Closers.Contains(HangulRuns.NextWord(text, end));

    /// <summary>Whether what somebody did stands behind: 허빈 연락됨.</summary>
    public static bool ActBehind(string text, int end) => KoreanWords.StartsWithAct(HangulRuns.NextWord(text, end));

    /// <summary>Whether a date or an arrow stands before a word with which the line or a bracket ends, or what somebody does follows: 2021.3.5 허빈, → 허빈이 대신 봄.</summary>
    public static bool IsSigned(string text, int start, int end) => HangulRuns.SkipSpaces(text, start) is > 0 and var before
        && (text[before - 1] is '→' or '⇒' || (before < start && (char.IsDigit(text[before - 1]) || text[before - 1] is '일' or '월' || (before > 1 && text[before - 1] == '.' && char.IsDigit(text[before - 2]))) && EndsEntry(text, end) && !(end < text.Length && text[end] == '/')));

    /// <summary>Whether nothing but a sign stands between a word and the end of the sentence before it.</summary>
    public static bool StartsClause(string text, int start) => HangulRuns.SkipSpaces(text, start) is var before && (before == 0 || !char.IsLetterOrDigit(text[before - 1]));

    /// <summary>Whether a word is all there is between the ends of sentences.</summary>
    public static bool IsByItself(string text, int start, int end)
    {
        var before = HangulRuns.SkipSpaces(text, start);
        return (before == 0 || text[before - 1] is '.' or '\n' or '\r') && (end == text.Length || text[end] is '\n' or '\r' || (text[end] == '.' && end + 1 == text.Length));
    }

    public static bool IsShortTitle(string text, int end) => end + 4 < text.Length && text[end] == ' ' && text[end + 1] == 's' && text[end + 2] == '.' && text[end + 3] == ' ' && KoreanWords.IsHangul(text[end + 4]);

    /// <summary>Whether a word stands where forms and lists have the name: at the head of a line before a sign or a number, or behind a number at the end of one.</summary>
    public static bool StandsInForm(string text, int start, int end)
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
    public static bool IsBeforeNumberInBrackets(string text, int end) => (end < text.Length && text[end] == ' ' ? end + 1 : end) is var open
        && open + 2 < text.Length && text[open] is '(' or '（' && (IsNumber(text, open + 1) || (char.IsDigit(text[open + 1]) && char.IsDigit(text[open + 2])));

    public static bool StartsLine(string text, int start) => start == 0 || text[start - 1] is '\n' or '\r';

    public static bool EndsEntry(string text, int end) => end == text.Length || text[end] is '\n' or '\r' or ',' or '/' or ')' or '.' or ';' or '|';

    /// <summary>The end of the word before some spaces, a sign and a remark in brackets, and whether there is a sign.</summary>
    private static (int End, bool HasSign) BeforeSign(string text, int start)
    {
        var end = HangulRuns.SkipSpaces(text, start);
        var hasSign = end > 0 && text[end - 1] is ':' or '：' or '=' or '(' or '（' or '[';
        if (hasSign)
            end = HangulRuns.SkipSpaces(text, end - 1);
        if (end > 0 && text[end - 1] is ')' or '）')
        {
            var open = text.LastIndexOfAny(['(', '（', '\n'], end - 1, Math.Min(LongestRemark, end));
            if (open > 0 && text[open] != '\n')
                end = HangulRuns.SkipSpaces(text, open);
        }
        return (end, hasSign);
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

    private static bool IsNumber(string text, int start) => start + 1 < text.Length && text[start] is >= 'A' and <= 'Z' && char.IsDigit(text[start + 1])
        && Enumerable.Range(start + 1, Math.Min(ShortestNumber, text.Length - start - 1)).Count(i => char.IsDigit(text[i])) >= ShortestNumber - 1;

    private static int DigitsBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < ShortestNumber && char.IsDigit(text[start - 1]))
            start--;
        return end - start;
    }
}

/// <summary>How sure it is that a label announces somebody.</summary>
internal enum Announcement
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A word that stands before other words, too.</summary>
    Weak,

    /// <summary>A long word of a person, or a sign behind it.</summary>
    Sure,
}
