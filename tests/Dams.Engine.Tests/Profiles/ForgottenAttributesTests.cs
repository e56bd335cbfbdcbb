using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>Attributes that table E.1-1 does not list and that identify by their nature, or hold prose.</summary>
public sealed class ForgottenAttributesTests
{
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    [Theory]
    [InlineData("PatientBirthDateInAlternativeCalendar", "5712-11-26")]
    [InlineData("PatientDeathDateInAlternativeCalendar", "5784-02-01")]
    [InlineData("PlacerOrderNumberProcedure", "ORD55123")]
    [InlineData("FillerOrderNumberImagingServiceRequestRetired", "OLDORD91")]
    [InlineData("CodingSchemeResponsibleOrganization", "Moor Street 9")]
    [InlineData("BreedRegistrationNumber", "XK-2200417")]
    [InlineData("OwnerID", "somebody")]
    public void An_attribute_that_identifies_by_its_nature_goes_in_every_profile(string attribute, string value)
    {
        var source = new InstanceBuilder().Text(attribute, value).Sequence(KeptSequence, item => item.Text(attribute, value)).Build();

        Assert.All([ProfileOf.Basic(), ProfileOf.Research()], profile =>
            Assert.DoesNotContain(Deidentified.Reading(source, profile).All, element => element.Tag == FileReading.TagOf(attribute)));
    }

    [Fact]
    public void The_number_of_a_document_becomes_a_dummy() => Assert.All([ProfileOf.Basic(), ProfileOf.Research()], profile =>
        Assert.Equal("REMOVED", Deidentified.Reading(new InstanceBuilder().Text("HL7InstanceIdentifier", "1.2.276.0.99^4711").Build(), profile).Find("HL7InstanceIdentifier")!.Text));

    [Fact]
    public void The_text_of_the_label_of_a_slide_goes_though_its_number_has_no_label() => Assert.Null(
        Deidentified.Reading(new InstanceBuilder().Text("LabelText", "S12-34567").Build(), ProfileOf.Research()).Find("LabelText"));

    [Theory]
    [InlineData("PartialViewDescription")]
    [InlineData("DetectorDescription")]
    [InlineData("CalculationComment")]
    [InlineData("TextValue")]
    public void Prose_that_the_table_forgot_goes_in_Basic_and_is_cleaned_with_the_option_for_texts(string attribute)
    {
        var source = new InstanceBuilder().Sequence(KeptSequence, item => item.Text(attribute, "seen with Mrs Elmstroke today")).Build();

        Assert.DoesNotContain(Deidentified.Reading(source).All, element => element.Tag == FileReading.TagOf(attribute));
        Assert.Contains(Deidentified.Reading(source, ProfileOf.Research()).All, element => element.Text == "seen with Mrs [removed] today");
    }

    [Fact]
    public void Prose_that_an_IOD_requires_becomes_a_dummy()
    {
        var source = new InstanceBuilder().Sequence(KeptSequence, code => code.Sequence("ProtocolContextSequence", item => item
            .Text("ValueType", "TEXT").Text("TextValue", "she is afraid"))).Build();

        Assert.Equal("REMOVED", Assert.Single(Deidentified.Reading(source).All, element => element.Tag == FileReading.TagOf("TextValue")).Text);
    }

    [Theory]
    [InlineData("LongCodeValue", "6141006-ABDOMEN")]
    [InlineData("GridAbsorbingMaterial", "LEAD")]
    public void Codes_and_technical_terms_stay(string attribute, string text) =>
        Assert.Equal(text, Deidentified.Reading(new InstanceBuilder().Text(attribute, text).Build()).Find(attribute)!.Text);

