using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>What Basic does with elements that table E.1-1 does not name.</summary>
public sealed class BeyondTheTableTests
{
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    [Fact]
    public void Private_elements_go_at_every_level()
    {
        var source = new InstanceBuilder()
            .Text("0009,0010", "MUSTER 1.0", "LO")
            .Text("0009,1001", SampleValue.Secret, "LO")
            .Add("0029,0000", dataset => dataset.Bytes("0029,0000", [8, 0, 0, 0], "UL"))
            .Add("0029,1010", dataset => dataset.Sequence("0029,1010", item => item.Text("PatientComments", SampleValue.Secret)))
            .Sequence(KeptSequence, item => item
                .Text("0011,0010", "MUSTER 1.0", "LO")
                .Text("0011,1001", SampleValue.Secret, "LO")
                .Sequence("ContentItemModifierSequence", inner => inner
                    .Text("ValueType", "TEXT")
                    .Text("0013,1001", SampleValue.Secret, "LO")))
            .Text("7FE1,1001", SampleValue.Secret, "LO")
            .Build();

        var output = Deidentified.Bytes(source);

        Assert.False(SampleValue.IsIn(output));
        Assert.DoesNotContain(FileReading.Parse(output).All, element => (element.Tag >> 16) % 2 != 0);
        Assert.Contains(FileReading.Parse(output).All, element => element.Text == "TEXT");
    }

    [Theory]
    [InlineData("5000,0005", false)]
    [InlineData("5002,3000", false)]
    [InlineData("50FE,0103", false)]
    [InlineData("6000,3000", false)]
    [InlineData("601E,4000", false)]
    [InlineData("6000,0010", true)]
    [InlineData("6002,0050", true)]
    public void Curves_go_and_of_overlays_the_bits_and_the_comments(string attribute, bool stays)
    {
        var source = new InstanceBuilder()
            .Add(attribute, dataset => dataset.Bytes(attribute, [1, 0, 2, 0]))
            .Sequence(KeptSequence, item => item.Bytes(attribute, [1, 0, 2, 0]))
            .Build();

        var output = Deidentified.Reading(source);

        Assert.Equal(stays ? 2 : 0, output.All.Count(element => element.Tag == FileReading.TagOf(attribute)));
    }

    [Theory]
    [InlineData("0008,FFF1")]
    [InlineData("0030,0010")]
    [InlineData("0100,1234")]
    public void An_element_that_no_dictionary_knows_goes(string attribute)
    {
        var source = new InstanceBuilder()
            .Text(attribute, SampleValue.Secret, "LO")
            .Sequence(KeptSequence, item => item.Text(attribute, SampleValue.Secret, "LO"))
            .Build();

        var output = Deidentified.Bytes(source);

        Assert.False(SampleValue.IsIn(output));
        Assert.DoesNotContain(FileReading.Parse(output).All, element => element.Tag == FileReading.TagOf(attribute));
    }

    [Theory]
    [InlineData("NamesOfIntendedRecipientsOfResults")] // in the table
    [InlineData("SelectorPNValue")]
    [InlineData("PersonName")]
    public void A_name_of_a_person_goes_whatever_its_attribute(string attribute) => AssertNoSecret(attribute, vr: null);

    [Theory]
    [InlineData("SecondaryReviewDate", null)]
    [InlineData("AlarmDecisionTime", null)]
    [InlineData("SliceThickness", "DA")]
    public void A_date_goes_or_is_moved_whatever_its_attribute(string attribute, string? vr)
    {
        var source = new InstanceBuilder()
            .Text(attribute, "20240311", vr)
            .Sequence(KeptSequence, item => item.Text(attribute, "20240311", vr))
            .Build();

        Assert.DoesNotContain(Deidentified.Reading(source).All, element => element.Tag == FileReading.TagOf(attribute));
        var moved = Deidentified.Reading(source, ProfileOf.Research()).All.Where(element => element.Tag == FileReading.TagOf(attribute)).ToArray();
        Assert.Equal(2, moved.Length);
        Assert.All(moved, element => Assert.NotEqual("20240311", element.Text));
        var kept = Deidentified.Reading(source, ProfileOf.Basic(ProfileOption.RetainLongitudinalFullDates));
        Assert.Equal(2, kept.All.Count(element => element.Text == "20240311"));
    }

    [Theory]
    [InlineData("RetrieveURL", false)]
    [InlineData("RetrieveURI", false)]
    [InlineData("ContactURI", false)]
    [InlineData("URNCodeValue", true)]
    [InlineData("CodingSchemeURL", true)]
    public void An_address_goes_unless_it_is_that_of_a_code(string attribute, bool stays)
    {
        var source = new InstanceBuilder().Sequence(KeptSequence, item => item.Text(attribute, "http://pacs.example/1.2.3.4")).Build();

        Assert.Equal(stays, Deidentified.Reading(source).All.Any(element => element.Text == "http://pacs.example/1.2.3.4"));
    }

