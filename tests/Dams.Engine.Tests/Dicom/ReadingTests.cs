using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class ReadingTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void Every_syntax_gives_the_same_elements(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), WriteSmall);

        Assert.Equal(
            [
                "SpecificCharacterSet CS ISO_IR 100",
                "SOPInstanceUID UI 1.2.3.4",
                "ReferencedSeriesSequence SQ",
                "  SeriesInstanceUID UI 1.2.3.1",
                "PatientName PN Muster^Erika",
                "SliceThickness DS 2.5",
            ],
            file.Outline);
        Assert.Equal(Syntaxes.Find(name).Uid, file.File.Syntax.Uid);
        Assert.True(file.File.HasPrefix);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Plain), MemberType = typeof(Syntaxes))]
    public void An_element_stands_where_its_bytes_stand(string name)
    {
        var syntax = Syntaxes.Find(name);
        var bytes = FileBuilder.Build(syntax, WriteSmall);
        var before = FileBuilder.Build(syntax, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 100").Text("SOPInstanceUID", "1.2.3.4"));
        var sequence = FileBuilder.Dataset(syntax, WriteReference);
        using var file = new OpenedFile(bytes);

        var element = file.Dataset[file.IndexOf("ReferencedSeriesSequence")];

        Assert.Equal(before.Length, element.Offset);
        Assert.Equal(before.Length + sequence.Length, element.End);
        Assert.Equal(syntax.IsExplicit ? 12 : 8, element.HeaderLength);
        Assert.Equal(sequence.Length - element.HeaderLength, element.ValueLength);
        Assert.Equal(bytes.Length, file.Dataset.End);
        Assert.Equal(bytes.Length - FileBuilder.Dataset(syntax, WriteSmall).Length, file.File.DatasetOffset);
    }

    [Fact]
    public void The_dataset_after_deflated_bytes_reads_as_if_it_stood_behind_the_meta_information()
    {
        using var deflated = new OpenedFile(Syntax.Deflated, WriteSmall);
        using var plain = new OpenedFile(Syntax.ExplicitLittle, WriteSmall);

        // The two UIDs differ by three characters, one of them padding.
        var shift = deflated.File.DatasetOffset - plain.File.DatasetOffset;

        Assert.Equal(2, shift);
        Assert.Equal(plain.Dataset.End + shift, deflated.Dataset.End);
        Assert.Equal(plain.Dataset[2].Offset + shift, deflated.Dataset[2].Offset);
    }

    [Fact]
    public void An_unknown_transfer_syntax_is_explicit_little_endian()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle with { Uid = "1.2.3.4.5.6" }, WriteSmall);

        Assert.Equal(6, file.Outline.Count);
        Assert.Equal("1.2.3.4.5.6", file.File.Syntax.Uid);
    }

    [Fact]
    public void Only_what_precedes_the_pixel_data_is_read_where_only_that_is_asked_for()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset));
        using var file = new OpenedFile(bytes, ReadScope.WithoutPixelData);

        Assert.Equal(-1, file.Dataset.Find(KnownTag.PixelData));
        Assert.Equal("Columns US \u0002", file.Outline[^1]);
        Assert.Equal(bytes.Length - 20, file.Dataset.End);
    }

    [Fact]
    public void Pixel_data_inside_an_item_do_not_end_the_reading_of_what_precedes_them()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Text("PatientID", "MRN-4711")
            .Sequence("IconImageSequence", item => item.Bytes("PixelData", [1, 2, 3, 4], "OB"))
            .Text("SeriesDescription", "venous")
            .Bytes("PixelData", [1, 2], "OW"));
        using var file = new OpenedFile(bytes, ReadScope.WithoutPixelData);

        Assert.Equal(
            ["PatientID LO MRN-4711", "IconImageSequence SQ", "  PixelData OB \u0001\u0002\u0003\u0004", "SeriesDescription LO venous"],
            file.Outline);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Tags_in_any_order_are_read_in_the_order_of_the_file(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Text("PatientName", "Muster^Erika")
            .Text("SOPInstanceUID", "1.2.3.4")
            .Text("PatientID", "MRN-4711")
            .Text("Modality", "CT"));

        Assert.Equal(
            ["PatientName PN Muster^Erika", "SOPInstanceUID UI 1.2.3.4", "PatientID LO MRN-4711", "Modality CS CT"],
            file.Outline);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Values_of_odd_length_keep_their_length(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Unpadded("Modality", "CTX"u8.ToArray())
            .Unpadded("SeriesDescription", "a"u8.ToArray())
            .Sequence("ReferencedSeriesSequence", item => item.Unpadded("SeriesInstanceUID", "1.2"u8.ToArray()))
            .Unpadded("PatientID", "MRN-815"u8.ToArray()));

        Assert.Equal(
            ["Modality CS CTX", "SeriesDescription LO a", "ReferencedSeriesSequence SQ", "  SeriesInstanceUID UI 1.2", "PatientID LO MRN-815"],
            file.Outline);
        Assert.Equal([3L, 1, 3, 7], new[] { 0, 1, 4, 5 }.Select(i => file.Dataset[i].ValueLength));
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Private_blocks_are_read_as_they_stand(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(syntax, dataset => dataset
            .Text("0009,0010", "NOBODY 1.0")
            .Text("0009,1001", "secret", "LO")
            .Bytes("0009,1002", [1, 2, 3, 4], "OB")
            .Text("0011,0010", "NOBODY 2.0"));

        var (text, bytes) = syntax.IsExplicit ? ("LO", "OB") : ("UN", "UN");
        Assert.Equal(
            [
                "(0009,0010) LO NOBODY 1.0",
                $"(0009,1001) {text} secret",
                $"(0009,1002) {bytes} \u0001\u0002\u0003\u0004",
                "(0011,0010) LO NOBODY 2.0",
            ],
            file.Outline);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Group_lengths_are_elements_like_others_and_may_be_wrong(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Bytes("0008,0000", BitConverter.GetBytes(123456u), "UL")
            .Text("Modality", "CT")
            .Bytes("0009,0000", BitConverter.GetBytes(0u), "UL")
            .Text("0009,0010", "NOBODY 1.0"));

        Assert.Equal(4, file.Outline.Count);
        Assert.True(file.Dataset.HasGroupLengths);
        Assert.Equal("Modality CS CT", file.Outline[1]);
    }

    [Fact]
    public void A_value_representation_of_the_future_has_a_long_length_and_counts_as_unknown()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT")
            .Raw(0x08, 0, 0x61, 0, (byte)'Z', (byte)'Z', 0, 0, 4, 0, 0, 0, 1, 2, 3, 4)
            .Text("PatientID", "MRN-4711"));

        Assert.Equal(["Modality CS CT", "ModalitiesInStudy UN \u0001\u0002\u0003\u0004", "PatientID LO MRN-4711"], file.Outline);
        Assert.Equal(12, file.Dataset[1].HeaderLength);
    }

    [Fact]
    public void An_implicit_element_has_the_value_representation_of_the_dictionary()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => dataset
            .Text("Modality", "CT")
            .Bytes("0009,1001", [1, 2])
            .Bytes("6002,0010", [2, 0])
            .Bytes("7777,0001", [1, 2]));

        Assert.Equal(["CS", "UN", "US", "UN"], Enumerable.Range(0, 4).Select(i => file.Dataset[i].Vr.ToString()));
    }

    [Fact]
    public void Encapsulated_pixel_data_are_one_element_with_all_their_fragments()
    {
        var bytes = FileBuilder.Build(Syntax.JpegBaseline, dataset => dataset
            .Text("Modality", "CT")
            .Fragments([0xFF, 0xD8, 1, 2], [3, 4], [], [5, 6, 7, 8])
            .Bytes("DataSetTrailingPadding", [0, 0], "OB"));
        using var file = new OpenedFile(bytes);

        var pixels = file.Dataset[1];

        Assert.Equal(3, file.Dataset.Count);
        Assert.True(pixels.HasFragments);
        Assert.True(pixels.HasUndefinedLength);
        Assert.False(pixels.IsSequence);
        Assert.Equal((5 * 8) + 10, pixels.ValueLength);
        Assert.Equal(bytes.Length - 14, pixels.End);
    }

    [Fact]
    public void Encapsulated_pixel_data_are_read_inside_items_too()
    {
        using var file = new OpenedFile(Syntax.JpegBaseline, dataset => dataset
            .UndefinedSequence("IconImageSequence", item => item.Fragments([1, 2], [3, 4]))
            .Text("SeriesDescription", "venous"));

        Assert.Equal(["IconImageSequence SQ", "SeriesDescription LO venous"], [file.Outline[0], file.Outline[2]]);
        Assert.True(file.Dataset[2].HasFragments);
    }

    private static void WriteSmall(DatasetBuilder dataset)
    {
        dataset.Text("SpecificCharacterSet", "ISO_IR 100").Text("SOPInstanceUID", "1.2.3.4");
        WriteReference(dataset);
        dataset.Text("PatientName", "Muster^Erika").Text("SliceThickness", "2.5");
    }

    private static void WriteReference(DatasetBuilder dataset) =>
        dataset.Sequence("ReferencedSeriesSequence", item => item.Text("SeriesInstanceUID", "1.2.3.1"));
}