    [Fact]
    public void What_a_segment_shows_and_how_it_is_tracked_stays_without_what_is_known()
    {
        var source = new InstanceBuilder("1.2.840.10008.5.1.4.1.1.66.4").Sequence("SegmentSequence", segment => segment
            .Text("SegmentLabel", "Tumor").Text("SegmentDescription", "liver of Muster").Text("TrackingID", "Lesion 3")).Build();

        var segment = Deidentified.Reading(source).Find("SegmentSequence")!.Items!.Single();

        Assert.Equal(
            ["Tumor", "liver of [removed]", "Lesion 3"],
            new[] { "SegmentLabel", "SegmentDescription", "TrackingID" }.Select(name => FileReading.Find(segment.Elements, name)!.Text));
    }

    [Theory]
    [InlineData("SegmentLabel", "drawn by Dr. Rumphold", "drawn by Dr. [removed]")]
    [InlineData("FrameLabel", "phone +41 55 441 17 78", "[removed]")]
    [InlineData("ApplicationName", "MRN 4410977", "MRN [removed]")]
    [InlineData("ManufacturerModelName", "MR Ingenia 3.0T", "MR Ingenia 3.0T")]
    [InlineData("SoftwareVersions", "10.2.1.0 VE11C-SP4", "10.2.1.0 VE11C-SP4")]
    [InlineData("ReceiveCoilName", "HE1-4;NE1,2", "HE1-4;NE1,2")]
    [InlineData("Manufacturer", "Aurora Instruments Ltd", "Aurora Instruments Ltd")]
    public void In_other_texts_titles_labels_and_telephones_tell_with_the_option_for_texts(string attribute, string text, string expected) =>
        Assert.Equal(expected, Deidentified.Reading(new InstanceBuilder().Text(attribute, text).Build(), ProfileOf.Research()).Find(attribute)!.Text);

    [Theory]
    [InlineData("SCT", "Bland-White-Garland syndrome, Dr. Bland")]
    [InlineData("99ABC", "Bland-White-Garland syndrome, Dr. [removed]")]
    public void Only_meanings_of_a_hospitals_own_codes_are_searched_for_titles(string scheme, string expected)
    {
        var source = new InstanceBuilder().Sequence(KeptSequence, code => code.Text("CodeValue", "7").Text("CodingSchemeDesignator", scheme)
            .Text("CodeMeaning", "Bland-White-Garland syndrome, Dr. Bland")).Build();

        Assert.Contains(Deidentified.Reading(source, ProfileOf.Research()).All, element => element.Text == expected);
    }

    [Theory]
    [InlineData("1.2.840.10008.5.1.4.1.1.11.1", "PresentationCreationDate", "20140622", "19000101")]
    [InlineData("1.2.840.10008.5.1.4.1.1.11.1", "PresentationCreationTime", "101112", "000000")]
    [InlineData(FileBuilder.CTImageStorage, "PresentationCreationDate", "20140622", null)]
    public void What_an_IOD_requires_is_not_removed_but_replaced(string sopClass, string attribute, string text, string? expected) =>
        Assert.Equal(expected, Deidentified.Reading(new InstanceBuilder(sopClass).Text(attribute, text).Build()).Find(attribute)?.Text);

    [Fact]
    public void What_a_user_names_to_be_removed_goes_though_an_IOD_requires_it() => Assert.Null(Deidentified.Reading(
        new InstanceBuilder("1.2.840.10008.5.1.4.1.1.11.1").Text("PresentationCreationDate", "20140622").Build(),
        Deidentified.Profile(ProfileBuilder.Basic, remove: ["PresentationCreationDate"])).Find("PresentationCreationDate"));

    [Theory]
    [InlineData("0004,1500", "MUSTER")]
    [InlineData("0004,1511", "1.2.3.4")]
    [InlineData("0002,0016", "MUSTERPACS")]
    public void Elements_of_a_DICOMDIR_or_of_the_file_head_go_from_items_and_from_the_dataset(string attribute, string text)
    {
        var instance = new InstanceBuilder().Sequence(KeptSequence, item => item.Text(attribute, text));
        if (attribute.StartsWith("0004", System.StringComparison.Ordinal))
            instance.Text(attribute, text);

        Assert.DoesNotContain(Deidentified.Reading(instance.Build()).All, element => element.Tag == FileReading.TagOf(attribute));
    }
}
