using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What an instance is known by stands nowhere in the output (PS3.15 section E.1.1).</summary>
public sealed class KnownEverywhereTests
{
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    private static readonly HashSet<string> Planting = ["AE", "LO", "SH", "ST", "UC"];

    // Texts of clinical words, numbers of telephones and zones of time: a word or a number of their own says nothing of them.
    private static readonly string[] Long = ["Description", "Comment", "Topic", "TextString", "Telephone", "Timezone", "SpecialNeeds", "PreMedication"];

    public static TheoryData<string> Profiles => [ProfileBuilder.Basic, ProfileBuilder.Research];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void No_text_attribute_of_the_dictionary_keeps_the_patients_name_or_number(string profile)
    {
        var tags = DataDictionary.Tags.Where(tag => tag.Group > 4 && !tag.IsGroupLength && DataDictionary.VrOf(tag) is { IsText: true } vr && vr != Vr.UI
            && DataDictionary.KeywordOf(tag) is not ("SpecificCharacterSet" or "PatientName" or "PatientID" or "PatientBirthDate")).ToArray();
        var instance = Somebody();
        foreach (var tag in tags)
            instance.Add(Name(tag), dataset => dataset.Text(Name(tag), Planted(DataDictionary.VrOf(tag))));
        instance.Sequence(KeptSequence, item =>
        {
            foreach (var tag in tags)
                item.Text(Name(tag), Planted(DataDictionary.VrOf(tag)));
        });

        var output = Deidentified.Reading(instance.Build(), Deidentified.Profile(profile));

        Assert.Empty(output.All.Where(element => element.Items is null && HasSecret(element.Value)).Select(element => element.Name).Distinct());
    }

