using System;
using Dams.Dicom.Text;
using Xunit;

namespace Dams.Tests.Dicom.Text;

/// <summary>Text with escape sequences of ISO 2022 (PS3.5 sections 6.1.2.5 and annexes H, I, J and K).</summary>
public sealed class CodeExtensionTests
{
    private const string Japanese = "\\ISO 2022 IR 87";
    private const string Korean = "\\ISO 2022 IR 149";
    private const string Chinese = "\\ISO 2022 IR 58";

    [Theory]
    [InlineData( // annex H.3.1
        Japanese,
        "Yamada^Tarou=山田^太郎=やまだ^たろう",
        "59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F3A1B28423D1B24422464245E24401B28425E1B2442243F246D24261B2842")]
    [InlineData( // annex I.2
        Korean,
        "Hong^Gildong=洪^吉洞=홍^길동",
        "486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF")]
    [InlineData( // annex K.2
        Chinese,
        "Zhang^XiaoDong=张^小东=",
        "5A68616E675E5869616F446F6E673D1B242941D5C55E1B242941D0A1B6AB3D")]
    public void The_examples_of_the_standard_read_and_write_as_printed(string terms, string text, string bytes)
    {
        var set = CharacterSet.FromTerms(terms.Split('\\'));

        Assert.Equal(text, set.Decode(Convert.FromHexString(bytes)));
        Assert.True(set.TryEncode(text, out var encoded));
        Assert.Equal(bytes, Convert.ToHexString(encoded));
    }

    [Fact]
    public void The_example_with_katakana_of_single_bytes_reads_as_printed()
    {
        // Annex H.3.2, with romaji in place of ASCII around the ideographs.
        const string bytes = "D4CFC0DE5EC0DBB33D1B24423B3345441B284A5E1B244242404F3A1B284A3D1B24422464245E24401B284A5E1B2442243F246D24261B284A";

        Assert.Equal(
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
            CharacterSet.FromTerms(["ISO 2022 IR 13", "ISO 2022 IR 87"]).Decode(Convert.FromHexString(bytes)));
    }

    [Fact]
    public void The_example_of_Korean_text_in_lines_designates_anew_in_each()
    {
        // Annex I.3.
        const string bytes =
            "1B242943546865206669727374206C696E6520696E636C7564657320B1E6B5BF2E0D0A"
            + "1B242943546865207365636F6E64206C696E6520696E636C7564657320B1E6B5BF2C20746F6F2E0D0A"
            + "546865207468697264206C696E652E";

        Assert.Equal(
            "The first line includes 길동.\r\nThe second line includes 길동, too.\r\nThe third line.",
            CharacterSet.FromTerms(Korean.Split('\\')).Decode(Convert.FromHexString(bytes)));
    }

    [Theory]
    [InlineData(Korean, "길\n동\t洪\f吉\r洞")]
    [InlineData(Korean, "길동\\홍^길동=洪 A 吉")]
    [InlineData(Japanese, "山田\\太郎 A\r\n山^田=太")]
    [InlineData(Japanese, "ソ表十")]
    [InlineData(Chinese, "张\\小东\n王")]
    [InlineData("\\ISO 2022 IR 159", "丂丄丅")]
    [InlineData("\\ISO 2022 IR 87\\ISO 2022 IR 159", "山丂田丄")]
    [InlineData("ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159", "ﾔﾏﾀﾞ 山 A ﾔ 丂^ﾏ")]
    [InlineData("\\ISO 2022 IR 87\\ISO 2022 IR 149\\ISO 2022 IR 58", "山홍张A^홍山=张")]
    [InlineData("ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126", "é Люк λ é^Л")]
    [InlineData("ISO 2022 IR 6\\ISO 2022 IR 100\\ISO 2022 IR 203", "é € é")]
    [InlineData("ISO_IR 100\\ISO 2022 IR 87", "é山é")]
    [InlineData("ISO 2022 IR 149", "김^희중")]
    public void What_is_written_is_read_again(string terms, string text)
    {
        var set = CharacterSet.FromTerms(terms.Split('\\'));

        Assert.True(set.TryEncode(text, out var bytes));
        Assert.Equal(text, set.Decode(bytes));
    }

    [Theory]
    [InlineData("^")]
    [InlineData("=")]
    [InlineData("\\")]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\f")]
    [InlineData("\t")]
    public void A_delimiter_brings_back_what_was_in_force_at_the_start(string delimiter)
    {
        var set = CharacterSet.FromTerms(["ISO 2022 IR 100", "ISO 2022 IR 144"]);
        byte[] bytes = [0x1B, 0x2D, 0x4C, 0xBB, (byte)delimiter[0], 0xE9];

        Assert.Equal($"Л{delimiter}é", set.Decode(bytes));
        Assert.True(set.TryEncode($"Л{delimiter}é", out var encoded));
        Assert.Equal(bytes, encoded);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("A")]
    public void What_is_no_delimiter_leaves_the_upper_half_in_force(string character)
    {
        var set = CharacterSet.FromTerms(["ISO 2022 IR 100", "ISO 2022 IR 144"]);
        byte[] bytes = [0x1B, 0x2D, 0x4C, 0xBB, (byte)character[0], 0xBB];

        Assert.Equal($"Л{character}Л", set.Decode(bytes));
    }

    [Fact]
    public void Ideographs_end_before_every_delimiter_and_before_the_end()
    {
        Assert.True(CharacterSet.FromTerms(Japanese.Split('\\')).TryEncode("山^田", out var bytes));

        Assert.Equal("1B24423B331B28425E1B244245441B2842", Convert.ToHexString(bytes));
    }

    [Fact]
    public void A_backslash_is_no_separator_where_it_is_half_a_character()
    {
        // JIS X 0208 has 宮 as 35 5C and 楜 as 5C 35.
        byte[] bytes = [0x1B, 0x24, 0x42, 0x35, 0x5C, 0x5C, 0x35, 0x1B, 0x28, 0x42, 0x5C, 0x41];
        var set = CharacterSet.FromTerms(Japanese.Split('\\'));

        Assert.Equal("宮楜\\A", set.Decode(bytes));
        Assert.True(set.TryEncode("宮楜\\A", out var encoded));
        Assert.Equal(bytes, encoded);
    }

    [Fact]
    public void An_escape_sequence_that_is_not_listed_is_followed_all_the_same() =>
        Assert.Equal("Л", CharacterSet.FromTerms(["ISO_IR 100"]).Decode([0x1B, 0x2D, 0x4C, 0xBB]));

    [Theory]
    [InlineData("1B")]
    [InlineData("1B24")]
    [InlineData("1B2429")]
    [InlineData("1B2442")]
    [InlineData("1B24423B")]
    [InlineData("1B242943FB")]
    [InlineData("1BFFFF")]
    public void Text_that_is_cut_inside_an_escape_or_a_character_still_reads(string bytes)
    {
        foreach (var terms in new[] { "", Japanese, Korean, "ISO_IR 192", "GB18030" })
            Assert.NotNull(CharacterSet.FromTerms(terms.Split('\\')).Decode(Convert.FromHexString(bytes)));
    }
}
