using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>A value that a profile takes out of its own element stands in no text either (PS3.15 section E.1.1).</summary>
public sealed class RemovedValueTests
{
    private static readonly HashSet<string> Planting = ["AE", "LO", "SH", "ST", "UC"];

    // Texts of clinical words, numbers of telephones and zones of time: a word or a number of their own says nothing of them.
    private static readonly string[] Long = ["Description", "Comment", "Topic", "TextString", "Telephone", "Timezone", "SpecialNeeds", "PreMedication"];

    [Theory]
    [InlineData("StationName", "Liver 3 mm")]
    [InlineData("PlateID", "DWI b800")]
    [InlineData("PerformedLocation", "Head first")]
    public void Clinical_words_that_stand_in_an_attribute_that_goes_stay_elsewhere(string attribute, string text) =>
        Assert.Equal(text, Deidentified.Reading(SecretPatient.Instance().Text(attribute, text).Text("SegmentDescription", text).Build()).Find("SegmentDescription")!.Text);

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
        var source = SecretPatient.Instance().Text(attribute, value).Text("ApplicationName", "see " + value).Text("ImageComments", "see " + value).Build();

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
        var instance = SecretPatient.Instance().Text("SegmentDescription", string.Join("; ", values));
        for (var i = 0; i < attributes.Length; i++)
            instance.Text(attributes[i], values[i]);

        var text = Deidentified.Reading(instance.Build(), Deidentified.Profile(profile)).Find("SegmentDescription")!.Text;

        Assert.True(attributes.Length > 60, $"{attributes.Length}");
        Assert.Empty(string.Join(' ', attributes.Where((_, i) => values[i].Split(' ').Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))));
    }

    [Fact]
    public void A_device_that_is_called_as_its_maker_calls_the_model_does_not_take_that_away()
    {
        var output = Deidentified.Reading(SecretPatient.Instance().Text("StationAETitle", "SKYRA").Text("ManufacturerModelName", "Skyra fit").Build());

        Assert.Equal("Skyra fit", output.Find("ManufacturerModelName")!.Text);
    }

    [Fact]
    public void A_device_that_is_called_by_words_of_its_maker_does_not_take_them_away()
    {
        var output = Deidentified.Reading(SecretPatient.Instance().Text("StationName", "GENESIS_SIGNA").Text("Manufacturer", "GENESIS_SIGNA").Build());

        Assert.Equal("GENESIS_SIGNA", output.Find("Manufacturer")!.Text);
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
}
