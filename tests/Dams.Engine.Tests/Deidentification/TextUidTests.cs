using System;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>UIDs where none is expected, and UIDs that only look like those of the standard.</summary>
public sealed class TextUidTests
{
    private const string Study = "2.25.50550550550550550550";
    private const string Series = "1.3.6.1.4.1.99999.7.20140622.5";

    [Fact]
    public void A_UID_in_a_text_is_the_one_that_it_has_elsewhere()
    {
        var source = new InstanceBuilder().Text("StudyInstanceUID", Study).Text("SeriesInstanceUID", Series)
            .Text("ImageComments", "copy of " + Study).Text("Manufacturer", "see " + Series).Build();

        var output = Deidentified.Reading(source, ProfileOf.Research());

        Assert.Equal("copy of " + TestKey.NewUid(Study), output.Find("ImageComments")!.Text);
        Assert.Equal("see " + TestKey.NewUid(Series), output.Find("Manufacturer")!.Text);
        Assert.Equal("see " + TestKey.NewUid(Series), Deidentified.Reading(source).Find("Manufacturer")!.Text);
        Assert.Equal("see " + Series, Deidentified.Reading(source, ProfileOf.Research(ProfileOption.RetainUIDs)).Find("Manufacturer")!.Text);
    }

    [Theory]
    [InlineData("syntax 1.2.840.10008.1.2.4.90 lossless")]
    [InlineData("version 1.2.3.4")]
    [InlineData("host 10.2.1.0")]
    public void Registered_UIDs_and_versions_stay(string text) =>
        Assert.Equal(text, Deidentified.Reading(new InstanceBuilder().Text("Manufacturer", text).Build()).Find("Manufacturer")!.Text);

    [Fact]
    public void Where_classes_and_contexts_belong_a_UID_of_an_instance_does_not_stay()
    {
        var source = new InstanceBuilder().Text("StudyInstanceUID", Study).Text("RelatedGeneralSOPClassUID", "2.25.44097744097744")
            .Sequence("ProcedureCodeSequence", code => code.Text("ContextUID", Study).Text("MappingResourceUID", "1.2.840.10008.8.1.1")).Build();

        var output = Deidentified.Reading(source);

        Assert.Equal(TestKey.NewUid("2.25.44097744097744"), output.Find("RelatedGeneralSOPClassUID")!.Text);
        var code = output.Find("ProcedureCodeSequence")!.Items!.Single();
        Assert.Equal(TestKey.NewUid(Study), FileReading.Find(code.Elements, "ContextUID")!.Text);
        Assert.Equal("1.2.840.10008.8.1.1", FileReading.Find(code.Elements, "MappingResourceUID")!.Text);
    }

    [Theory]
    [InlineData("1.2.840.44109.2", true)]
    [InlineData("1.2.840.113619.4.26", false)]
    public void Where_classes_belong_a_UID_with_the_number_of_the_patient_does_not_stay(string uid, bool goes)
    {
        var source = new InstanceBuilder().Text("PatientID", "0044109").Text("RelatedGeneralSOPClassUID", uid).Build();

        Assert.Equal(goes ? TestKey.NewUid(uid) : uid, Deidentified.Reading(source).Find("RelatedGeneralSOPClassUID")!.Text);
    }

    [Theory]
    [InlineData("1.2.840.10008.99.20140622.1")]
    [InlineData("1.2.840.10008.5.1.4.1.1.2.4711")]
    public void A_UID_that_somebody_invented_below_the_root_of_the_standard_is_replaced(string uid) =>
        Assert.Equal(TestKey.NewUid(uid), Deidentified.Reading(new InstanceBuilder().Text("StudyInstanceUID", uid).Build()).Find("StudyInstanceUID")!.Text);

    [Fact]
    public void The_UID_of_a_context_group_stays() => Assert.Equal(
        "1.2.840.10008.6.1.308", Deidentified.Reading(new InstanceBuilder().Text("StudyInstanceUID", "1.2.840.10008.6.1.308").Build()).Find("StudyInstanceUID")!.Text);

    [Fact]
    public void A_name_where_the_class_of_the_instance_belongs_is_neither_in_the_dataset_nor_in_the_head()
    {
        var source = new InstanceBuilder().Text("SOPClassUID", "scan of MRN-4711").Text("CodingSchemeUID", "of Muster").Build();

        var output = Deidentified.Bytes(source);

        Assert.Equal(-1, output.AsSpan().IndexOf("MRN-4711"u8));
        Assert.Equal(-1, output.AsSpan().IndexOf("Muster"u8));
    }
}
