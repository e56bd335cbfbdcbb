using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds Japanese names that no title announces by the particle behind them and what people do, or what somebody is asked for:
/// 佐藤が対応します, 高橋に連絡済, 伊藤の指示で.
/// </summary>
internal static class JapaneseActors
{
    private const int ShortestFamily = 2, LongestGiven = 3;

    private static readonly Lazy<Regex> Doing = new(() => new Regex(
        $@"\G(?:(?:が|は|も|から|より)[\u3041-\u3096\u30A1-\u30FA\u3400-\u9FFF、]{{0,3}}?(?:{Of("does")})|(?:に|へ|まで)(?:{Of("asked")})|と(?:{Of("with")})|の(?:{Of("order")})|です(?=[。．\s]|$)|外来[でにへ]|立ち?会い?)",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)));

    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        if (!Kana.StandIn(text))
            yield break;
        for (var start = 0; start + 1 < text.Length; start++)
        {
            if (HanNames.IsHan(text[start]) && (start == 0 || !(HanNames.IsHan(text[start - 1]) || Kana.IsKatakana(text[start - 1]))) && LengthAt(text, start) is > 0 and var length)
                yield return (start, length);
            // 担当変更→佐藤, 内線 4012（佐藤）
            else if (start > 0 && (text[start - 1] is '→' or '⇒' || (start > 1 && text[start - 1] is '（' or '(' && char.IsDigit(text[start - 2]))) && FamilyNames.At(text, start).FirstOrDefault(family => !FamilyNames.IsDoubtful(family) && IsEnd(text, start + family.Length)) is { } family)
                yield return (start, family.Length);
        }
    }

    private static int LengthAt(string text, int start)
    {
        foreach (var family in FamilyNames.At(text, start).Where(family => family.Length >= ShortestFamily && !FamilyNames.IsDoubtful(family)))
        {
            for (var length = Math.Min(family.Length + LongestGiven, text.Length - start); length >= family.Length; length--)
            {
                if (Doing.Value.IsMatch(text, start + length) && text.Substring(start, length) is var name && HanNames.IsName(name) && !HanNames.HasWord(name))
                    return length;
            }
        }
        return 0;
    }

    private static bool IsEnd(string text, int end) => end == text.Length || !Scripts.IsWithoutSpaces(text[end]);

    private static string Of(string kind) => Alternatives.Of(LanguageData.WordsIn("ja", "people", kind).Select(Regex.Escape));
}