    [Fact]
    public void What_is_no_length_of_a_group_goes()
    {
        var source = new InstanceBuilder()
            .Text("0008,0000", SampleValue.Secret, "LO")
            .Text("0018,0000", SampleValue.Secret, "UL")
            .Text("0028,0000", SampleValue.Secret, "UN")
            .Sequence(KeptSequence, item => item.Text("0018,0000", SampleValue.Secret, "UT"))
            .Build();

        Assert.False(SampleValue.IsIn(Deidentified.Bytes(source)));
    }

    [Theory]
    [InlineData("OB")]
    [InlineData("OW")]
    [InlineData("LO")]
    public void A_sequence_that_the_file_calls_otherwise_goes(string vr)
    {
        var source = new InstanceBuilder()
            .Add(KeptSequence, dataset => dataset.Sequence(KeptSequence, vr, isUndefined: false, item => item.Text("StudyID", SampleValue.Secret)))
            .Build();

        Assert.False(SampleValue.IsIn(Deidentified.Bytes(source)));
    }

    [Fact]
    public void A_value_that_the_file_itself_calls_a_name_goes() => AssertNoSecret("SeriesNumber", "PN");

    [Theory]
    [InlineData("MultiFrameSourceSOPInstanceUID")]
    [InlineData("TableFrameOfReferenceUID")]
    [InlineData("VolumeFrameOfReferenceUID")]
    [InlineData("ReferencedFiducialUID")]
    [InlineData("TargetFrameOfReferenceUID")]
    [InlineData("SOPInstanceUIDOfConcatenationSource")]
    public void A_UID_of_an_instance_is_mapped_though_the_table_forgot_it(string attribute)
    {
        var output = Deidentified.Reading(WithUid(attribute, "1.2.276.0.99.5"));

        var found = output.All.Where(element => element.Tag == FileReading.TagOf(attribute)).Select(element => element.Text);
        Assert.Equal([TestKey.NewUid("1.2.276.0.99.5"), TestKey.NewUid("1.2.276.0.99.5")], found);
    }

    [Theory]
    [InlineData("RelatedGeneralSOPClassUID")]
    [InlineData("ReferencedSOPClassUID")]
    [InlineData("CodingSchemeUID")]
    [InlineData("ContextUID")]
    [InlineData("MappingResourceUID")]
    [InlineData("ContextGroupExtensionCreatorUID")]
    [InlineData("SegmentationTemplateUID")]
    public void A_UID_of_a_class_stays_though_its_root_is_private(string attribute)
    {
        var output = Deidentified.Reading(WithUid(attribute, "1.2.276.0.99.5"));

        var found = output.All.Where(element => element.Tag == FileReading.TagOf(attribute)).Select(element => element.Text);
        Assert.Equal(["1.2.276.0.99.5", "1.2.276.0.99.5"], found);
    }

    [Fact]
    public void A_private_SOP_class_stays()
    {
        var output = Deidentified.Reading(new InstanceBuilder(InstanceBuilder.UnknownClass).Build());

        Assert.Equal(InstanceBuilder.UnknownClass, output.Find("SOPClassUID")!.Text);
        Assert.Equal(InstanceBuilder.UnknownClass, FileReading.Find(output.Meta, "MediaStorageSOPClassUID")!.Text);
    }

    [Theory]
    [InlineData("FrameOfReferenceUID", "1.2.840.10008.1.4.1.1")] // Talairach atlas
    [InlineData("ReferencedSOPInstanceUID", "1.2.840.10008.1.5.1")] // hot iron palette
    public void A_UID_that_the_standard_registers_stays(string attribute, string uid)
    {
        var output = Deidentified.Reading(WithUid(attribute, uid));

        Assert.All(output.All.Where(element => element.Tag == FileReading.TagOf(attribute)), element => Assert.Equal(uid, element.Text));
    }

    [Fact]
    public void A_sequence_that_cannot_be_looked_into_goes()
    {
        var source = new InstanceBuilder(syntax: Syntax.ImplicitLittle)
            .Add(KeptSequence, dataset => dataset.Text(KeptSequence, SampleValue.Secret, "SQ"))
            .Build();

        Assert.False(SampleValue.IsIn(Deidentified.Bytes(source)));
    }

    private static byte[] WithUid(string attribute, string uid) => new InstanceBuilder()
        .Text(attribute, uid)
        .Sequence(KeptSequence, item => item.Text(attribute, uid))
        .Build();

    private static void AssertNoSecret(string attribute, string? vr)
    {
        var source = new InstanceBuilder()
            .Text(attribute, $"{SampleValue.Secret}^Person", vr)
            .Sequence(KeptSequence, item => item.Text(attribute, $"{SampleValue.Secret}^Person", vr))
            .Build();

        Assert.False(SampleValue.IsIn(Deidentified.Bytes(source)));
    }
}
