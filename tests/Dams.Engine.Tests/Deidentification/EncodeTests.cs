using System;
using System.Linq;
using Dams.Subjects;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>The profile Encode: six attributes wherever they stand, and no other byte.</summary>
public sealed class EncodeTests
{
    private static readonly NewIdentity Identity = new("SUBJ-0QXZ", "SUBJ-0QXZ_20240311", "19520101");

    [Fact]
    public void A_name_behind_the_pixel_data_is_replaced_too()
    {
        var source = new InstanceBuilder()
            .Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4], "OW").Text("PatientName", "Muster^Erika").Text("StudyID", "7"))
            .Build();

        var output = Deidentified.Bytes(source, Deidentified.Encode);

        Assert.Equal(-1, output.AsSpan().IndexOf("Muster"u8));
        Assert.Equal(source[^10..], output[^10..]);
    }

    [Fact]
    public void The_six_attributes_are_others_at_any_depth()
    {
        var output = FileReading.Parse(Encode(Source(Syntax.ExplicitLittle)));

        Assert.Equal(["SUBJ-0QXZ_20240311", "SUBJ-0QXZ_20240311"], TextsOf(output, "PatientName"));
        Assert.Equal(["SUBJ-0QXZ", "SUBJ-0QXZ"], TextsOf(output, "PatientID"));
        Assert.Equal(["19520101", "19520101"], TextsOf(output, "PatientBirthDate"));
        Assert.Equal(["", ""], TextsOf(output, "InstitutionName"));
        Assert.Equal(["", ""], TextsOf(output, "InstitutionAddress"));
        Assert.Equal(["", ""], TextsOf(output, "StudyDescription"));
    }

    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    [InlineData("big")]
    [InlineData("deflated")]
    public void Every_other_byte_stays(string encoding)
    {
        var source = Source(encoding switch
        {
            "explicit" => Syntax.ExplicitLittle,
            "implicit" => Syntax.ImplicitLittle,
            "big" => Syntax.ExplicitBig,
            _ => Syntax.Deflated,
        });
        "Scanned by the Beispielklinik"u8.CopyTo(source);
        if (encoding != "deflated")
            source = [.. source, .. "bytes behind the dataset"u8];

        Assert.Equal(EncodeExpectation.Create(FileReading.Parse(source), Identity), FileReading.Parse(Encode(source)).Bytes);
    }

    [Fact]
    public void Odd_encodings_outside_the_six_stay()
    {
        var source = new InstanceBuilder()
            .Add("0008,0000", dataset => dataset.Bytes("0008,0000", BitConverter.GetBytes(4711), "UL"))
            .Add("AccessionNumber", dataset => dataset.Unpadded("AccessionNumber", "ODD"u8.ToArray()))
            .Text("StudyDescription", "Muster")
            .Text("SeriesDescription", "trailing\0")
            .Text("0009,0010", "MUSTER 1.0", "LO")
            .Text("0009,1001", "Muster^Erika", "UN")
            .Text("6000,3000", "bits", "OW")
            .Text("FrameOfReferenceUID", "1.2.3 ")
            .Build();

        Assert.Equal(EncodeExpectation.Create(FileReading.Parse(source), Identity), Encode(source));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_without_preamble_and_meta_information_gets_none(bool isExplicit)
    {
        var source = new InstanceBuilder(syntax: isExplicit ? Syntax.ExplicitLittle : Syntax.ImplicitLittle).BuildDataset();

        Assert.Equal(EncodeExpectation.Create(FileReading.Parse(source), Identity), Encode(source));
    }

    [Fact]
    public void What_is_missing_stays_missing_and_what_is_empty_inside_a_sequence_empty()
    {
        var source = new InstanceBuilder()
            .Without("PatientName").Without("PatientID").Without("PatientBirthDate")
            .Sequence("PerformedProtocolCodeSequence", item => item.Text("PatientName", "").Text("PatientID", ""))
            .Build();

        Assert.Equal(source, Encode(source));
    }

    [Fact]
    public void An_empty_name_or_id_of_the_patient_is_filled()
    {
        var output = FileReading.Parse(Encode(new InstanceBuilder().Text("PatientName", "").Text("PatientID", "").Build()));

        Assert.Equal("SUBJ-0QXZ_20240311", output.Find("PatientName")!.Text);
        Assert.Equal("SUBJ-0QXZ", output.Find("PatientID")!.Text);
    }

    [Fact]
    public void Of_an_unknown_SOP_class_a_name_that_may_be_wanted_becomes_a_dummy()
    {
        var output = FileReading.Parse(Encode(new InstanceBuilder(InstanceBuilder.UnknownClass).Text("InstitutionName", "Musterklinik").Build()));

        Assert.Equal("REMOVED", output.Find("InstitutionName")!.Text);
    }

    [Fact]
    public void A_name_that_the_file_calls_unknown_is_found()
    {
        var source = new InstanceBuilder().Text("PatientName", "Muster^Erika", "UN").Build();

        Assert.Equal("SUBJ-0QXZ_20240311", FileReading.Parse(Encode(source)).Find("PatientName")!.Text);
    }

    private static byte[] Encode(byte[] source) => Deidentified.Bytes(source, Deidentified.Encode, Identity);

    private static string[] TextsOf(FileReading file, string attribute) =>
        [.. file.All.Where(element => element.Tag == FileReading.TagOf(attribute)).Select(element => element.Text)];

    private static byte[] Source(Syntax syntax) => new InstanceBuilder(syntax: syntax)
        .Add("0008,0000", dataset => dataset.Bytes("0008,0000", [1, 2, 3, 4], "UL"))
        .Text("InstitutionName", "Musterklinik")
        .Text("InstitutionAddress", "Musterweg 1")
        .Text("StudyDescription", "Leber bei Muster")
        .Add("ReferencedStudySequence", dataset => dataset.UndefinedSequence("ReferencedStudySequence", item => item
            .Text("InstitutionName", "Musterklinik")
            .Sequence("PerformedProtocolCodeSequence", inner => inner
                .Text("InstitutionAddress", "Musterweg 1")
                .Text("StudyDescription", "Leber")
                .Text("PatientName", "Muster^Erika=\u00E9")
                .Text("PatientID", "MRN-4711")
                .Text("PatientBirthDate", "19520817"))))
        .Text("0009,0010", "MUSTER 1.0", "LO")
        .Text("0009,1001", "stays", "LO")
        .Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4, 5, 6, 7, 8], "OW"))
        .Build();
}
