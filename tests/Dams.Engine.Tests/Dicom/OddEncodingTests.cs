using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>What real writers got wrong and other toolkits read without loss is read, and stays as it is.</summary>
public sealed class OddEncodingTests
{
    private static readonly string[] NameAndID = ["PatientName PN Muster^Erika", "PatientID LO MRN-4711"];

    [Theory]
    [InlineData(0xE00D, "ExplicitLittle")]
    [InlineData(0xE0DD, "ExplicitLittle")]
    [InlineData(0xE00D, "ImplicitLittle")]
    [InlineData(0xE0DD, "ExplicitBig")]
    public void A_delimiter_between_elements_or_at_the_end_is_no_reason_to_refuse(int delimiter, string syntax)
    {
        AssertReads(FileBuilder.Build(Syntaxes.Find(syntax), dataset => dataset
            .Text("PatientName", "Muster^Erika").ItemHeader((ushort)delimiter, 0).Text("PatientID", "MRN-4711")), NameAndID);
        AssertReads(FileBuilder.Build(Syntaxes.Find(syntax), dataset => dataset
            .Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711").ItemHeader((ushort)delimiter, 0)), NameAndID);
    }

    [Fact]
    public void A_delimiter_at_the_end_goes_with_what_stands_behind_the_dataset()
    {
        var source = new InstanceBuilder().Add("StudyID", dataset => dataset.Text("StudyID", "7").ItemHeader(0xE00D, 0)).Build();

        Assert.Equal(-1, Deidentified.Bytes(source).AsSpan().IndexOf((byte[])[0xFE, 0xFF, 0x0D, 0xE0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_sequence_of_known_length_may_have_a_delimiter_behind_it(int items)
    {
        Action<DatasetBuilder>[] content = [.. Enumerable.Repeat<Action<DatasetBuilder>>(item => item.Text("SeriesInstanceUID", "1.2"), items)];
        string[] inner = [.. Enumerable.Repeat("  SeriesInstanceUID UI 1.2", items)];

        AssertReads(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Sequence("ReferencedSeriesSequence", content).ItemHeader(0xE0DD, 0).Text("PatientName", "Muster^Erika")),
            ["ReferencedSeriesSequence SQ", .. inner, "PatientName PN Muster^Erika"]);
        // In an item of undefined length it is not taken for the end of that item.
        AssertReads(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .UndefinedSequence("SourceImageSequence", item => item
                    .Sequence("ReferencedSeriesSequence", content).ItemHeader(0xE0DD, 0).Text("PatientName", "Muster^Erika"))
                .Text("PatientID", "MRN-4711")),
            ["SourceImageSequence SQ", "  ReferencedSeriesSequence SQ", .. inner.Select(line => "  " + line), "  PatientName PN Muster^Erika", "PatientID LO MRN-4711"]);
    }

    [Fact]
    public void An_item_may_be_ended_by_the_delimiter_of_its_sequence()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Header("ReferencedImageSequence", "SQ", uint.MaxValue).ItemHeader(0xE000, uint.MaxValue)
            .Text("ReferencedSOPInstanceUID", "1.2.3").ItemHeader(0xE0DD, 0)
            .Text("PatientName", "Muster^Erika"));

        AssertReads(bytes, ["ReferencedImageSequence SQ", "  ReferencedSOPInstanceUID UI 1.2.3", "PatientName PN Muster^Erika"]);
        using var file = new OpenedFile(bytes);
        Assert.Equal(file.Dataset[2].End, file.Dataset[1].ValueOffset + file.Dataset[1].ValueLength);
    }

    [Fact]
    public void A_sequence_may_be_ended_by_the_delimiter_of_an_item() => AssertReads(
        FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Header("ReferencedImageSequence", "SQ", uint.MaxValue).ItemHeader(0xE000, uint.MaxValue)
            .Text("ReferencedSOPInstanceUID", "1.2.3").ItemHeader(0xE00D, 0).ItemHeader(0xE00D, 0)
            .Text("PatientName", "Muster^Erika")),
        ["ReferencedImageSequence SQ", "  ReferencedSOPInstanceUID UI 1.2.3", "PatientName PN Muster^Erika"]);

    [Fact]
    public void An_item_of_known_length_may_have_a_delimiter_behind_it() => AssertReads(
        FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Header("ReferencedImageSequence", "SQ", uint.MaxValue).ItemHeader(0xE000, 14)
            .Text("ReferencedSOPInstanceUID", "1.2.3").ItemHeader(0xE00D, 0).ItemHeader(0xE0DD, 0)
            .Text("PatientName", "Muster^Erika")),
        ["ReferencedImageSequence SQ", "  ReferencedSOPInstanceUID UI 1.2.3", "PatientName PN Muster^Erika"]);

