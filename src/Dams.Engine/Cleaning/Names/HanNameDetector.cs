using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds Chinese and Japanese names by the words right before and behind them, others that are enumerated with one, and such that
/// stand apart from the sentence.
/// </summary>
internal sealed class HanNameDetector : IDetector
{
    private const int LongestName = 10, LongestRun = 4, ShortestWhole = 3;

    private static readonly Lazy<PatternSet> Words = new(() => new PatternSet(
        RegexOptions.None, [AsianLabels.Pattern("before"), AsianLabels.Pattern("act"), AsianLabels.Pattern("kin"), AsianLabels.Pattern("script")]));

    // What may stand between a label and a name, and a department that may stand there too.
    private static readonly Regex Separator = new(@"\G(?:[ \u3000\t]?[:：=＝(（/／][ \u3000\t]?|[ \u3000\t]{1,2}|の|は)?", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Regex Department = new(@"\G[\u3400-\u9FFF\u30A0-\u30FF]{1,9}?(?:科|部|室|病棟|病区|センター|中心)[ \u3000]?", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Regex Joint = new($@"\G(?:{AsianLabels.Pattern("script")})?(?:[ \u3000]?[、,，/／・&＆→⇒][ \u3000]?|和|与|及|と|から|[ \u3000])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // It belongs to the name of whoever it stands behind, and says nothing else.
    private static readonly Regex Honorific = new(@"\G[ \u3000]?(?:様|さま|殿)(?![\u3400-\u9FFF々])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // What a physician puts behind his name: 辻光(放射線科), 叶伟,同意上述意见.
    private static readonly Regex Signature = new(@"\G(?:[ \u3000]?[(（][\u3400-\u9FFF\u30A0-\u30FF]{1,12}(?:科|部|課|室|医|師|师)[)）]|[、,，][ ]?(?:上記|同意|以上|同上)|拝(?:[\s]|$)|記[\s]|記$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Regex Signed = new(@"\G[ \u3000]?[記拝筆](?:[\s。]|$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // Titles in Latin letters that stand right behind a name: 林子涵T, 佐藤Ns.
    private static readonly Regex LatinTitle = new(@"\G(?:T|Dr|DR|Ns|NS|RN|RT|PT|OT|ST|CE|ME|MSW|CW|MD)(?![A-Za-z\d])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // Who is not to be named is called so: 王某. 某些 and 某厂 are others.
    private static readonly Regex Unnamed = new(@"\G某{1,2}(?=[,，。;；、\s(（)）]|$|先生|女士|[男女因系])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    public IEnumerable<Finding> Find(TokenizedText tokenized)
    {
        if (!tokenized.HasUnspacedScript)
            yield break;
        var text = tokenized.Text;
        foreach (var (start, length) in Announced(text).Concat(Titled(text)).Concat(BehindLatin(tokenized)).Concat(Apart(text)).Concat(Listed(text)).Concat(HanGivens.Find(text)).Concat(HanMarks.Find(text)).Concat(HanActors.Find(text)).Concat(JapaneseActors.Find(text)))
        {
            yield return new Finding(start, length + Honorific.Match(text, start + length).Length, FindingKind.Name);
            for (var end = start + length; Next(text, end) is { Length: > 0 } next; end = next.Start + next.Length)
                yield return new Finding(next.Start, next.Length, FindingKind.Name);
        }
    }

    /// <summary>A name that stands in a list behind another.</summary>
    private static (int Start, int Length) Next(string text, int end)
    {
        var joint = Joint.Match(text, end);
        if (!joint.Success)
            return default;
        var start = end + joint.Length;
        var length = HanNames.WholeAt(text, start);
        // 福田→西村: whose turn it is now.
        return (start, length > 0 || joint.Value.IndexOfAny(['→', '⇒']) < 0 ? length : HanNames.FamilyAt(text, start));
    }

    private static IEnumerable<(int Start, int Length)> Announced(string text)
    {
        var matches = Words.Value.Find(text);
        for (var kind = 0; kind < 3; kind++)
        {
            foreach (var match in matches.Of(kind))
            {
                var end = match.Index + match.Length;
                var separator = Separator.Match(text, end);
                var start = end + separator.Length;
                var (isActivity, isKin) = (kind == 1, kind == 2);
                // 検査室 is no family's name behind an examination.
                var length = HanNames.WholeAt(text, start, isSure: !isActivity && (isKin || separator.Length > 0));
                if (isActivity && separator.Length == 0 && length < ShortestWhole && FamilyNames.At(text, start).All(FamilyNames.IsDoubtful)
                    && !(length > 1 && GivenNames.IsGiven(text.Substring(start + 1, length - 1))))
                    continue;
                if (length == 0 && separator.Length > 0 && Department.Match(text, start) is { Success: true } department)
                {
                    start += department.Length;
                    length = HanNames.WholeAt(text, start);
                }
                if (length == 0 && separator.Length > 0 && (!isActivity || IsFamilyAlone(text, start)))
                    length = HanNames.FamilyAt(text, start);
                if (length == 0 && !isActivity && separator.Length == 0 && HanNames.FamilyAt(text, start) is > 0 and var family && !FamilyNames.IsDoubtful(text.Substring(start, family))
                    && !HanNames.HasWord(text.Substring(start, Math.Min(family + 1, text.Length - start))) && !Vocabulary.IsCommonWord(match.Value + text.Substring(start, family)))
                    length = family;
                if (length > 0)
                    yield return (start, length);
            }
        }
    }

    /// <summary>Whether a family's name of several characters is all that stands between what somebody did and the end of the clause: 介助 佐藤.</summary>
    private static bool IsFamilyAlone(string text, int start) => HanNames.FamilyBefore(text, start) is > 1 and var length
        && (start + length == text.Length || "\r\n、。,，)）".IndexOf(text[start + length]) >= 0);

    private static IEnumerable<(int Start, int Length)> Titled(string text)
    {
        foreach (var match in Words.Value.Find(text).Of(3))
        {
            // In Chinese signs and diseases are called so, and no people.
            if (match.Value == "氏" && !Kana.StandIn(text))
                continue;
            if (match.Value[0] == '某' && !Unnamed.IsMatch(text, match.Index))
                continue;
            var end = match.Index > 0 && text[match.Index - 1] is ' ' or '\u3000' ? match.Index - 1 : match.Index;
            var start = StartBefore(text, end);
            if (start < end)
                yield return (start, end - start);
        }
    }

    /// <summary>Where the name starts that ends at a place; the place itself where none does.</summary>
    private static int StartBefore(string text, int end)
    {
        var found = end;
        for (var start = Math.Max(0, end - LongestName); start < end; start++)
        {
            var name = text.Substring(start, end - start);
            // A word before a space is no part of the name: 章 林子涵科长.
            if (!HanNames.IsName(name) || (name.IndexOfAny([' ', '\u3000']) is > 0 and var space && name.Length > space + 2 && HanNames.IsName(name.Substring(space + 1))))
                continue;
            if (IsStart(text, start))
                return start;
            // In the middle of a run of characters a family's name alone is any of them.
            if (found == end && end - start > 1 && !FamilyNames.IsFamily(text.Substring(start, end - start)))
                found = start;
        }
        return found;
    }

    private static bool IsStart(string text, int start) => start == 0 || !HanNames.IsHan(text[start - 1]) && !Kana.IsKatakana(text[start - 1])
        || "由经與与和对向给知请是在被及找问叫让嘱据述诉称報报听跟转".IndexOf(text[start - 1]) >= 0 || AsianLabels.EndsBefore(text, start) || IsBehindDepartment(text, start);

    // 整形外科鈴木先生, 当直田中先生.
    private static bool IsBehindDepartment(string text, int start)
    {
        if ("科課课部室局".IndexOf(text[start - 1]) >= 0)
            return true;
        for (var length = 2; length <= LongestRun && length <= start; length++)
        {
            if (Vocabulary.IsCommonWord(text.Substring(start - length, length)))
                return true;
        }
        return false;
    }

    // Where the family's name and the given one are both listed, the sentence around tells nothing more.
    private static IEnumerable<(int Start, int Length)> Listed(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (HanNames.ListedAt(text, start) is not (> 0 and var length) || (length < ShortestWhole && !IsStart(text, start)))
                continue;
            yield return (start, length);
            start += length - 1;
        }
    }

    private static IEnumerable<(int Start, int Length)> BehindLatin(TokenizedText tokenized)
    {
        var (text, tokens) = (tokenized.Text, tokenized.Tokens);
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!Scripts.IsEastern(text[tokens[i].Start]) || tokens[i - 1].IsNumber || Scripts.IsWithoutSpaces(text[tokens[i - 1].Start]) || !NameLabels.EndsBefore(tokenized, i))
                continue;
            // 佐藤Dr引継: the title is that of the name before it.
            if (i > 1 && tokens[i - 2].End == tokens[i - 1].Start && Scripts.IsEastern(text[tokens[i - 2].Start]))
                continue;
            var start = tokens[i].Start;
            var length = HanNames.WholeAt(text, start) is > 0 and var whole ? whole : HanNames.FamilyAt(text, start);
            if (length == 0 && tokens[i].Length <= LongestRun && !HanNames.HasWord(text.Substring(start, tokens[i].Length)))
                length = tokens[i].Length;
            if (length > 0)
                yield return (start, length);
        }
    }

    private static IEnumerable<(int Start, int Length)> Apart(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (start > 0 && Scripts.IsWithoutSpaces(text[start - 1]))
            {
                // リハ佐藤健PT
                if (Kana.IsKatakana(text[start - 1]) && HanNames.UsualAt(text, start) is > 0 and var behind && LatinTitle.IsMatch(text, start + behind))
                    yield return (start, behind);
                continue;
            }
            if (HanNames.UsualAt(text, start) is > 0 and var length && IsApartBehind(text, start + length))
                yield return (start, length);
            else if ((start == 0 || text[start - 1] == '\n') && HanNames.FamilyAt(text, start) is > 0 and var family && Signed.IsMatch(text, start + family))
                yield return (start, family);
            else if (HanNames.FamilyBefore(text, start) is > 0 and var titled && LatinTitle.IsMatch(text, start + titled))
                yield return (start, titled);
            else if (HanNames.WholeAt(text, start) is > 0 and var signed && Signature.IsMatch(text, start + signed))
                yield return (start, signed);
        }
    }

    private static bool IsApartBehind(string text, int end) => end == text.Length || "拝記".IndexOf(text[end]) >= 0 || !char.IsLetterOrDigit(text[end]) || LatinTitle.IsMatch(text, end);
}
