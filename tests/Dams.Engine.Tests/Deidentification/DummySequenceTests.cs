using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Action D on a sequence: its structure stays, and what in it could tell of a person is gone.</summary>
public sealed class DummySequenceTests
{
    private const string ComprehensiveSR = "1.2.840.10008.5.1.4.1.1.88.33";

    private static readonly string[] Secrets =
        ["Muster", "Erika", "MRN-4711", "Beispiel", "Lebertumor", "19520817", "20240311", "101112", "1.2.276.0.99.4711"];

    [Fact]
    public void Of_a_report_the_skeleton_stays_and_no_word_date_or_UID()
    {
        var source = new InstanceBuilder(ComprehensiveSR)
            .Sequence("ContentSequence",
                item => WriteItem(item, "TEXT", dataset => dataset.Text("TextValue", "Lebertumor bei Muster, Erika")),
                item => WriteItem(item, "PNAME", dataset => dataset.Text("PersonName", "Beispiel^Doktor")),
                item => WriteItem(item, "DATETIME", dataset => dataset.Text("DateTime", "20240311101112")),
                item => WriteItem(item, "DATE", dataset => dataset.Text("Date", "20240311")),
                item => WriteItem(item, "TIME", dataset => dataset.Text("Time", "101112")),
                item => WriteItem(item, "UIDREF", dataset => dataset.Text("UID", "1.2.276.0.99.4711")),
                item => WriteItem(item, "CONTAINER", dataset => dataset
                    .Sequence("ContentSequence", inner => WriteItem(inner, "TEXT", text => text.Text("TextValue", "MRN-4711")))),
                item => WriteItem(item, "IMAGE", dataset => dataset.Sequence("ReferencedSOPSequence", inner => inner
                    .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage)
                    .Text("ReferencedSOPInstanceUID", "1.2.276.0.99.4711"))))
            .Build();

        var output = AssertNoSecret(source);

