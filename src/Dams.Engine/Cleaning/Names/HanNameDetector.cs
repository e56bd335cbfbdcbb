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

    private static readonly Regex Joint = new($@"\G(?:{AsianLabels.Pattern("script")})?(?:[ \u3000]?[、,，/／・&＆][ \u3000]?|和|与|及|と|[ \u3000])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // It belongs to the name of whoever it stands behind, and says nothing else.
    private static readonly Regex Honorific = new(@"\G[ \u3000]?(?:様|さま|殿)(?![\u3400-\u9FFF々])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // What a physician puts behind his name: 辻光(放射線科), 叶伟,同意上述意见.
    private static readonly Regex Signature = new(@"\G(?:[ \u3000]?[(（][\u3400-\u9FFF\u30A0-\u30FF]{1,12}(?:科|部|課|室|医|師|师)[)）]|[、,，][ ]?(?:上記|同意|以上|同上)|拝(?:[\s]|$)|記[\s]|記$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    public IEnumerable<Finding> Find(TokenizedText tokenized)
    {
        if (!tokenized.HasUnspacedScript)
            yield break;
        var text = tokenized.Text;
        foreach (var (start, length) in Announced(text).Concat(Titled(text)).Concat(BehindLatin(tokenized)).Concat(Apart(text)))
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
        return joint.Success ? (end + joint.Length, HanNames.WholeAt(text, end + joint.Length)) : default;
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
                if (isActivity && separator.Length == 0 && length < ShortestWhole && FamilyNames.At(text, start).All(FamilyNames.IsDoubtful))
                    continue;
                if (length == 0 && separator.Length > 0 && Department.Match(text, start) is { Success: true } department)
                {
                    start += department.Length;
                    length = HanNames.WholeAt(text, start);
                }
                if (length == 0 && !isActivity && separator.Length > 0)
                    length = HanNames.FamilyAt(text, start);
                if (length > 0)
                    yield return (start, length);
            }
        }
    }

    private static IEnumerable<(int Start, int Length)> Titled(string text)
    {
        foreach (var match in Words.Value.Find(text).Of(3))
        {
            // In Chinese signs and diseases are called so, and no people.
            if (match.Value == "氏" && !Kana.StandIn(text))
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
            if (!HanNames.IsName(text.Substring(start, end - start)))
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
        || "由经與与和对向给知请是在被及".IndexOf(text[start - 1]) >= 0 || AsianLabels.EndsBefore(text, start);

    private static IEnumerable<(int Start, int Length)> BehindLatin(TokenizedText tokenized)
    {
        var (text, tokens) = (tokenized.Text, tokenized.Tokens);
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!Scripts.IsEastern(text[tokens[i].Start]) || tokens[i - 1].IsNumber || Scripts.IsWithoutSpaces(text[tokens[i - 1].Start]) || !NameLabels.EndsBefore(tokenized, i))
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
                continue;
            if (HanNames.UsualAt(text, start) is > 0 and var length && IsApartBehind(text, start + length))
                yield return (start, length);
            else if (HanNames.WholeAt(text, start) is > 0 and var signed && Signature.IsMatch(text, start + signed))
                yield return (start, signed);
        }
    }

    private static bool IsApartBehind(string text, int end) => end == text.Length || "拝記".IndexOf(text[end]) >= 0 || !char.IsLetterOrDigit(text[end]);
}
