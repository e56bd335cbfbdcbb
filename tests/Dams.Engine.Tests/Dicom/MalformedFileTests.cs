using System;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>What cannot be read whole gives its place, its tag and what was expected.</summary>
public sealed class MalformedFileTests
{
    private static readonly int Start = FileBuilder.Build(Syntax.ExplicitLittle, _ => { }).Length;

    [Fact]
    [CoversError("EmptyFile")]
    public void A_file_without_bytes_is_told_as_that()
    {
        var error = Rejection.Get([]);

        Assert.Equal("EmptyFile", error.Id);
        Assert.Equal("The file has no bytes.", error.Cause);
    }

    [Theory]
    [InlineData("")]
    [InlineData("subj,MRN,CT_date\nSUBJ-1,MRN-4711,20240312\n")]
    [InlineData("<?xml version=\"1.0\"?><plan/>")]
    [InlineData("DICM")]
    [InlineData("\u0008")]
    [InlineData("\u0008\0\u0005\0CS")]
    [InlineData("\u0008\0\u0005\0\u00FF\u00FF\u0000\u0000")]
    [CoversError("NotDicom")]
    public void What_is_not_DICOM_is_told_as_that(string content)
    {
        byte[] bytes = content.Length == 0 ? new byte[4096] : System.Text.Encoding.Latin1.GetBytes(content);

        Assert.Equal("NotDicom", Rejection.Get(bytes).Id);
    }