    [Theory]
    [InlineData("\0\0")]
    [InlineData("  ")]
    [InlineData("??")]
    [InlineData("pn")]
    public void An_element_without_a_value_representation_has_that_of_the_dictionary(string vr)
    {
        AssertReads(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Text("Modality", "CT").Raw([0x10, 0, 0x10, 0, .. Encoding.ASCII.GetBytes(vr), 12, 0, .. "Muster^Erika"u8])
                .Raw([0x10, 0, 0x20, 0, .. Encoding.ASCII.GetBytes(vr), 8, 0, .. "MRN-4711"u8])),
            ["Modality CS CT", .. NameAndID]);
    }

    [Theory]
    [InlineData("\0\0")]
    [InlineData("  ")]
    [InlineData("??")]
    public void The_first_element_may_lack_its_value_representation(string vr) => AssertReads(
        FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Raw([0x08, 0, 0x60, 0, .. Encoding.ASCII.GetBytes(vr), 2, 0, .. "CT"u8]).Text("PatientName", "Muster^Erika")
            .Bytes("PixelData", new byte[600_000], "OW")),
        ["Modality CS CT", "PatientName PN Muster^Erika"]);

    [Fact]
    public void Question_marks_may_stand_before_a_length_of_32_bits() => AssertReads(
        FileBuilder.Build(Syntax.ExplicitLittle, dataset =>
        {
            var item = FileBuilder.Dataset(Syntax.ImplicitLittle, content => content.Text("PatientName", "Muster^Erika"));
            dataset.Text("Modality", "CT").Raw(0x00, 0x04, 0x61, 0x05, (byte)'?', (byte)'?', 0, 0, (byte)(item.Length + 8), 0, 0, 0)
                .ItemHeader(0xE000, (uint)item.Length).Raw(item).Bytes("PixelData", [1, 2], "OW");
        }),
        ["Modality CS CT", "OriginalAttributesSequence SQ", "  PatientName PN Muster^Erika"]);

    [Theory]
    [InlineData("UT", "0040,A160", "TextValue")]
    [InlineData("UN", "0040,A160", "TextValue")]
    [InlineData("OB", "0009,1001", "(0009,1001)")]
    public void A_value_representation_of_long_values_may_have_a_length_of_16_bits(string vr, string tag, string name)
    {
        var known = DatasetBuilder.TagOf(tag);
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Raw([(byte)known.Group, (byte)(known.Group >> 8), (byte)known.Element, (byte)(known.Element >> 8), (byte)vr[0], (byte)vr[1], 16, 0])
            .Raw([.. "Befund von Erika"u8]).Text("PatientComments", "none"));

        AssertReads(bytes, [$"{name} {vr} Befund von Erika", "PatientComments LT none"]);
    }

    [Fact]
    public void A_value_in_such_an_element_is_replaced_in_the_form_that_it_has()
    {
        var source = new InstanceBuilder().Add("PatientName", dataset => dataset
            .Raw([0x10, 0, 0x10, 0, 0, 0, 12, 0, .. "Muster^Erika"u8])).Build();

        var output = Deidentified.Bytes(source, Deidentified.Encode);

        Assert.Equal(-1, output.AsSpan().IndexOf("Muster"u8));
        using var file = new OpenedFile(output);
        Assert.Equal("SUBJ-0QXZ_NEU", file.Text("PatientName"));
    }

    [Fact]
    public void Elements_of_the_file_meta_information_may_stand_once_more_in_front_of_an_implicit_dataset()
    {
        var bytes = FileBuilder.Build(Syntax.ImplicitLittle, dataset => dataset
            .Text("MediaStorageSOPInstanceUID", "1.2.3.4").Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711"));

        AssertReads(bytes, NameAndID);
    }

    [Theory]
    [InlineData("ExplicitLittle")]
    [InlineData("ImplicitLittle")]
    public void A_command_may_stand_in_front_of_a_dataset(string syntax)
    {
        var command = FileBuilder.Dataset(Syntax.ImplicitLittle, group => group
            .LongNumbers("0000,0000", 22).Text("AffectedSOPInstanceUID", "1.2.3.4.5.6"));
        byte[] Build(Action<DatasetBuilder> write) => FileBuilder.Build(Syntaxes.Find(syntax), dataset => write(dataset.Raw(command)));

        AssertReads(Build(dataset => dataset.Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711")), NameAndID);
        var output = Deidentified.Bytes(Build(dataset => dataset.Text("SOPInstanceUID", "1.2.3.4").Text("PatientID", "MRN-4711")));
        Assert.Equal(-1, output.AsSpan().IndexOf("1.2.3.4.5.6"u8));
    }

    [Fact]
    public void Encapsulated_pixel_data_may_end_the_file_without_their_delimiter()
    {
        var bytes = FileBuilder.Build(Syntax.JpegBaseline, dataset => dataset.Text("PatientName", "Muster^Erika").Fragments([1, 2, 3, 4]))[..^8];

        using var file = new OpenedFile(bytes);
        Assert.Equal(bytes.Length, file.Dataset[1].End);
        Assert.Equal(8 + 8 + 4, file.Dataset[1].ValueLength);
        Assert.Equal(bytes, file.Rewrite(_ => { }));
    }

    [Theory]
    [InlineData("3", "TruncatedHeader")]
    [InlineData("2", "")]
    [InlineData("1", "")]
    [InlineData("x", "TruncatedHeader")]
    public void Pixel_data_that_are_cut_between_two_frames_are_not_taken_for_whole(string frames, string error)
    {
        var bytes = FileBuilder.Build(Syntax.JpegBaseline, dataset => dataset
            .Text("NumberOfFrames", frames).Fragments([1, 2, 3, 4], [5, 6, 0xFF, 0xD9]))[..^8];

        if (error.Length > 0)
            Assert.Equal(error, Rejection.Get(bytes).Id);
        else
            new OpenedFile(bytes).Dispose();
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("  ")]
    [InlineData("END OF FILE\r\n")]
    [InlineData("\u001A")]
    [InlineData("ÿ")]
    [InlineData("ÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿ")]
    public void Text_or_padding_behind_a_dataset_without_pixel_data_does_not_belong_to_it(string tail)
    {
        foreach (var syntax in new[] { Syntax.ImplicitLittle, Syntax.ExplicitLittle, Syntax.ExplicitBig })
        {
            var bytes = FileBuilder.Build(syntax, dataset => dataset.Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711"));
            using var file = new OpenedFile([.. bytes, .. Encoding.Latin1.GetBytes(tail)]);

            Assert.Equal(NameAndID, file.Outline);
            Assert.Equal(bytes.Length, file.Dataset.End);
        }
    }

    [Fact]
    public void A_long_blank_tail_is_one_too()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("PatientID", "MRN-4711"));
        using var file = new OpenedFile([.. bytes, .. Enumerable.Repeat((byte)' ', 700_000)]);

        Assert.Equal(bytes.Length, file.Dataset.End);
    }

    [Fact]
    public void A_file_that_is_refused_though_it_is_whole_is_not_called_cut_off()
    {
        var error = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT").ItemHeader(0xE000, 0).Text("PatientID", "MRN-4711"));
        var nested = Rejection.Get(Syntax.ExplicitLittle, dataset => dataset
            .Sequence("ReferencedSeriesSequence", item => item.Header("Modality", "CS", 200)).Text("PatientID", "MRN-4711"));

        Assert.DoesNotContain("whole", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("whole", nested.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Where);
        Assert.NotEmpty(nested.Where);
    }

    private static void AssertReads(byte[] bytes, string[] outline)
    {
        using var file = new OpenedFile(bytes);

        Assert.Equal(outline, file.Outline.Where(line => !line.StartsWith("PixelData", StringComparison.Ordinal)));
        Assert.Equal(bytes, file.Rewrite(_ => { }));
    }
}
