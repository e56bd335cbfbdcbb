using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class ElementListingTests
{
    [Fact]
    public void The_meta_information_and_the_root_are_listed()
    {
        var elements = List(FileBuilder.Build(Syntax.ExplicitLittle, Write), recurse: false);

        Assert.Equal("FileMetaInformationGroupLength", elements[0].Keyword);
        Assert.Equal(
            ["Modality", "RequestAttributesSequence", "PatientName", "PatientComments", "", "Rows", "PixelSpacing", "PixelData"],
            elements.Skip(6).Select(element => element.Keyword));
    }

    [Fact]
    public void An_element_shows_its_value_as_what_it_is()
    {
        var elements = List(FileBuilder.Build(Syntax.ExplicitBig, Write), recurse: false);

        Assert.Equal("CT", elements[6].Value);
        Assert.Equal(2, elements[7].Value);
        Assert.Equal("Muster^Erika", elements[8].Value);
        Assert.Null(elements[9].Value);
        Assert.Null(elements[10].Value);
        Assert.Equal(512, Convert.ToInt32(elements[11].Value, null));
        Assert.Equal(["0.5", "0.7"], Assert.IsType<object[]>(elements[12].Value, exactMatch: false));
        Assert.Equal(["(0010,4000)", "LT", 0L, "PatientComments"], new object[] { elements[9].Tag, elements[9].VR, elements[9].Length, elements[9].ElementPath });
        Assert.Equal(("(0009,1001)", "OB", 4L, "(0009,1001)"), (elements[10].Tag, elements[10].VR, elements[10].Length, elements[10].ElementPath));
    }

    [Fact]
    public void Nested_elements_are_listed_where_they_are_asked_for()
    {
        var elements = List(FileBuilder.Build(Syntax.ImplicitLittle, Write), recurse: true);

        Assert.Equal(
            [
                "RequestAttributesSequence",
                "RequestAttributesSequence[1].RequestedProcedureID",
                "RequestAttributesSequence[2].RequestedProcedureCodeSequence",
                "RequestAttributesSequence[2].RequestedProcedureCodeSequence[1].CodeValue",
                "RequestAttributesSequence[2].RequestedProcedureID",
            ],
            elements.Select(element => element.ElementPath).Where(path => path.StartsWith("Request", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_wanted_tags_are_listed_at_any_depth()
    {
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, Write);
        Tag[] wanted = [.. ElementListing.ParseTags(["RequestedProcedureID", "(0010,0010)", "00020010"])];

        Assert.Equal(
            ["1.2.840.10008.1.2.1", "P-1", "P-2", "Muster^Erika"],
            List(bytes, recurse: true, wanted).Select(element => element.Value));
        Assert.Equal(["1.2.840.10008.1.2.1", "Muster^Erika"], List(bytes, recurse: false, wanted).Select(element => element.Value));
    }

    [Fact]
    [CoversError("UnknownAttribute")]
    public void A_name_that_no_attribute_has_is_refused()
    {
        var error = Assert.Throws<DamsException>(() => ElementListing.ParseTags(["PatientName", "NoSuchKeyword"]));

        Assert.Equal("UnknownAttribute", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_to_the_listener()
    {
        var listener = new RecordingListener();
        using var folder = new TemporaryFolder();
        var path = folder.Write("broken.dcm", "no DICOM"u8.ToArray());

        Assert.Empty(ElementListing.Read(new SourceFile("", path, 3), [], recurse: true, new RunContext(listener)));
        Assert.Empty(ElementListing.Read(new SourceFile("", folder["missing.dcm"], 4), [], recurse: true, new RunContext(listener)));

        Assert.Equal(["NotDicom", "UnreadableFile"], listener.Failures.Select(failure => failure.Error.Id));
        Assert.Equal(["File 3", "File 4"], listener.Failures.Select(failure => failure.Item));
    }

    [Fact]
    public void Long_values_are_not_shown()
    {
        var elements = List(
            FileBuilder.Build(Syntax.ImplicitLittle, dataset => dataset
                .Text("PatientComments", new string('x', 65_536)).Text("AdditionalPatientHistory", new string('x', 65_538))),
            recurse: false);

        Assert.Equal(65_536, Assert.IsType<string>(elements[6].Value).Length);
        Assert.Null(elements[7].Value);
        Assert.Equal(65_538, elements[7].Length);
    }

    private static IReadOnlyList<DicomElement> List(byte[] bytes, bool recurse, params Tag[] wanted)
    {
        var listener = new RecordingListener();
        using var folder = new TemporaryFolder();
        var elements = ElementListing.Read(new SourceFile("", folder.Write("file.dcm", bytes), 1), wanted, recurse, new RunContext(listener));
        Assert.Empty(listener.Failures);
        return elements;
    }

    private static void Write(DatasetBuilder dataset) => dataset
        .Text("Modality", "CT")
        .Sequence(
            "RequestAttributesSequence",
            item => item.Text("RequestedProcedureID", "P-1"),
            item => item
                .UndefinedSequence("RequestedProcedureCodeSequence", code => code.Text("CodeValue", "T-1"))
                .Text("RequestedProcedureID", "P-2"))
        .Text("PatientName", "Muster^Erika")
        .Text("PatientComments", "")
        .Bytes("0009,1001", [1, 2, 3, 4], "OB")
        .Numbers("Rows", 512)
        .Text("PixelSpacing", "0.5\\0.7")
        .Bytes("PixelData", [1, 2], "OW");
}