        var items = output.Find("ContentSequence")!.Items!;
        Assert.Equal(8, items.Count);
        Assert.Equal(
            ["TEXT", "PNAME", "DATETIME", "DATE", "TIME", "UIDREF", "CONTAINER", "IMAGE"],
            items.Select(item => FileReading.Find(item.Elements, "ValueType")!.Text));
        Assert.All(items, item => Assert.Equal("Finding", CodeMeaning(item, "ConceptNameCodeSequence")));
        Assert.Contains(output.All, element => element.Name == "0008,1155" && element.Text == TestKey.NewUid("1.2.276.0.99.4711"));
    }

    [Fact]
    public void Of_a_report_numbers_and_concepts_stay()
    {
        var source = new InstanceBuilder(ComprehensiveSR)
            .Sequence("ContentSequence",
                item => WriteItem(item, "NUM", dataset => dataset.Sequence("MeasuredValueSequence", inner => inner
                    .Sequence("MeasurementUnitsCodeSequence", code => WriteCode(code, "mm", "millimeter"))
                    .Text("NumericValue", "23.5"))),
                item => WriteItem(item, "CODE", dataset => dataset.Sequence("ConceptCodeSequence", code => WriteCode(code, "T-62000", "Liver"))))
            .Build();

        var output = AssertNoSecret(source);

        var items = output.Find("ContentSequence")!.Items!;
        Assert.Contains(output.All, element => element.Name == "0040,A30A" && element.Text == "23.5");
        Assert.Contains(output.All, element => element.Text == "millimeter");
        Assert.Equal("Liver", CodeMeaning(items[1], "ConceptCodeSequence"));
    }

    [Fact]
    public void Of_graphics_the_drawing_stays_and_no_word()
    {
        var source = new InstanceBuilder().Sequence("GraphicAnnotationSequence", item => item
            .Sequence("TextObjectSequence", text => text
                .Text("BoundingBoxAnnotationUnits", "PIXEL")
                .Text("UnformattedTextValue", "Lebertumor von Muster"))
            .Sequence("GraphicObjectSequence", graphic => graphic
                .Bytes("GraphicData", BitConverter.GetBytes(12.5f))
                .Text("GraphicType", "POINT"))
            .Text("GraphicLayer", "LAYER1")).Build();

        var output = AssertNoSecret(source);

        Assert.Contains(output.All, element => element.Text == "POINT");
        Assert.Contains(output.All, element => element.Name == "0070,0022" && BitConverter.ToSingle(element.Value) == 12.5f);
    }

    [Fact]
    public void Of_who_verified_nothing_is_left_but_the_item()
    {
        var source = new InstanceBuilder(ComprehensiveSR).Sequence("VerifyingObserverSequence", item => item
            .Text("VerifyingOrganization", "Klinik Beispiel")
            .Text("VerificationDateTime", "20240311101112")
            .Text("VerifyingObserverName", "Beispiel^Doktor")
            .Sequence("VerifyingObserverIdentificationCodeSequence", code => WriteCode(code, "4711", "Beispiel, Doktor"))).Build();

        var output = AssertNoSecret(source);

        var item = Assert.Single(output.Find("VerifyingObserverSequence")!.Items!);
        Assert.Equal("REMOVED", FileReading.Find(item.Elements, "VerifyingObserverName")!.Text);
        Assert.Equal("19000101000000", FileReading.Find(item.Elements, "VerificationDateTime")!.Text);
        Assert.Empty(FileReading.Find(item.Elements, "VerifyingObserverIdentificationCodeSequence")!.Items!);
    }

    [Fact]
    public void A_code_for_a_person_is_no_concept()
    {
        var source = new InstanceBuilder().Sequence("PerformedProtocolCodeSequence", outer => outer
            .Sequence("PersonIdentificationCodeSequence", code => WriteCode(code, "MRN-4711", "Beispiel, Doktor"))).Build();

        var output = AssertNoSecret(source);

        var item = Assert.Single(output.All.Single(element => element.Name == "0040,1101").Items!);
        Assert.Equal(["REMOVED", "REMOVED", "REMOVED"], item.Elements.Select(element => element.Text));
    }

    [Theory]
    [InlineData("explicit", true)]
    [InlineData("implicit", true)]
    [InlineData("implicit", false)]
    public void Lengths_and_encodings_do_not_matter(string encoding, bool isUndefined)
    {
        var syntax = encoding == "explicit" ? Syntax.ExplicitLittle : Syntax.ImplicitLittle;
        var source = new InstanceBuilder(ComprehensiveSR, syntax)
            .Add("ContentSequence", dataset => dataset.Sequence("ContentSequence", "SQ", isUndefined, item => item
                .Text("ValueType", "CONTAINER")
                .Sequence("ContentSequence", "SQ", isUndefined, inner => inner.Text("ValueType", "TEXT").Text("TextValue", "Lebertumor bei Muster"))))
            .Sequence("PerformedProtocolCodeSequence", item => item.Text("CodeMeaning", "kept"))
            .Build();

        var output = AssertNoSecret(source);

        Assert.Equal(["CONTAINER", "TEXT"], output.All.Where(element => element.Name == "0040,A040").Select(element => element.Text));
        Assert.Equal("kept", FileReading.Find(output.Find("PerformedProtocolCodeSequence")!.Items![0].Elements, "CodeMeaning")!.Text);
    }

    private static FileReading AssertNoSecret(byte[] source)
    {
        var output = Deidentified.Bytes(source);
        Assert.All(Secrets, secret => Assert.Equal(-1, output.AsSpan().IndexOf(Encoding.Latin1.GetBytes(secret))));
        return FileReading.Parse(output);
    }

    private static void WriteItem(DatasetBuilder item, string type, Action<DatasetBuilder> more)
    {
        item.Text("RelationshipType", "CONTAINS").Text("ValueType", type)
            .Sequence("ConceptNameCodeSequence", code => WriteCode(code, "121071", "Finding"));
        more(item);
    }

    private static void WriteCode(DatasetBuilder item, string value, string meaning) => item
        .Text("CodeValue", value)
        .Text("CodingSchemeDesignator", "DCM")
        .Text("CodeMeaning", meaning);

    private static string CodeMeaning(ItemReading item, string sequence) =>
        FileReading.Find(FileReading.Find(item.Elements, sequence)!.Items![0].Elements, "CodeMeaning")!.Text;
}