    [Theory]
    [InlineData("OB")]
    [InlineData("UN")]
    [InlineData("US")]
    [InlineData("FD")]
    [InlineData("IS")]
    [InlineData("DS")]
    [InlineData("TM")]
    [InlineData("UT")]
    public void A_name_does_not_hide_under_a_foreign_representation(string vr)
    {
        var source = Somebody().Text("Modality", "Wolpertinkel    ", vr).Text("Manufacturer", "Wolpertinkel    ", vr).Text("XRayTubeCurrent", "Wolpertinkel    ", vr)
            .Sequence(KeptSequence, item => item.Text("Modality", "Wolpertinkel    ", vr)).Build();

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile =>
            Assert.False(HasSecret(Deidentified.Bytes(source, Deidentified.Profile(profile)))));
    }

    [Theory]
    [InlineData("OB")]
    [InlineData("OW")]
    [InlineData("UN")]
    [InlineData("UT")]
    [InlineData("SH")]
    public void No_attribute_of_the_dictionary_hides_a_name_under_a_foreign_representation(string vr)
    {
        var tags = DataDictionary.Tags.Where(tag => tag.Group > 4 && !tag.IsGroupLength
            && DataDictionary.KeywordOf(tag) is not ("SpecificCharacterSet" or "PatientName" or "PatientID" or "PatientBirthDate" or "PixelData" or "FloatPixelData" or "DoubleFloatPixelData")).ToArray();
        var instance = Somebody();
        foreach (var tag in tags)
            instance.Add(Name(tag), dataset => dataset.Text(Name(tag), "for Wolpertinkel", vr));

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile => Assert.Empty(string.Join(' ', Deidentified.Reading(instance.Build(), Deidentified.Profile(profile))
            .All.Where(element => element.Items is null && HasSecret(element.Value)).Select(element => element.Name))));
    }

    [Theory]
    [InlineData("Manufacturer", "LO")]
    [InlineData("BodyPartExamined", "CS")]
    [InlineData("SegmentDescription", "ST")]
    public void A_name_in_characters_of_two_bytes_that_nobody_declares_goes(string attribute, string vr)
    {
        var source = Somebody().Add(attribute, dataset => dataset.Bytes(attribute, Encoding.Unicode.GetBytes("for Wolpertinkel"), vr)).Build();

        Assert.Equal(-1, Deidentified.Bytes(source).AsSpan().IndexOf(Encoding.Unicode.GetBytes("Wolpertinkel")));
    }

    [Theory]
    [InlineData("SpecificCharacterSet", "CS")]
    [InlineData("Manufacturer", "LO")]
    [InlineData("SegmentDescription", "ST")]
    public void An_item_that_is_called_a_text_does_not_stay(string attribute, string vr)
    {
        byte[] item = [0xFE, 0xFF, 0x00, 0xE0, 0x14, 0, 0, 0, 0x10, 0, 0x10, 0, (byte)'P', (byte)'N', 12, 0, .. "Someone^Else"u8];
        var source = new InstanceBuilder().Add(attribute, dataset => dataset.Bytes(attribute, item, vr)).Build();

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile =>
            Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(profile)).AsSpan().IndexOf("Someone"u8)));
    }

    [Theory]
    [InlineData("E-5795894", "0")]
    [InlineData("91-812-8800", "0")]
    [InlineData("1.2\0436", "0")]
    [InlineData(@"1.5\-2e-3\ 3. ", @"1.5\-2e-3\ 3.")]
    [InlineData(@"\1", @"\1")]
    [InlineData("1,5 mm", "1,5 mm")]
    public void What_is_called_a_number_and_is_none_goes(string text, string expected)
    {
        var source = Somebody().Text("XRayTubeCurrent", text, "DS").Text("ExposureTime", text, "IS").Text("SliceThickness", text, "DS").Build();

        Assert.Equal(expected, Deidentified.Reading(source).Find("SliceThickness")!.Text.TrimEnd());
    }

    [Theory]
    [InlineData("StationName", "Liver 3 mm")]
    [InlineData("PlateID", "DWI b800")]
    [InlineData("PerformedLocation", "Head first")]
    public void Clinical_words_that_stand_in_an_attribute_that_goes_stay_elsewhere(string attribute, string text) =>
        Assert.Equal(text, Deidentified.Reading(Somebody().Text(attribute, text).Text("SegmentDescription", text).Build()).Find("SegmentDescription")!.Text);

    [Fact]
    public void A_term_that_descriptors_may_hold_stays_where_they_are_cleaned() =>
        Assert.Equal("COERCE", Deidentified.Reading(Somebody().Text("ReasonForTheAttributeModification", "COERCE").Build(), ProfileOf.Research()).Find("ReasonForTheAttributeModification")!.Text);

    [Theory]
    [InlineData("http://pacs.brelvan.example/wado", null)]
    [InlineData("models/lens.stl", "models/lens.stl")]
    public void A_relative_address_that_names_a_host_goes(string text, string? expected) =>
        Assert.Equal(expected, Deidentified.Reading(Somebody().Text("RelativeURIReferenceWithinEncapsulatedDocument", text).Build()).Find("RelativeURIReferenceWithinEncapsulatedDocument")?.Text.TrimEnd());

    [Theory]
    [InlineData("26.06.22")]
    [InlineData("26/06/22")]
    public void A_birth_date_with_two_digits_of_the_year_goes(string text)
    {
        var source = Somebody().Text("PatientBirthDate", "19220626").Text("Manufacturer", text).Build();

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
        var source = Somebody().Text("FrameOfReferenceUID", "1.2.77.9").Sequence("ReferencedImageSequence", item => item.Text(attribute, uid)).Build();

        Assert.DoesNotContain(Deidentified.Reading(source).All, element => element.Tag == Reading(attribute) && element.Text == uid);

        static uint Reading(string keyword) => Support.Reading.FileReading.TagOf(keyword);
    }

    [Theory]
    [InlineData("LO")]
    [InlineData("CS")]
    [InlineData("ST")]
    [InlineData("UN")]
    public void A_name_is_known_by_its_attribute_whatever_representation_the_file_gives_it(string vr)
    {
        var source = new InstanceBuilder().Text("PatientName", "WOLPERTINKEL^HULDA", vr).Text("Manufacturer", "for Wolpertinkel").Build();

        Assert.Equal("for [removed]", Deidentified.Reading(source).Find("Manufacturer")!.Text);
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
        var source = Somebody().Text("StudyDate", "20240311").Text(attribute, text).Build();

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

    [Theory]
    [InlineData("IssuerOfPatientID", "KLABID")]
    [InlineData("OrderEntererLocation", "Ward Moorhenlow")]
    [InlineData("PerformedStationAETitle", "KLABPACS1")]
    [InlineData("ClinicalTrialProtocolID", "TRIAL-88-X")]
    [InlineData("PatientReligiousPreference", "Moorhenite")]
    [InlineData("MilitaryRank", "Obergruppler")]
    [InlineData("CountryOfResidence", "Moorhenland")]
    [InlineData("RequestedProcedureLocation", "Moorhenlow Tower")]
    public void A_value_that_goes_from_its_own_element_goes_from_texts(string attribute, string value)
    {
        var source = Somebody().Text(attribute, value).Text("ApplicationName", "see " + value).Text("ImageComments", "see " + value).Build();

        Assert.Equal("see [removed]", Deidentified.Reading(source).Find("ApplicationName")!.Text);
        Assert.Equal("see [removed]", Deidentified.Reading(source, ProfileOf.Research()).Find("ImageComments")!.Text);
    }

    /// <summary>
    /// Each attribute that the profile takes away, with a word, a number or two words of its own: none stands in a text that
    /// stays. Descriptions and comments are left out, whose words are clinical, and terms.
    /// </summary>
    [Theory]
    [InlineData(ProfileBuilder.Basic, "word")]
    [InlineData(ProfileBuilder.Basic, "number")]
    [InlineData(ProfileBuilder.Basic, "words")]
    [InlineData(ProfileBuilder.Research, "word")]
    [InlineData(ProfileBuilder.Research, "number")]
    [InlineData(ProfileBuilder.Research, "words")]
    public void No_value_that_goes_from_its_own_element_stays_in_a_text(string profile, string form)
    {
        var attributes = RemovedAttributes(profile).ToArray();
        var values = attributes.Select((_, i) => Coined(form, i)).ToArray();
        var instance = Somebody().Text("SegmentDescription", string.Join("; ", values));
        for (var i = 0; i < attributes.Length; i++)
            instance.Text(attributes[i], values[i]);

        var text = Deidentified.Reading(instance.Build(), Deidentified.Profile(profile)).Find("SegmentDescription")!.Text;

        Assert.True(attributes.Length > 60, $"{attributes.Length}");
        Assert.Empty(string.Join(' ', attributes.Where((_, i) => values[i].Split(' ').Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))));
    }

    [Fact]
    public void A_device_that_is_called_as_its_maker_calls_the_model_does_not_take_that_away()
    {
        var output = Deidentified.Reading(Somebody().Text("StationAETitle", "SKYRA").Text("ManufacturerModelName", "Skyra fit").Build());

        Assert.Equal("Skyra fit", output.Find("ManufacturerModelName")!.Text);
    }

    [Fact]
    public void A_device_that_is_called_by_words_of_its_maker_does_not_take_them_away()
    {
        var output = Deidentified.Reading(Somebody().Text("StationName", "GENESIS_SIGNA").Text("Manufacturer", "GENESIS_SIGNA").Build());

        Assert.Equal("GENESIS_SIGNA", output.Find("Manufacturer")!.Text);
    }

    [Fact]
    public void A_name_in_the_bytes_of_a_profile_or_table_of_colours_goes()
    {
        var source = Somebody()
            .Add("ICCProfile", dataset => dataset.Bytes("ICCProfile", [.. new byte[128], .. "desc monitor of wolpertinkel"u8]))
            .Add("RedPaletteColorLookupTableData", dataset => dataset.Bytes("RedPaletteColorLookupTableData", [.. "Wolpertinkel"u8, .. new byte[20]]))
            .Add("GreenPaletteColorLookupTableData", dataset => dataset.Bytes("GreenPaletteColorLookupTableData", [1, 2, 3, 4, 5, 6, 7, 8])).Build();

        var output = Deidentified.Reading(source);

        Assert.Null(output.Find("ICCProfile"));
        Assert.Equal(new byte[32], output.Find("RedPaletteColorLookupTableData")!.Value);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], output.Find("GreenPaletteColorLookupTableData")!.Value);
    }

    [Theory]
    [InlineData("utf-8", "Волпертинков")]
    [InlineData("iso-8859-5", "Волпертинков")]
    [InlineData("shift_jis", "山猿五郎")]
    [InlineData("big5", "王小明")]
    public void A_name_in_an_undeclared_character_set_is_known_by_its_bytes(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(encoding).GetBytes(name);
        var source = new InstanceBuilder()
            .Add("PatientName", dataset => dataset.Bytes("PatientName", [.. bytes, .. "^X"u8]))
            .Add("Manufacturer", dataset => dataset.Bytes("Manufacturer", [.. "for "u8, .. bytes])).Build();

        Assert.Equal("for [removed]", Deidentified.Reading(source).Find("Manufacturer")!.Text);
    }

    [Fact]
    public void A_name_goes_from_what_an_earlier_tool_wrote_of_its_work()
    {
        var output = Deidentified.Reading(Somebody().Text("DeidentificationMethod", "by hand; was Wolpertinkel").Build());

        Assert.StartsWith("by hand; was [removed]\\", output.Find("DeidentificationMethod")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_user_names_to_be_kept_stays_as_it_is()
    {
        var source = Somebody().Text("Manufacturer", "for Wolpertinkel").Text("PartialViewDescription", "for Wolpertinkel").Build();

        var output = Deidentified.Reading(source, Deidentified.Profile(ProfileBuilder.Basic, keep: ["Manufacturer", "PartialViewDescription"]));

        Assert.Equal(("for Wolpertinkel", "for Wolpertinkel"), (output.Find("Manufacturer")!.Text, output.Find("PartialViewDescription")!.Text));
    }

    private static IEnumerable<string> RemovedAttributes(string profile)
    {
        var isResearch = profile == ProfileBuilder.Research;
        return StandardTables.Read("confidentiality-profile.tsv")
            .Where(row => row["basic"].Length > 0 && row["basic"] != "U" && row["clean_desc"] == "")
            .Where(row => !isResearch || (row["rtn_pat_chars"] == "" && row["rtn_dev_id"] == ""))
            .Select(row => row["keyword"])
            .Where(keyword => DataDictionary.TryFind(keyword, out var tag) && Planting.Contains(DataDictionary.VrOf(tag).ToString()))
            .Where(keyword => keyword is not ("PatientID" or "PatientName") && !Long.Any(word => keyword.Contains(word, StringComparison.Ordinal)));
    }

    private static string Coined(string form, int index)
    {
        string[] first = ["Brel", "Dwam", "Frost", "Glim", "Hrod", "Jask", "Klev", "Lomp", "Nurv", "Pliv"];
        string[] second = ["anto", "ebbix", "irwen", "ovald", "ushna", "arkov", "elmit", "igrav", "oskel", "undar"];
        var word = first[index % 10] + second[index / 10 % 10] + (index >= 100 ? "ul" : "");
        return form switch
        {
            "number" => $"{73_914_027L + (index * 1_348_373L)}",
            "word" => word,
            _ => $"{word} {second[index % 10]}{first[index / 10 % 10]}ow".ToUpperInvariant(),
        };
    }

    private static InstanceBuilder Somebody() => new InstanceBuilder().Text("PatientName", "Wolpertinkel^Hulda").Text("PatientID", "44109770");

    private static string Planted(Vr vr) => vr == Vr.CS || vr == Vr.AE || vr == Vr.SH ? "A_WOLPERTINKEL"
        : vr == Vr.IS || vr == Vr.DS ? "44109770"
        : vr == Vr.DA || vr == Vr.DT || vr == Vr.TM || vr == Vr.AS ? "Wolpertinkel"
        : "for Wolpertinkel 44109770";

    private static bool HasSecret(byte[] bytes) => Encoding.Latin1.GetString(bytes) is var text
        && (text.Contains("wolpertinkel", StringComparison.OrdinalIgnoreCase) || text.Contains("44109770", StringComparison.Ordinal));

    private static string Name(Tag tag) => $"{tag.Value:X8}";
}
