using System;
using System.Text;
using Dams.Dicom.Text;
using Xunit;

namespace Dams.Tests.Dicom.Text;

/// <summary>The defined terms of (0008,0005) (PS3.3 section C.12.1.1.2).</summary>
public sealed class CharacterSetTests
{
    // One made-up name for each term that replaces G1, with the bytes of the ISO 8859 part or standard that it names.
    [Theory]
    [InlineData("ISO_IR 100", "Äneas^Rüdiger", "C46E6561735E52FC6469676572")]
    [InlineData("ISO_IR 101", "Wałęsa^Łucja", "5761B3EA73615EA375636A61")]
    [InlineData("ISO_IR 109", "Ġużè^Ħal", "D575BFE85EA1616C")]
    [InlineData("ISO_IR 110", "Bērziņš^Ģ", "42BA727A69F1B95EAB")]
    [InlineData("ISO_IR 144", "Люкceмбypг", "BBEEDA6365DCD17970D3")]
    [InlineData("ISO_IR 127", "قباني^لنزار", "E2C8C7E6EA5EE4E6D2C7D1")]
    [InlineData("ISO_IR 126", "Διονυσιος", "C4E9EFEDF5F3E9EFF2")]
    [InlineData("ISO_IR 138", "שרון^דבורה", "F9F8E5EF5EE3E1E5F8E4")]
    [InlineData("ISO_IR 148", "Çavuş^İpek", "C7617675FE5EDD70656B")]
    [InlineData("ISO_IR 203", "Œuvre^Šárka 5€", "BC757672655EA6E1726B612035A4")]
    [InlineData("ISO_IR 166", "สมชาย^ใจดี", "CAC1AAD2C25EE3A8B4D5")]
    [InlineData("ISO_IR 13", "ﾔﾏﾀﾞ^ﾀﾛｳ", "D4CFC0DE5EC0DBB3")]
    [InlineData("ISO_IR 192", "Wang^XiaoDong=王^小東", "57616E675E5869616F446F6E673DE78E8B5EE5B08FE69DB1")]
    [InlineData("GB18030", "Wang^XiaoDong=王^小东", "57616E675E5869616F446F6E673DCDF55ED0A1B6AB")]
    [InlineData("GBK", "Wang^XiaoDong=王^小东", "57616E675E5869616F446F6E673DCDF55ED0A1B6AB")]
    public void A_term_without_code_extension_reads_and_writes_its_own_characters(string term, string text, string bytes)
    {
        var set = CharacterSet.FromTerms([term]);

        Assert.Equal(text, set.Decode(Convert.FromHexString(bytes)));
        Assert.True(set.TryEncode(text, out var encoded));
        Assert.Equal(bytes, Convert.ToHexString(encoded));
    }

    [Theory]
    [InlineData(100, 28591)]
    [InlineData(101, 28592)]
    [InlineData(110, 28594)]
    [InlineData(144, 28595)]
    [InlineData(148, 28599)]
    [InlineData(203, 28605)]
    public void Both_spellings_of_a_term_mean_the_same_96_characters(int registration, int codePage)
    {
        var bytes = new byte[96];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(0xA0 + i);
        var expected = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);