    [Fact]
    public void Letters_of_a_name_that_stand_where_a_tag_should_are_not_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Header("AnatomicRegionSequence", "SQ", 12).Raw([.. "Muster^Erika"u8]));

        Assert.Equal("MalformedDataset", error.Id);
        Assert.Equal($"At byte {Start + 12}: expected an item of a sequence.", error.Cause);
        Assert.Equal($"byte {Start + 12}", error.Where);
    }

    [Fact]
    [CoversError("TruncatedHeader")]
    public void A_header_that_is_cut_off_is_told_with_its_place()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT"));

        var error = Rejection.Get([.. bytes, 0x10, 0, 0x10, 0, (byte)'P']);

        Assert.Equal("TruncatedHeader", error.Id);
        Assert.Equal($"The file ends at byte {bytes.Length}, where the header of an element was expected.", error.Cause);
    }

    [Fact]
    [CoversError("TruncatedElement")]
    public void A_long_header_that_is_cut_off_is_told_with_its_tag()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Raw(0x08, 0, 0x05, 0, (byte)'O', (byte)'B', 0, 0, 4, 0));

        Assert.Equal("TruncatedElement", error.Id);
        Assert.Contains($"At byte {Start}, (0008,0005)", error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExplicitLittle")]
    [InlineData("ImplicitLittle")]
    [InlineData("ExplicitBig")]
    public void A_value_that_is_cut_off_is_told_with_what_is_left(string name)
    {
        var syntax = Syntaxes.Find(name);
        var bytes = FileBuilder.Build(syntax, dataset => dataset.Text("Modality", "CT").Text("PatientName", "Muster^Erika"));
        var offset = FileBuilder.Build(syntax, dataset => dataset.Text("Modality", "CT")).Length;

        var error = Rejection.Get(bytes[..^5]);

        Assert.Equal("TruncatedElement", error.Id);
        Assert.Equal($"At byte {offset}, (0010,0010): 12 bytes of value were expected, 7 are left.", error.Cause);
        Assert.DoesNotContain("Muster", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixel_data_that_are_cut_off_are_an_error()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Bytes("PixelData", new byte[1000], "OW"));

        var error = Rejection.Get(bytes[..^1]);

        Assert.Equal("TruncatedElement", error.Id);
        Assert.Equal($"At byte {Start}, (7FE0,0010): 1000 bytes of value were expected, 999 are left.", error.Cause);
    }

    [Fact]
    public void An_element_that_passes_the_end_of_its_item_is_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Header("ConceptNameCodeSequence", "SQ", 22)
            .ItemHeader(0xE000, 14).Header("CodeValue", "SH", 20).Raw(new byte[6])
            .Text("PatientComments", "none and nothing"));

        Assert.Equal("TruncatedElement", error.Id);
        Assert.Equal($"At byte {Start + 20}, (0008,0100): 20 bytes of value were expected, 6 are left.", error.Cause);
    }

    [Fact]
    public void An_item_that_passes_the_end_of_its_sequence_is_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Header("ConceptNameCodeSequence", "SQ", 8).ItemHeader(0xE000, 10).Text("CodeValue", "T1"));

        Assert.Equal("TruncatedElement", error.Id);
        Assert.Equal($"At byte {Start + 12}, (FFFE,E000): 10 bytes of value were expected, 0 are left.", error.Cause);
    }

    [Fact]
    public void A_sequence_without_its_delimiter_is_told()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .UndefinedSequence("ConceptNameCodeSequence", item => item.Text("CodeValue", "T1")));

        var error = Rejection.Get(bytes[..^8]);

        Assert.Equal("TruncatedHeader", error.Id);
        Assert.Equal($"The file ends at byte {bytes.Length - 8}, where an item of a sequence was expected.", error.Cause);
    }

    [Fact]
    [CoversError("MalformedDataset")]
    public void An_element_where_an_item_belongs_is_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Header("ConceptNameCodeSequence", "SQ", 10).Text("CodeValue", "T1"));

        Assert.Equal("MalformedDataset", error.Id);
        Assert.Equal($"At byte {Start + 12}, (0008,0100): expected an item of a sequence.", error.Cause);
    }

    [Theory]
    [InlineData(0xE000, 0)]
    [InlineData(0xE00D, 8)]
    [InlineData(0xE0DD, 8)]
    public void An_item_or_a_delimiter_with_a_length_where_an_element_belongs_is_told(int element, uint length)
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT").ItemHeader((ushort)element, length).Text("PatientID", "MRN-4711"));

        Assert.Equal("MalformedDataset", error.Id);
        Assert.Equal($"At byte {Start + 10}, (FFFE,{element:X4}): expected a data element.", error.Cause);
    }

    [Fact]
    public void A_sequence_delimiter_with_a_length_in_a_sequence_of_known_length_is_told()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Header("ConceptNameCodeSequence", "SQ", 8).ItemHeader(0xE0DD, 8));

        Assert.Equal("MalformedDataset", error.Id);
        Assert.Equal($"At byte {Start + 12}, (FFFE,E0DD): expected an item of a sequence of known length.", error.Cause);
    }

    [Theory]
    [InlineData("pn")]
    [InlineData("P1")]
    [InlineData("??")]
    public void What_is_no_value_representation_is_told_where_no_length_fits(string vr)
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT").Raw(0x10, 0, 0x10, 0, (byte)vr[0], (byte)vr[1], 3, 0, 1, 2, 3, 4));

        Assert.Equal("MalformedDataset", error.Id);
        Assert.Equal($"At byte {Start + 10}, (0010,0010): expected a value representation.", error.Cause);
    }

    [Theory]
    [InlineData("UT")]
    [InlineData("OF")]
    [InlineData("UC")]
    public void An_undefined_length_where_none_is_allowed_is_told(string vr)
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Header("PatientComments", vr, 0xFFFFFFFF).ItemHeader(0xE000, 0).ItemHeader(0xE0DD, 0));

        Assert.Equal("MalformedDataset", error.Id);
        Assert.StartsWith($"At byte {Start}, (0010,4000): expected a length", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_that_do_not_add_up_are_told()
    {
        var cut = FileBuilder.Build(Syntax.JpegBaseline, dataset => dataset.Fragments([1, 2, 3, 4]));
        var tooLong = Rejection.Get(Syntax.JpegBaseline, dataset => dataset
            .Header("PixelData", "OB", 0xFFFFFFFF).ItemHeader(0xE000, 0).ItemHeader(0xE000, 100).Raw(1, 2, 3, 4));
        var endless = Rejection.Get(Syntax.JpegBaseline, dataset => dataset
            .Header("PixelData", "OB", 0xFFFFFFFF).ItemHeader(0xE000, 0xFFFFFFFF).Raw(1, 2, 3, 4));
        var element = Rejection.Get(Syntax.JpegBaseline, dataset => dataset
            .Header("PixelData", "OB", 0xFFFFFFFF).ItemHeader(0xE000, 0).Text("PatientID", "MRN-4711"));

        Assert.Equal("TruncatedHeader", Rejection.Get(cut[..^4]).Id);
        Assert.Contains("(FFFE,E000): 100 bytes of value were expected, 4 are left", tooLong.Cause, StringComparison.Ordinal);
        Assert.Equal("TruncatedElement", endless.Id);
        Assert.Contains("(0010,0020): expected an item of a sequence", element.Cause, StringComparison.Ordinal);
    }

    [Fact]
    [CoversError("MalformedDeflate")]
    public void A_deflated_dataset_that_cannot_be_inflated_is_told()
    {
        var error = Rejection.Get([.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.Deflated), 0xFF, 0xFF, 0xFF, 0xFF]);

        Assert.Equal("MalformedDeflate", error.Id);
        Assert.Null(error.InnerException);
    }
}
