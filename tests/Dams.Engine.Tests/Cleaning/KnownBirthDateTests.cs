using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>A birth date of the header, 17 August 1952, in the forms in which people write it.</summary>
public sealed class KnownBirthDateTests
{
    private const string Known = "BirthDate=19520817";

    [Theory]
    [InlineData("17-VIII-1952")]
    [InlineData("17.VIII.52")]
    [InlineData("17 VIII 1952")]
    [InlineData("17/viii/1952")]
    [InlineData("1952. VIII. 17")]
    [InlineData("17VIII1952")]
    [InlineData("1952 08 17")]
    [InlineData("17 8 1952")]
    [InlineData("17 8 52")]
    [InlineData("17/08/52")]
    [InlineData("17.08.52")]
    [InlineData("08/17/52")]
    [InlineData("52/08/17")]
    [InlineData("08 17 1952")]
    [InlineData("52 08 17")]
    [InlineData("17·8·1952")]
    [InlineData("17·08·52")]
    [InlineData("1952・8・17")]
    [InlineData("17_08_1952")]
    [InlineData("17,08,1952")]
    [InlineData("17–08–1952")]
    [InlineData("17 - 08 - 1952")]
    [InlineData("1952AUG17")]
    [InlineData("17AUG1952")]
    [InlineData("17AUG52")]
    [InlineData("Aug171952")]
    [InlineData("aug 17 52")]
    [InlineData("17.Aug.52")]
    [InlineData("August the 17th, 1952")]
    [InlineData("昭和二十七年八月十七日")]
    [InlineData("一九五二年八月十七日")]
    [InlineData("五二年八月十七日")]
    [InlineData("民國四十一年八月十七日")]
    [InlineData("Ｓ２７年８月１７日")]
    [InlineData("Ｓ２７．８．１７")]
    [InlineData("S27/8/17")]
    [InlineData("S.27.8.17")]
    [InlineData("昭27.8.17")]
    [InlineData("昭和27/8/17")]
    [InlineData("㍼27年8月17日")]
    [InlineData("seventeenth of August 1952")]
    [InlineData("seventeen August nineteen fifty-two")]
    [InlineData("August seventeenth, nineteen fifty two")]
    [InlineData("17th of August nineteen hundred and fifty-two")]
    [InlineData("siebzehnten August 1952")]
    [InlineData("17. August neunzehnhundertzweiundfünfzig")]
    [InlineData("dix-sept août mille neuf cent cinquante-deux")]
    [InlineData("diecisiete de agosto de mil novecientos cincuenta y dos")]
    [InlineData("diciassette agosto millenovecentocinquantadue")]
    [InlineData("52년 8월 17일")]
    [InlineData("52/8/17")]
    [InlineData("52.8.17")]
    public void It_goes(string date)
    {
        Assert.Equal("CT [removed] nativ", KnownText.Cleaned(Known, $"CT {date} nativ"));
        Assert.Equal("CT [removed]", KnownText.CleanedProse(Known, $"CT {date}"));
        foreach (var mark in new[] { ". ", ", ", "; ", ") ", ".\r\n" })
            Assert.Equal($"CT [removed]{mark}Nativ", KnownText.Cleaned(Known, $"CT {date}{mark}Nativ"));
    }

    [Theory]
    [InlineData("52년 8월 17일생", "[removed]생")]
    [InlineData("1952년생", "1952년생")]
    [InlineData("二〇一〇年", "二〇一〇年")]
    public void With_its_year_alone_it_stays(string text, string expected) => Assert.Equal(expected, KnownText.Cleaned(Known, text));

    [Fact]
    public void A_label_tells_of_a_Korean_one_that_is_not_known() => Assert.Equal("[removed]생", KnownText.Cleaned(Known, "61년 3월 2일생"));

    [Theory]
    [InlineData("liver segment VIII, 17 x 8 x 52 mm")]
    [InlineData("factor VIII 17 IU")]
    [InlineData("cranial nerve VII-VIII")]
    [InlineData("segments V-VIII 1952")]
    [InlineData("T2 1952")]
    [InlineData("17 8 52 mm")]
    [InlineData("17 8 53")]
    [InlineData("at 17:08:52")]
    [InlineData("stage III 2019")]
    [InlineData("seventeen lesions")]
    [InlineData("twenty-seventeen August")]
    [InlineData("ECG V I II III")]
    [InlineData("一年前より")]
    [InlineData("第二腰椎")]
    public void Other_numbers_stay(string text)
    {
        Assert.Equal(text, KnownText.Cleaned(Known, text));
        Assert.Equal(text, KnownText.CleanedProse(Known, text));
    }
}
