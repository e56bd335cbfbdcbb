using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds Korean towns and addresses by the names of regions, towns and counties, and practices by the departments they are
/// called after: 천안, 경북 포항시 북구 …, 가람내과. A town that is called as another word counts behind a region or before who lives there.
/// </summary>
internal sealed class KoreanPlaceDetector : IDetector
{
    private const int LongestRun = 14, LongestPart = 9;
    private const int ShortestName = 2;

    private static readonly Lazy<HashSet<string>> Cities = Of("city");
    private static readonly Lazy<HashSet<string>> Places = Of("place");
    private static readonly Lazy<HashSet<string>> Regions = Of("region");
    private static readonly Lazy<HashSet<string>> Departments = Of("department");
    private static readonly Lazy<HashSet<string>> Modifiers = Of("modifier");

    // What of an address follows its last part with a name: a number, and the house.
    private static readonly Regex House = new(
        @"\G(?: ?\d{1,4}번?길)?(?: ?(?:산 ?)?\d{1,5}(?:-\d{1,5})?(?:번지|번|호)?(?! ?(?:mm|cm|ml|세|개|일|시|분|년|월|회|차|%)|[\d./]))?(?: ?\([\uAC00-\uD7A3\d]{2,8}동\))?(?:,? [\uAC00-\uD7A3\dA-Z]{1,12}(?:아파트|빌라|오피스텔|타워|빌딩|맨션|주공|타운|연립|하이츠|캐슬|자이|푸르지오|래미안|힐스테이트))?(?:,? ?\d{1,4}(?:동|호|층)(?![\uAC00-\uD7A3])){0,3}(?: ?\((?:\(?우\)?[ :]?)?\d{5}\))?",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (!text.HasUnspacedScript)
            yield break;
        for (var start = HangulRuns.NextRun(text.Text, 0); start < text.Text.Length;)
        {
            var end = HangulRuns.EndOfRun(text.Text, start);
            var run = end - start <= LongestRun ? text.Text.Substring(start, end - start) : "";
            if (run.Length > 0 && AddressEnd(text, start, run) is > 0 and var addressEnd)
            {
                yield return new Finding(start, addressEnd - start, FindingKind.PostalAddress);
                end = Math.Max(end, HangulRuns.EndOfRun(text.Text, addressEnd));
            }
            else if (PracticeLength(run) is > 0 and var length)
                yield return new Finding(start, length, FindingKind.Institution);
            start = HangulRuns.NextRun(text.Text, end);
        }
    }

    /// <summary>Where an address ends that starts with a run; zero where none does.</summary>
    private static int AddressEnd(TokenizedText text, int start, string run)
    {
        var isRegion = Regions.Value.Contains(run);
        var length = isRegion ? run.Length : TownLength(run, Cities.Value);
        var isPlace = length == 0 && TownLength(run, Places.Value) is var place && (length = place) > 0;
        if (length == 0)
            return 0;
        var end = start + length;
        var parts = 0;
        if (length == run.Length)
        {
            while (PartAfter(text.Text, end) is > 0 and var partEnd)
                (end, parts) = (partEnd, parts + 1);
        }
        // A region without the ending, or a word of reports, is a place where a town or a part of one follows, or somebody who lives there.
        var isBare = isPlace ? !(run.Length > length - 1 && run[length - 1] is '시' or '군') : isRegion && run is "경기" or "강원" or "전남" or "경남" or "전북";
        // 구미에서: from there; 전주 is last week too.
        var isFrom = isPlace && (run.Substring(length) == "에서" || EndsWithIn(text.Text, start));
        if (isBare && parts == 0 && !isFrom && !LivesBehind(text.Text, start + length))
            return 0;
        var house = parts > 0 ? House.Match(text.WithAsciiDigits, end).Length : 0;
        return end + house;
    }

    // English leads to a town, too: lives in 화성.
    private static bool EndsWithIn(string text, int start) => Array.Exists(Prepositions, word => start >= word.Length && string.CompareOrdinal(text, start - word.Length, word, 0, word.Length) == 0);

