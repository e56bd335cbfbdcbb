using System;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What an instance is known by stands nowhere in the output (PS3.15 section E.1.1).</summary>
public sealed class KnownEverywhereTests
{
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    public static TheoryData<string> Profiles => [ProfileBuilder.Basic, ProfileBuilder.Research];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void No_text_attribute_of_the_dictionary_keeps_the_patients_name_or_number(string profile)
    {
        var tags = DataDictionary.Tags.Where(tag => tag.Group > 4 && !tag.IsGroupLength && DataDictionary.VrOf(tag) is { IsText: true } vr && vr != Vr.UI
            && DataDictionary.KeywordOf(tag) is not ("SpecificCharacterSet" or "PatientName" or "PatientID" or "PatientBirthDate")).ToArray();
        var instance = SecretPatient.Instance();
        foreach (var tag in tags)
            instance.Add(Name(tag), dataset => dataset.Text(Name(tag), Planted(DataDictionary.VrOf(tag))));
        instance.Sequence(KeptSequence, item =>
        {
            foreach (var tag in tags)
                item.Text(Name(tag), Planted(DataDictionary.VrOf(tag)));
        });

        var output = Deidentified.Reading(instance.Build(), Deidentified.Profile(profile));

        Assert.Empty(output.All.Where(element => element.Items is null && SecretPatient.IsIn(element.Value)).Select(element => element.Name).Distinct());
    }

    [Fact]
    public void A_term_that_descriptors_may_hold_stays_where_they_are_cleaned() =>
        Assert.Equal("COERCE", Deidentified.Reading(SecretPatient.Instance().Text("ReasonForTheAttributeModification", "COERCE").Build(), ProfileOf.Research()).Find("ReasonForTheAttributeModification")!.Text);

    [Theory]
    [InlineData("http://pacs.brelvan.example/wado", null)]
    [InlineData("models/lens.stl", "models/lens.stl")]
    public void A_relative_address_that_names_a_host_goes(string text, string? expected) =>
        Assert.Equal(expected, Deidentified.Reading(SecretPatient.Instance().Text("RelativeURIReferenceWithinEncapsulatedDocument", text).Build()).Find("RelativeURIReferenceWithinEncapsulatedDocument")?.Text.TrimEnd());

