using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>A date that is moved keeps the form and the language in which it stands.</summary>
public sealed class MovedDateTests
{
    [Theory]
    [InlineData("Befund seit Ende November 2019 bekannt", "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember")]
    [InlineData("lésion connue depuis novembre 2019", "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")]
    [InlineData("lesión conocida desde octubre de 2020", "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre")]
    [InlineData("lesione nota dal settembre 2020", "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre")]
    public void A_month_is_one_of_the_same_language(string text, string months)
    {
        var shift = DateShift.ForSubject(TestKey.Key, "SUBJ-1");
        var moved = new TextCleaner(new KnownValues(), shift, keepsDates: false).Clean(text, int.MaxValue);

        Assert.NotEqual(text, moved);
        Assert.Contains(months.Split('|'), month => moved.Contains(month, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vom 3.4.2021", @"vom \d\d?\.\d\d?\.\d{4}", false)]
    [InlineData("vom 03.04.2021", @"vom \d\d\.\d\d\.\d{4}", null)]
    [InlineData("vom 12.11.2021", @"vom \d\d\.\d\d\.\d{4}", null)]
    [InlineData("on 3/11/2021", @"on \d\d?/\d\d?/\d{4}", false)]
    [InlineData("am 14. Mai 2021", @"am \d\d?\. \p{L}+ \d{4}", false)]
    [InlineData("May 21, 2021", @"\p{L}+ \d\d?, \d{4}", false)]
    [InlineData("2021年11月19日", @"\d{4}年\d\d?月\d\d?日", false)]
    [InlineData("2021. 4. 23.", @"\d{4}\. \d\d?\. \d\d?\.", false)]
    [InlineData("2021년 11월", @"\d{4}년 \d\d?월", false)]
    [InlineData("2021-11-19", @"\d{4}-\d\d-\d\d", null)]
    public void Days_and_months_have_a_zero_in_front_where_they_had_one(string text, string form, bool? hasZeros)
    {
        foreach (var moved in Moved(text))
        {
            Assert.Matches("^" + form + "$", moved);
            if (hasZeros == false)
                Assert.DoesNotMatch(@"(?<!\d)0\d", moved);
        }
    }

    [Theory]
    [InlineData("令和1年5月22日")]
    [InlineData("令和元年6月8日")]
    [InlineData("R2.1.9")]
    public void A_year_of_an_era_is_one_that_the_era_has(string text)
    {
        foreach (var moved in Moved(text))
        {
            Assert.Matches(@"^(令和|平成|R|H)([1-9]|[12]\d|3[01])[年.]\d\d?[月.]\d\d?日?$", moved);
            Assert.Equal(text[0] < 0x80, moved[0] < 0x80);
        }
    }

    [Theory]
    [InlineData("27Oct2023", @"\d\d\p{Lu}\p{Ll}\p{Ll}2\d{3}")]
    [InlineData("17May2022", @"\d\d\p{Lu}\p{Ll}\p{Ll}2\d{3}")]
    [InlineData("17-May-22", @"\d\d-\p{Lu}\p{Ll}\p{Ll}-\d\d")]
    [InlineData("von Mai. 2019", @"von (Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\. \d{4}")]
    [InlineData("am 6. November '21", @"am \d\d?\. \p{L}+ '\d\d")]
    [InlineData("on the 2nd of June 2021", @"on the (1st|2nd|3rd|2[1-3](st|nd|rd)|31st|\d+th) of \p{L}+ \d{4}")]
    [InlineData("le 1er mars 2021", @"le ([1-9]|[1-3]\d|1er) \p{L}+ \d{4}")]
    [InlineData("am 12-III-2019", @"am \d\d-[IVX]+-\d{4}")]
    [InlineData("2019. III. 12", @"\d{4}\. [IVX]+\. \d\d?")]
    [InlineData("12·3·2019", @"\d\d?·\d\d?·\d{4}")]
    [InlineData("2019MAR12", @"\d{4}\p{Lu}{3}\d\d")]
    [InlineData("二〇一九年三月十二日", @"[一二三四五六七八九〇]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")]
    [InlineData("令和三年四月二十三日", @"(令和|平成)[一二三四五六七八九十]{1,3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")]
    public void A_month_keeps_its_length_and_a_counted_day_its_ending(string text, string form) => Assert.All(Moved(text), moved => Assert.Matches("^" + form + "$", moved));

    [Theory]
    [InlineData("이전 검사 23.11.19 비교", @"이전 검사 (1[3-9]|2[0-3])\.\d\d\.\d\d 비교")]
    [InlineData("23/11/19 施行", @"(1[3-9]|2[0-3])/\d\d/\d\d 施行")]
    [InlineData("Voruntersuchung vom 23.11.19 bei 王小明", @"Voruntersuchung vom \d\d\.\d\d\.(09|1\d) bei \[removed\]")]
    public void A_year_of_two_digits_stands_first_where_the_text_is_Korean_Japanese_or_Chinese(string text, string form) =>
        Assert.All(Moved(text), moved => Assert.Matches("^" + form + "$", moved));

    // Several people, since each is moved by other days.
    private static IEnumerable<string> Moved(string text) => Enumerable.Range(1, 12).Select(i =>
        new TextCleaner(new KnownValues(), DateShift.ForSubject(TestKey.Key, $"SUBJ-{i}"), keepsDates: false).Clean(text, int.MaxValue));
}