    /// <summary>The end of a part of an address behind another: 북구, 애월읍, 예술로, 포항.</summary>
    private static int PartAfter(string text, int end)
    {
        if (end + 2 >= text.Length || text[end] != ' ')
            return 0;
        var last = end + 1;
        while (last < text.Length && last - end <= LongestPart && (KoreanWords.IsHangul(text[last]) || char.IsDigit(text[last])))
            last++;
        if (last - end is < 3 or > LongestPart || !KoreanWords.IsHangul(text[last - 1]))
            return 0;
        var run = text.Substring(end + 1, last - end - 1);
        if (TownLength(run, Cities.Value) is > 0 and var city)
            return end + 1 + city;
        if (TownLength(run, Places.Value) is > 0 and var place)
            return end + 1 + place;
        for (var length = run.Length; length > 1; length--)
        {
            if (run[length - 1] is '시' or '군' or '구' or '읍' or '면' or '동' or '리' or '로' or '길' or '가' && KoreanWords.IsParticleOfPlace(run.Substring(length))
                && (!KoreanWords.IsCommon(run, isAnnounced: false) || (run[length - 1] is '로' or '길' && length == run.Length && IsHouse(text, last))) && !run.EndsWith("으로", StringComparison.Ordinal))
            {
                return end + 1 + length;
            }
        }
        return 0;
    }

    // A street may be called as a month is: 구월로 210.
    private static bool IsHouse(string text, int end) => end + 1 < text.Length && text[end] == ' ' && char.IsDigit(text[end + 1]);

    /// <summary>Number of syllables of a listed town at the start of a run, with 시, 군 or 구, and a particle alone behind it; zero where none is.</summary>
    private static int TownLength(string run, HashSet<string> towns)
    {
        for (var length = Math.Min(4, run.Length); length > 1; length--)
        {
            if (!towns.Contains(run.Substring(0, length)))
                continue;
            var end = length < run.Length && run[length] is '시' or '군' or '구' or '읍' && KoreanWords.IsParticleOfPlace(run.Substring(length + 1)) ? length + 1 : length;
            if (KoreanWords.IsParticleOfPlace(run.Substring(end)))
                return end;
        }
        return 0;
    }

    private static bool LivesBehind(string text, int end)
    {
        var rest = text.Substring(end, Math.Min(LongestPart, text.Length - end));
        return LanguageTowns.Value.Any(word => rest.StartsWith(word, StringComparison.Ordinal) || rest.StartsWith(" " + word, StringComparison.Ordinal))
            || Facilities.Any(word => rest.StartsWith(" " + word, StringComparison.Ordinal));
    }

    private static readonly string[] Prepositions = [" in ", " from ", " near "];

    private static readonly string[] Facilities = ["요양", "병원", "의원", "보건소", "보건지소", "의료원", "한의원", "약국", "복지관", "복지센터", "주간보호", "소방서", "경찰서", "교도소", "자택", "본가", "친정", "시댁", "국도", "고속도로", "톨게이트", "터미널", "공장", "공단", "산업단지", "현장", "시골", "장례식장", "검진센터", "소방대", "군부대"];

    private static readonly Lazy<string[]> LanguageTowns = new(() => [.. Of("town").Value]);

    /// <summary>Number of syllables of the name of a practice before its department: 가람 of 가람내과; zero where what stands there belongs to the department.</summary>
    private static int PracticeLength(string run)
    {
        for (var start = ShortestName; start < run.Length; start++)
        {
            for (var end = run.Length; end > start + 1; end--)
            {
                if (!Departments.Value.Contains(run.Substring(start, end - start)) || !KoreanWords.IsParticleOfPlace(run.Substring(end)))
                    continue;
                var name = run.Substring(0, start);
                return IsOfModifiers(name) || Vocabulary.IsCommonWord(name) || KoreanWords.IsDepartment(name) ? 0 : start;
            }
        }
        return 0;
    }

    private static bool IsOfModifiers(string name) => name.Length == 0
        || Enumerable.Range(1, name.Length).Any(length => Modifiers.Value.Contains(name.Substring(0, length)) && IsOfModifiers(name.Substring(length)));

    private static Lazy<HashSet<string>> Of(string kind) =>
        new(() => new(LanguageData.WordsIn("ko", "places", kind), StringComparer.Ordinal));
}
