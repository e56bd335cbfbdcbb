using System;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class TextValueTests
{
    [Theory]
    [InlineData("AE", "  STORE  ", "STORE")]
    [InlineData("AS", "071Y", "071Y")]
    [InlineData("CS", " YES", "YES")]
    [InlineData("DA", "20240312", "20240312")]
    [InlineData("DS", " 2.50 ", "2.50")]
    [InlineData("DT", "20240312101112.5+0100", "20240312101112.5+0100")]
    [InlineData("IS", "+3 ", "+3")]
    [InlineData("LO", " a b ", "a b")]
    [InlineData("LT", " a b\\c ", " a b\\c")]
    [InlineData("PN", "Muster^Erika ", "Muster^Erika")]
    [InlineData("SH", " x", "x")]
    [InlineData("ST", "  indented ", "  indented")]
    [InlineData("TM", "101112.000000 ", "101112.000000")]
    [InlineData("UC", " long ", "long")]
    [InlineData("UI", "1.2.3\0", "1.2.3")]
    [InlineData("UR", "http://example.com/a?b=c\\d ", "http://example.com/a?b=c\\d")]
    [InlineData("UT", " a\r\nb ", " a\r\nb")]
    public void A_text_loses_the_padding_that_its_value_representation_calls_insignificant(string vr, string stored, string text)
    {
        foreach (var syntax in new[] { Syntax.ExplicitLittle, Syntax.ExplicitBig })
        {
            using var file = new OpenedFile(syntax, dataset => dataset.Text("Modality", "CT").Text("0009,1001", stored, vr));

            Assert.Equal(text, file.Text("0009,1001"));
        }
    }

    [Theory]
    [InlineData("CS", "ORIGINAL\\PRIMARY\\ AXIAL ", new[] { "ORIGINAL", "PRIMARY", "AXIAL" })]
    [InlineData("DS", "1\\ 2 \\3", new[] { "1", "2", "3" })]
    [InlineData("UI", "1.2\\1.3\0", new[] { "1.2", "1.3" })]
    [InlineData("PN", "A^B\\C^D", new[] { "A^B", "C^D" })]
    [InlineData("LO", "a\\\\b", new[] { "a", "", "b" })]
    [InlineData("LO", "\\", new[] { "", "" })]
    [InlineData("LO", "", new string[0])]
    [InlineData("LO", "  ", new string[0])]
    [InlineData("LT", "a\\b", new[] { "a\\b" })]
    [InlineData("ST", "a\\b", new[] { "a\\b" })]
    [InlineData("UT", "a\\b", new[] { "a\\b" })]
    [InlineData("UR", "a\\b", new[] { "a\\b" })]
    public void A_backslash_separates_values_where_the_value_representation_has_several(string vr, string stored, string[] texts)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Text("0009,1001", stored, vr));

        Assert.Equal(texts, file.File.Values.Texts(file.Dataset, 1));
    }

    [Theory]
    [InlineData("LO")]
    [InlineData("LT")]
    [InlineData("PN")]
    [InlineData("SH")]
    [InlineData("ST")]
    [InlineData("UC")]
    [InlineData("UT")]
    public void The_character_set_governs_these(string vr)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 144").Bytes("0009,1001", [0xBB, 0xEE, 0xDA], vr));

        Assert.Equal("Люк", file.Text("0009,1001"));
    }

    [Theory]
    [InlineData("AE")]
    [InlineData("CS")]
    [InlineData("DS")]
    [InlineData("UI")]
    [InlineData("UR")]
    public void The_character_set_does_not_govern_these(string vr)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 144").Bytes("0009,1001", [0xBB, 0xEE], vr));

        Assert.Equal("\u00BB\u00EE", file.Text("0009,1001"));
    }

    [Fact]
    public void An_item_has_the_character_set_that_it_names_or_that_of_what_is_around_it()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 100")
            .Sequence(
                "ReferencedPatientSequence",
                item => item.Bytes("PatientName", [0xC4]),
                item => item
                    .Text("SpecificCharacterSet", "ISO_IR 144")
                    .Bytes("PatientName", [0xBB])
                    .Sequence("OtherPatientIDsSequence", inner => inner.Bytes("PatientID", [0xBB])),
                item => item.Text("SpecificCharacterSet", "").Bytes("PatientName", [0xC4]))
            .Bytes("PatientName", [0xDC]));

        Assert.Equal("Ä", file.Text("ReferencedPatientSequence/0/PatientName"));
        Assert.Equal("Л", file.Text("ReferencedPatientSequence/1/PatientName"));
        Assert.Equal("Л", file.Text("ReferencedPatientSequence/1/OtherPatientIDsSequence/0/PatientID"));
        Assert.Equal("Ü", file.Text("PatientName"));
        Assert.False(file.File.Values.CharacterSetOf(file.Dataset, file.IndexOf("ReferencedPatientSequence/2")).TryEncode("Ä", out _));
        Assert.True(file.File.Values.CharacterSetOf(file.Dataset, ElementTree.Root).TryEncode("Ä", out _));
    }

    [Fact]
    public void Several_character_sets_are_several_values()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "\\ISO 2022 IR 149 \\ISO 2022 IR 87")
            .Bytes("PatientName", Convert.FromHexString("486F6E673D1B242943FBF35E1B242943D1CED4D7")));

        Assert.Equal("Hong=洪^吉洞", file.Text("PatientName"));
    }

    [Fact]
    public void A_name_in_an_unknown_value_reads_by_the_dictionary()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 192").Bytes("PatientName", "홍^길동"u8.ToArray(), "UN"));

        Assert.Equal("홍^길동", file.Text("PatientName"));
    }

    [Fact]
    public void An_element_that_is_missing_has_no_text()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT"));

        Assert.Equal("", file.File.Values.Text(KnownTag.PatientName));
        Assert.Equal("CT", file.File.Values.Text(KnownTag.Modality));
    }

    [Fact]
    [CoversError("ValueTooLong")]
    public void A_value_that_is_too_long_to_read_at_once_is_told_with_its_tag()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT").Bytes("PixelData", new byte[ReadLimits.ValueLength + 2], "OW"));

        var error = Assert.Throws<DamsException>(() => file.File.Values.Bytes(file.Dataset[1]));

        Assert.Equal("ValueTooLong", error.Id);
        Assert.Equal(ErrorScope.File, error.Scope);
        Assert.Contains("(7FE0,0010): a value of 16777218 bytes", error.Cause, StringComparison.Ordinal);
    }
}