        foreach (var term in new[] { $"ISO_IR {registration}", $"ISO 2022 IR {registration}" })
        {
            Assert.Equal(expected.GetString(bytes), CharacterSet.FromTerms([term]).Decode(bytes));
            Assert.True(CharacterSet.FromTerms([term]).TryEncode(expected.GetString(bytes), out var encoded));
            Assert.Equal(bytes, encoded);
        }
    }

    [Theory]
    [InlineData("ISO_IR 100", "Škoda")]
    [InlineData("ISO_IR 100", "€")]
    [InlineData("ISO_IR 100", "e\u0301")]
    [InlineData("ISO_IR 101", "Ж")]
    [InlineData("ISO_IR 126", "Люк")]
    [InlineData("ISO_IR 144", "Ä")]
    [InlineData("ISO_IR 13", "山田")]
    [InlineData("ISO_IR 13", "ヤマダ")]
    [InlineData("ISO_IR 13", "é")]
    [InlineData("ISO_IR 6", "é")]
    [InlineData("", "é")]
    [InlineData("NO SUCH TERM", "é")]
    [InlineData("ISO_IR 100", "\uFFFD")]
    [InlineData("GBK", "\U0001F600")]
    [InlineData("\\ISO 2022 IR 87", "é")]
    [InlineData("\\ISO 2022 IR 87", "홍")]
    [InlineData("\\ISO 2022 IR 149", "\U0001F600")]
    [InlineData("\\ISO 2022 IR 149", "똠")]
    [InlineData("\\ISO 2022 IR 58", "東é")]
    [InlineData("ISO 2022 IR 100\\ISO 2022 IR 144", "λ")]
    public void What_a_set_lacks_is_refused_and_never_written_as_something_else(string terms, string text)
    {
        Assert.False(CharacterSet.FromTerms(terms.Split('\\')).TryEncode("A^" + text, out var bytes));
        Assert.Empty(bytes);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_by_every_set()
    {
        foreach (var terms in new[] { "", "ISO_IR 100", "ISO_IR 192", "GB18030", "GBK", "\\ISO 2022 IR 87" })
            Assert.False(CharacterSet.FromTerms(terms.Split('\\')).TryEncode("A\uD800", out _));
    }

    [Theory]
    [InlineData("ISO_IR 192")]
    [InlineData("GB18030")]
    public void A_set_that_has_all_of_Unicode_writes_all_of_it(string term)
    {
        const string text = "Muster^Erika=王^小東=홍^길동 λ Ж é 山田 \U0001F600 €";
        var set = CharacterSet.FromTerms([term]);

        Assert.True(set.TryEncode(text, out var bytes));
        Assert.Equal(text, set.Decode(bytes));
    }

    [Theory]
    [InlineData("iso_ir 144")]
    [InlineData(" ISO_IR 144 ")]
    [InlineData("ISO-IR 144")]
    [InlineData("ISO IR 144")]
    [InlineData("ISO 2022 IR 144")]
    public void Spellings_that_occur_are_understood(string term) =>
        Assert.Equal("Л", CharacterSet.FromTerms([term]).Decode([0xBB]));

    [Fact]
    public void Nothing_said_is_the_default_repertoire()
    {
        Assert.Same(CharacterSet.Default, CharacterSet.FromTerms([]));
        Assert.True(CharacterSet.Default.TryEncode("Muster^Erika", out var bytes));
        Assert.Equal("Muster^Erika"u8.ToArray(), bytes);
    }

    [Theory]
    [InlineData("", "4DFC", "Mü")]
    [InlineData("NO SUCH TERM", "4DFC", "Mü")]
    [InlineData("ISO_IR 192", "4DFC", "Mü")]
    [InlineData("GB18030", "4DFF", "Mÿ")]
    [InlineData("ISO_IR 13", "4D81", "M\u0081")]
    [InlineData("\\ISO 2022 IR 87", "1B24422921", "\u0029\u0021")]
    public void Bytes_that_a_set_does_not_know_read_as_Latin_1(string term, string bytes, string text) =>
        Assert.Equal(text, CharacterSet.FromTerms(term.Split('\\')).Decode(Convert.FromHexString(bytes)));

    [Fact]
    public void A_backslash_is_no_separator_where_it_is_half_a_character()
    {
        // GB18030 and GBK have 乗 as 81 5C.
        foreach (var term in new[] { "GB18030", "GBK" })
        {
            Assert.Equal("乗\\A", CharacterSet.FromTerms([term]).Decode([0x81, 0x5C, 0x5C, 0x41]));
            Assert.True(CharacterSet.FromTerms([term]).TryEncode("乗\\A", out var bytes));
            Assert.Equal([0x81, 0x5C, 0x5C, 0x41], bytes);
        }
    }
}
