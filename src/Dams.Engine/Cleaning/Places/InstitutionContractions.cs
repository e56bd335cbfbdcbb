using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Places;

/// <summary>
/// The ways in which Chinese, Japanese and Korean shorten the name of an institution: 市三院 for 北京市第三人民医院, 東大病院 for
/// 東京大学医学部附属病院, 서울대병원 for 서울대학교병원.
/// </summary>
internal static class InstitutionContractions
{
    private const int Shortest = 3, ShortestOfUniversity = 4, MostForms = 64;

    private static readonly Lazy<(string Long, string Short)[]> Words = new(() => [.. LanguageData.Words("places", "contract").Select(line => line.Split(' ')).Select(words => (words[0], words[1]))]);

    // A university is called by the first character of its place.
    private static readonly Regex University = new(@"^([\u3400-\u9FFF])[\u3400-\u9FFF]{1,2}?(?=大[学學]|医[科大]|醫[科大])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // The place, and what kind of place it is.
    private static readonly Regex Place = new(@"^[\u3400-\u9FFF]{2,4}?(?=[省市县縣府区區州郡県](?:第?[一二三四五六七八九十]|[\u3400-\u9FFF]{2}))", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    private static readonly Regex KindOfPlace = new(@"(?<=^[\u3400-\u9FFF]{2,4})[市县縣区區](?=第?[一二三四五六七八九十])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Regex Ordinal = new("第(?=[一二三四五六七八九十])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    private static readonly Regex Numbered = new("(?<=[一二三四五六七八九十大])[医醫](?=院$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // What is left of a name has to be one still.
    private static readonly Regex Telling = new(@"[一二三四五六七八九十]|大|立|[\uAC00-\uD7A3]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Lazy<HashSet<string>> Hospitals = new(() => [.. LanguageData.Words("places", "script")]);

    // A university hospital is called by the university alone.
    private static readonly Regex OfUniversity = new("(?<=大)(?:附属|附)?(?:病院|医院|院)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly string[] Schools = ["大学", "大學"];
    private static readonly string[] KoreanHospitals = ["병원", "의료원"];

    /// <summary>What a name may be shortened to; nothing of a name in another script.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var bare = name.Replace(" ", "").Replace("\u3000", "");
        if (bare.Length < Shortest || !bare.All(Scripts.IsEastern))
            return [];
        var forms = new HashSet<string>(StringComparer.Ordinal) { bare };
        Add(form => University.Replace(form, "$1"));
        foreach (var (longer, shorter) in Words.Value)
            Add(form => form.Replace(longer, shorter));
        Add(form => Place.Replace(form, ""));
        Add(form => KindOfPlace.Replace(form, ""));
        Add(form => Ordinal.Replace(form, ""));
        Add(form => Numbered.Replace(form, ""));
        var heads = name.Split(' ').Where(word => Hangul.IsHangul(word)).Concat(forms.Where(Hangul.IsHangul).ToArray())
            .SelectMany(word => KoreanHospitals.Where(end => word.EndsWith(end, StringComparison.Ordinal)).SelectMany(end => new[] { word, word.Substring(0, word.Length - end.Length), word.Insert(word.Length - end.Length, " ") }));
        var universities = forms.Select(form => OfUniversity.Replace(form, "")).Where(form => form.Length >= ShortestOfUniversity).Concat(SchoolOf(bare));
        return forms.Concat(heads).Concat(universities).Distinct().Where(form => form.Length >= Shortest && form != name && Telling.IsMatch(form) && !Vocabulary.IsCommonWord(form) && !IsOfWords(form));

        void Add(Func<string, string> shorten)
        {
            foreach (var form in forms.ToArray())
            {
                if (forms.Count < MostForms)
                    forms.Add(shorten(form));
            }
        }
    }

    /// <summary>The university at the head of a name.</summary>
    private static IEnumerable<string> SchoolOf(string name) => Schools
        .Where(school => name.IndexOf(school, StringComparison.Ordinal) >= 2).Select(school => name.Substring(0, name.IndexOf(school, StringComparison.Ordinal) + school.Length));

    // "University hospital" and "second hospital" are any of them.
    private static bool IsOfWords(string form) => Hospitals.Value.Contains(form) || Hospitals.Value.Contains("第" + form);
}
