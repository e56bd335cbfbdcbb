using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Places;

/// <summary>Finds towns by the postal code beside them, and in scripts without capitals by what is said of who lives there.</summary>
internal sealed class TownDetector : IDetector
{
    private const int LongestTown = 4;

    // The code of most countries of Europe, of five digits; of four only where a country or an address stands before it.
    private static readonly Lazy<PatternSet> Code = new(() => new PatternSet(
        RegexOptions.None,
        [@"(?<![\p{L}\d.,/-])(?:(?:CH|A|B|DK|L)-\d{4}|(?:[DFEI]-)?\d{5}|(?<=[\p{L}\d](?:, | · | • | \| ))\d{4})(?= \p{Lu}\p{Ll}| \p{Lu}'\p{Lu})|(?<![\p{L}\d-])\p{Lu}{1,2}\d[\p{Lu}\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])"]));

    private static readonly Lazy<PatternSet> Scripted = new(() => new PatternSet(
        RegexOptions.None,
        [$@"(?<![\uAC00-\uD7AF])(?<town>[\uAC00-\uD7AF]{{2,6}}?)(?= ?(?:{Of("ko", "town")}))|(?<![\u3400-\u9FFF])(?<town>[\u3400-\u9FFF]{{1,8}})(?=(?:{Of("ja", "town")}))|(?:{Of("zh", "lead")})[:：]?\s?(?<town>[\u3400-\u9FFF]{{2,12}}?(?:省|市|县|区|镇|村|州)?)(?=[\s,，。;；、(（\d]|$)|(?:現住所|居住地|出身地|本籍|住まい)[:：は ][ ]?(?<town>[\u3400-\u9FFF\u3041-\u30FA]{{2,12}})(?=[\s,，。;；、(（\d]|$)|(?<![\u3041-\u3096\u30A1-\u30FA])(?<town>(?:[\u3400-\u9FFF]{{2,3}}[都道府県])?(?:{Of("ja", "place")})[市区町村県府都](?:[\u3400-\u9FFF]{{1,4}}[区町村])?)(?![\u3400-\u9FFF]{{0,8}}(?:分類|基準|型|株|ガイドライン))|(?<town>(?:{Of("ja", "place")}))(?=[市区町村]?(?:の(?:施設|健診|検診|実家|自宅|会社|職場|工場|学校|親戚|家族|息子|娘|兄|弟|姉|妹|病院|クリニック|医院)|で[\u3400-\u9FFF]{{2,4}}(?:業|に従事|勤務)|より救急|から救急)|在住|出身|在勤|(?:から|より|へ|に)(?:転居|転院|紹介|来院|受診|搬送|帰省|出張|旅行)|で(?:単身|就労|勤務|受傷|入院|手術)|の[\u3041-\u9FFF]{{2,12}}(?:病院|医院|クリニック|センター))|(?<![\u3400-\u9FFF])(?<town>[\u3400-\u9FFF]{{1,4}}[市町村])(?=在住|出身|在勤|から|より|で|の(?:施設|健診|検診|実家|自宅|会社|職場|工場|学校|親戚|家族|息子|娘|兄|弟|姉|妹)|の[\u3041-\u9FFF]{{2,12}}(?:病院|医院|クリニック))|(?<town>(?:{Of("zh", "place")})(?:(?!某)[\u3400-\u9FFF]){{0,8}}?[省市县區区镇乡村州]?)(?=人(?:[,，。;；、\s]|$)|方面|籍|户籍|居民|转入|转来|转院|打工|务工|出差|旅游|居住|工作|来的|来院|来诊|高速|国道|省道|路段|境内|村民|市民|当地|老家|郊区|火车站|体检中心|疾控|社保|医保)|(?<=由|自|从|住|居|系|赴|往|回|到|在|于)(?<town>(?:{Of("zh", "place")})[省市]?)(?=[\u3400-\u9FFF]{{0,2}}(?:转|来|就|打|务|出|旅|居|工|某|,|，|。|$))|(?<![\u3400-\u9FFF])(?<town>[\u3400-\u9FFF]{{2,5}}[市县区镇乡村州])(?=方面)|(?<![\u3400-\u9FFF])(?:患者|病人|本人)?[系为是]?(?<town>[\u3400-\u9FFF]{{2,9}}[省市县区镇乡村州])人(?=[,，。;；、\s]|$)"]));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var match in text.HasUnspacedScript ? Scripted.Value.Find(text.Text).Of(0) : [])
        {
            var town = match.Groups["town"];
            if (!Vocabulary.IsCommonWord(town.Value) && !AsianLabels.IsWord(town.Value) && !HanNames.BeginsOrEndsWithWord(town.Value) && !IsCompany(town.Value))
                yield return new Finding(town.Index, town.Length, FindingKind.PostalAddress);
        }
        foreach (var match in Code.Value.Find(text.WithAsciiDigits).Of(0))
        {
            var isBritish = char.IsLetter(match.Value[match.Length - 1]);
            var (start, end) = isBritish ? (StartOfTownBefore(text, match.Index), match.Index + match.Length) : (match.Index, EndOfTown(text, match.Index + match.Length));
            if (isBritish || end > match.Index + match.Length)
                yield return new Finding(start, end - start, FindingKind.PostalAddress);
        }
    }

    // 딸과 함께 거주: with whom somebody lives, and no town.
    private static bool IsCompany(string word) => KoreanWords.IsHangul(word[0]) && (word[word.Length - 1] is '과' or '와' || KoreanWords.IsCommon(word, isAnnounced: false));

    /// <summary>Where a town ends that starts right behind a place in the text; the place itself where none does.</summary>
    public static int EndOfTown(TokenizedText text, int start)
    {
        var end = start;
        var first = text.IndexOfToken(start);
        if (first < text.Tokens.Count && text.Text.Substring(end, text.Tokens[first].Start - end) is " " or ", " && TownNames.LengthAt(text, first) is > 1 and var known)
            return text.Tokens[first + known - 1].End;
        for (var i = first; i < text.Tokens.Count && i - first < LongestTown; i++)
        {
            var between = text.Text.Substring(end, text.Tokens[i].Start - end);
            if (between is not (" " or "-" or "'" or "’" or ", ") || (i > first && between == ", "))
                break;
            if (!IsPart(text, i, isFirst: i == first) && !(between is "-" or "'" or "’" && i > first && text.IsCapitalized(i)))
            {
                if (!NameSeparators.IsParticle(text.Tokens[i].Folded) && text.Tokens[i].Folded is not ("AM" or "AN" or "SUR" or "EN" or "SOUS" or "BEI" or "IM" or "LES" or "AUX" or "ON" or "UPON"))
                    break;
                // A particle belongs to the town only where the town goes on.
                if (i + 1 >= text.Tokens.Count || !IsPart(text, i + 1, isFirst: false))
                    break;
            }
            end = text.Tokens[i].End;
        }
        return end;
    }

    private static int StartOfTownBefore(TokenizedText text, int end)
    {
        var start = end;
        for (var i = text.IndexOfToken(end) - 1; i >= 0; i--)
        {
            if (text.Text.Substring(text.Tokens[i].End, start - text.Tokens[i].End) is not (" " or ", " or "-") || !IsPart(text, i, isFirst: false))
                break;
            start = text.Tokens[i].Start;
        }
        return start;
    }

    private static bool IsPart(TokenizedText text, int index, bool isFirst)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > (isFirst ? 0 : 1) && char.IsUpper(text.Text[token.Start]) && (token.Length == 1 || char.IsLower(text.Text[token.Start + 1]))
            && (!Vocabulary.IsCommonWord(token.Folded) || PlaceWords.StartsPlace(token.Folded) || PlaceWords.EndsPlace(token.Folded)
                || (isFirst && token.Length <= 4));
    }

    private static string Of(string language, string kind) => Alternatives.Of(LanguageData.WordsIn(language, "places", kind).Select(Regex.Escape));
}
