using System;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>What stands before the dataset: preamble, prefix and file meta information, or nothing of it.</summary>
public sealed class FileHeadTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void A_dataset_alone_is_recognised(string name)
    {
        using var file = new OpenedFile(FileBuilder.Dataset(Syntaxes.Find(name), Write));

        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
        Assert.Equal(0, file.File.DatasetOffset);
        Assert.False(file.File.HasPrefix);
        Assert.Equal(0, file.File.Meta.Count);
        Assert.Equal("", file.File.Syntax.Uid);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void A_dataset_with_a_prefix_and_no_meta_information_is_recognised(string name)
    {
        using var file = new OpenedFile([.. FileBuilder.Prefix, .. FileBuilder.Dataset(Syntaxes.Find(name), Write)]);

        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
        Assert.Equal(132, file.File.DatasetOffset);
        Assert.True(file.File.HasPrefix);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void Meta_information_without_preamble_is_read(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(FileBuilder.Build(syntax, Write)[132..]);

        Assert.False(file.File.HasPrefix);
        Assert.Equal(syntax.Uid, file.File.Syntax.Uid);
        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void Meta_information_without_group_length_is_read(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile([.. FileBuilder.Prefix, .. FileBuilder.Build(syntax, Write)[(132 + 12)..]]);

        Assert.Equal("FileMetaInformationVersion OB \0\u0001", file.MetaOutline[0]);
        Assert.Equal(5, file.MetaOutline.Count);
        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(100)]
    [InlineData(170)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void A_wrong_group_length_of_the_meta_information_does_not_matter(int length)
    {
        var bytes = FileBuilder.Build(Syntax.ImplicitLittle, Write);
        BitConverter.TryWriteBytes(bytes.AsSpan(132 + 8), length);
        using var file = new OpenedFile(bytes);

        Assert.Equal(6, file.MetaOutline.Count);
        Assert.Equal(Syntax.ImplicitLittle.Uid, file.File.Syntax.Uid);
        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
    }

    [Fact]
    public void Deflated_bytes_that_look_like_meta_information_are_told_from_it_by_the_group_length()
    {
        // An empty block of fixed codes is 02 00; a stored block goes on in the byte behind it.
        var dataset = FileBuilder.Dataset(Syntax.ExplicitLittle, Write);
        byte[] length = [(byte)dataset.Length, 0, (byte)~dataset.Length, 0xFF];
        byte[] deflated = [2, 0, .. length, .. dataset, 1, 0, 0, 0xFF, 0xFF];
        using var file = new OpenedFile([.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.Deflated), .. deflated]);

        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Without_a_transfer_syntax_the_first_element_tells_it(string name)
    {
        var meta = new DatasetBuilder(isExplicit: true, isBigEndian: false)
            .Text("MediaStorageSOPInstanceUID", "1.2.3.4").ToArray();
        using var file = new OpenedFile([.. FileBuilder.Prefix, .. meta, .. FileBuilder.Dataset(Syntaxes.Find(name), Write)]);

        Assert.Equal(["MediaStorageSOPInstanceUID UI 1.2.3.4"], file.MetaOutline);
        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
    }

    [Fact]
    public void Meta_information_in_implicit_encoding_is_read()
    {
        var meta = new DatasetBuilder(isExplicit: false, isBigEndian: false)
            .Text("MediaStorageSOPInstanceUID", "1.2.3.4").Text("TransferSyntaxUID", Syntax.ExplicitBig.Uid).ToArray();
        using var file = new OpenedFile([.. FileBuilder.Prefix, .. meta, .. FileBuilder.Dataset(Syntax.ExplicitBig, Write)]);

        Assert.Equal(Syntax.ExplicitBig.Uid, file.File.Syntax.Uid);
        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
    }

    [Fact]
    public void A_preamble_may_hold_anything()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, Write);
        "II*\0 a TIFF header, say"u8.CopyTo(bytes);
        using var file = new OpenedFile(bytes);

        Assert.True(file.File.HasPrefix);
        Assert.Equal(2, file.Outline.Count);
    }

    [Fact]
    public void Four_bytes_that_read_DICM_by_chance_are_no_prefix()
    {
        var bytes = FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => dataset
            .Text("Modality", "CT")
            .Text("StudyDescription", new string('x', 110) + "DICM" + new string('x', 50)));
        Assert.Equal("DICM"u8.ToArray(), bytes[128..132]);
        using var file = new OpenedFile(bytes);

        Assert.False(file.File.HasPrefix);
        Assert.Equal(2, file.Outline.Count);
        Assert.Equal(0, file.File.DatasetOffset);
    }

    [Theory]
    [InlineData("ImplicitLittle", "ExplicitLittle")]
    [InlineData("ExplicitLittle", "ImplicitLittle")]
    public void A_declared_transfer_syntax_that_is_wrong_about_the_value_representations_gives_way(string declared, string real)
    {
        var uid = Syntaxes.Find(declared).Uid;
        using var file = new OpenedFile(FileBuilder.Build(Syntaxes.Find(real) with { Uid = uid }, Write));

        Assert.Equal(["Modality CS CT", "PatientName PN Muster^Erika"], file.Outline);
        Assert.Equal(uid, file.File.Syntax.Uid);
        Assert.Equal(real == "ImplicitLittle", (file.Dataset.Form & ElementForm.ImplicitVr) != 0);
    }

    [Theory]
    [InlineData("ExplicitLittle", "ExplicitBig")]
    [InlineData("ExplicitBig", "ExplicitLittle")]
    [InlineData("ImplicitLittle", "ExplicitBig")]
    [InlineData("ExplicitBig", "ImplicitLittle")]
    [InlineData("Deflated", "ExplicitLittle")]
    [InlineData("ExplicitLittle", "Deflated")]
    public void A_declared_transfer_syntax_of_other_bytes_is_an_error(string declared, string real)
    {
        var stored = FileBuilder.Stored(Syntaxes.Find(real), dataset => FileBuilder.WriteCT(dataset));

        var error = Rejection.Get([.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntaxes.Find(declared)), .. stored]);

        Assert.Contains(error.Id, new[] { "TruncatedElement", "MalformedDataset", "MalformedDeflate" });
    }

    [Fact]
    public void Two_values_of_padding_after_the_transfer_syntax_do_not_change_it()
    {
        var meta = new DatasetBuilder(isExplicit: true, isBigEndian: false)
            .Bytes("TransferSyntaxUID", [.. "1.2.840.10008.1.2"u8, 0, (byte)' ', 0]).ToArray();
        using var file = new OpenedFile([.. FileBuilder.Prefix, .. meta, .. FileBuilder.Dataset(Syntax.ImplicitLittle, Write)]);

        Assert.Equal(Syntax.ImplicitLittle.Uid, file.File.Syntax.Uid);
        Assert.Equal(2, file.Outline.Count);
    }

    [Fact]
    public void A_file_may_end_behind_its_meta_information()
    {
        using var file = new OpenedFile(FileBuilder.Build(Syntax.ExplicitLittle, _ => { }));

        Assert.Empty(file.Outline);
        Assert.Equal(6, file.MetaOutline.Count);
    }

    private static void Write(DatasetBuilder dataset) => dataset.Text("Modality", "CT").Text("PatientName", "Muster^Erika");
}