    [Theory]
    [InlineData("26.06.22")]
    [InlineData("26/06/22")]
    public void A_birth_date_with_two_digits_of_the_year_goes(string text)
    {
        var source = SecretPatient.Instance().Text("PatientBirthDate", "19220626").Text("Manufacturer", text).Build();

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile => Assert.Equal("[removed]", Deidentified.Reading(source, Deidentified.Profile(profile)).Find("Manufacturer")!.Text));
    }

    [Theory]
    [InlineData("Axial^Ida", @"ORIGINAL\PRIMARY\AXIAL")]
    [InlineData("Localizer^Mpr", @"DERIVED\SECONDARY\LOCALIZER\MPR")]
    public void A_term_that_the_standard_defines_stays_though_a_patient_is_called_so(string name, string text) =>
        Assert.Equal(text, Deidentified.Reading(new InstanceBuilder().Text("PatientName", name).Text("ImageType", text).Build()).Find("ImageType")!.Text);

    [Theory]
    [InlineData("ReferencedSOPClassUID", "2.25.1234567890123456789")]
    [InlineData("ReferencedSOPClassUID", "1.2.3.4")]
    [InlineData("ReferencedSOPClassUID", "1.2.77.9")]
    [InlineData("OriginalSpecializedSOPClassUID", "1.2.77.9")]
    public void The_uid_of_an_instance_does_not_stay_where_a_class_belongs(string attribute, string uid)
    {
        var source = SecretPatient.Instance().Text("FrameOfReferenceUID", "1.2.77.9").Sequence("ReferencedImageSequence", item => item.Text(attribute, uid)).Build();

        Assert.DoesNotContain(Deidentified.Reading(source).All, element => element.Tag == Reading(attribute) && element.Text == uid);

        static uint Reading(string keyword) => Support.Reading.FileReading.TagOf(keyword);
    }

    [Theory]
    [InlineData("BodyPartExamined", "WOLPERTINKEL", "REMOVED")]
    [InlineData("BodyPartExamined", "CHEST\0WOLPERTINKEL", "CHEST\0REMOVED")]
    [InlineData("ImageType", @"ORIGINAL\PRIMARY\WOLPERTINKEL", @"ORIGINAL\PRIMARY\REMOVED")]
    [InlineData("BodyPartExamined", "CHEST", "CHEST")]
    [InlineData("AcquisitionNumber", "44109770", "0")]
    [InlineData("AcquisitionNumber", "4410977", "4410977")]
    [InlineData("PixelSpacing", @"0.44109770\0.5", @"0.44109770\0.5")]
    [InlineData("CodingSchemeURL", "http://a.example/codes?pid=44109770", "http://a.example/codes?pid=removed")]
    [InlineData("Manufacturer", "scan 2024-03-11 of Wolpertinkel", "scan [removed] of [removed]")]
    public void What_is_known_goes_from_terms_numbers_and_addresses_and_no_more(string attribute, string text, string expected)
    {
        var source = SecretPatient.Instance().Text("StudyDate", "20240311").Text(attribute, text).Build();

        Assert.Equal(expected, Deidentified.Reading(source).Find(attribute)!.Text);
    }

    [Theory]
    [InlineData("Head^White", "BodyPartExamined", "HEAD")]
    [InlineData("Head^White", "Manufacturer", "white matter of the head")]
    [InlineData("Skyra^Ida", "PatientPosition", "HFS")]
    [InlineData("Primary^Ida", "ImageType", @"ORIGINAL\PRIMARY")]
    public void Clinical_words_stay_though_a_patient_is_called_so(string name, string attribute, string text)
    {
        var source = new InstanceBuilder().Text("PatientName", name).Text(attribute, text).Build();

        Assert.Equal(text, Deidentified.Reading(source).Find(attribute)!.Text);
    }

    [Fact]
    public void A_name_in_the_bytes_of_a_profile_or_table_of_colours_goes()
    {
        var source = SecretPatient.Instance()
            .Add("ICCProfile", dataset => dataset.Bytes("ICCProfile", [.. new byte[128], .. "desc monitor of wolpertinkel"u8]))
            .Add("RedPaletteColorLookupTableData", dataset => dataset.Bytes("RedPaletteColorLookupTableData", [.. "Wolpertinkel"u8, .. new byte[20]]))
            .Add("GreenPaletteColorLookupTableData", dataset => dataset.Bytes("GreenPaletteColorLookupTableData", [1, 2, 3, 4, 5, 6, 7, 8])).Build();

        var output = Deidentified.Reading(source);

        Assert.Null(output.Find("ICCProfile"));
        Assert.Equal(new byte[32], output.Find("RedPaletteColorLookupTableData")!.Value);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], output.Find("GreenPaletteColorLookupTableData")!.Value);
    }

    [Fact]
    public void A_name_goes_from_what_an_earlier_tool_wrote_of_its_work()
    {
        var output = Deidentified.Reading(SecretPatient.Instance().Text("DeidentificationMethod", "by hand; was Wolpertinkel").Build());

        Assert.StartsWith("by hand; was [removed]\\", output.Find("DeidentificationMethod")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_user_names_to_be_kept_stays_as_it_is()
    {
        var source = SecretPatient.Instance().Text("Manufacturer", "for Wolpertinkel").Text("PartialViewDescription", "for Wolpertinkel").Build();

        var output = Deidentified.Reading(source, Deidentified.Profile(ProfileBuilder.Basic, keep: ["Manufacturer", "PartialViewDescription"]));

        Assert.Equal(("for Wolpertinkel", "for Wolpertinkel"), (output.Find("Manufacturer")!.Text, output.Find("PartialViewDescription")!.Text));
    }

    private static string Planted(Vr vr) => vr == Vr.CS || vr == Vr.AE || vr == Vr.SH ? "A_WOLPERTINKEL"
        : vr == Vr.IS || vr == Vr.DS ? "44109770"
        : vr == Vr.DA || vr == Vr.DT || vr == Vr.TM || vr == Vr.AS ? "Wolpertinkel"
        : "for Wolpertinkel 44109770";

    private static string Name(Tag tag) => $"{tag.Value:X8}";
}
