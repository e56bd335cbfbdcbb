using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Profiles;

public sealed class ProfileBuilderTests
{
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    [Theory]
    [InlineData("Basic", true)]
    [InlineData("basic", true)]
    [InlineData("RESEARCH", true)]
    [InlineData("Encode", false)]
    [InlineData("ENCODE", false)]
    public void A_name_is_found_whatever_its_case(string name, bool isMarked)
    {
        var output = Deidentified.Reading(Source(), Deidentified.Profile(name));

        Assert.Equal(isMarked, output.Find("PatientIdentityRemoved") is not null);
        Assert.Equal("SUBJ-0QXZ", output.Find("PatientID")!.Text);
    }

    [Fact]
    [CoversError("UnknownProfile")]
    public void A_name_that_is_none_is_an_error_that_tells_the_names()
    {
        var error = Assert.Throws<DamsException>(() => Deidentified.Profile("Basik"));

        Assert.Equal("UnknownProfile", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
        Assert.All(ProfileBuilder.Names, name => Assert.Contains(name, error.Message));
    }

    [Theory]
    [CoversError("UnknownAttribute")]
    [InlineData("remove")]
    [InlineData("keep")]
    [InlineData("replace")]
    public void An_attribute_that_is_none_is_an_error(string list)
    {
        string[] attribute = ["PatientsShoeSize"];
        var error = Assert.Throws<DamsException>(() => Deidentified.Profile(
            "Basic",
            remove: list == "remove" ? attribute : null,
            keep: list == "keep" ? attribute : null,
            replace: list == "replace" ? new Dictionary<string, string> { [attribute[0]] = "43" } : null));

        Assert.Equal("UnknownAttribute", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
    }

    [Theory]
    [CoversError("UnknownOption")]
    [InlineData("Basic")]
    [InlineData("Research")]
    public void A_number_that_is_no_option_is_an_error_and_no_statement_in_the_output(string name) =>
        AssertRefused("UnknownOption", name, (ProfileOption)99);

    [Fact]
    [CoversError("OptionsOfEncode")]
    public void Encode_has_no_options() => AssertRefused("OptionsOfEncode", "Encode", ProfileOption.RetainUIDs);

    [Fact]
    [CoversError("ContradictoryDates")]
    public void Dates_cannot_stay_and_move() => AssertRefused(
        "ContradictoryDates", "Basic", ProfileOption.RetainLongitudinalFullDates, ProfileOption.RetainLongitudinalModifiedDates);

    [Theory]
    [InlineData("SliceThickness")]
    [InlineData("0018,0050")]
    [InlineData("(0018,0050)")]
    [InlineData("00180050")]
    public void What_a_user_removes_is_gone_at_every_level(string attribute)
    {
        var output = Deidentified.Reading(Source(), Deidentified.Profile("Basic", remove: [attribute]));

        Assert.DoesNotContain(output.All, element => element.Tag == FileReading.TagOf("SliceThickness"));
    }

    [Fact]
    public void What_a_user_keeps_keeps_its_bytes_at_every_level()
    {
        var source = Source();
        var output = Deidentified.Reading(source, Deidentified.Profile("Basic", keep: ["StudyDescription", "0009,0010", "0009,1001"]));

        foreach (var attribute in new[] { "StudyDescription", "0009,0010", "0009,1001" })
            Assert.Equal(RawOf(FileReading.Parse(source), attribute), RawOf(output, attribute));
    }

    [Fact]
    public void What_a_user_replaces_has_the_new_value_at_every_level()
    {
        var profile = Deidentified.Profile("Basic", replace: new() { ["StudyDescription"] = "Study of livers", ["SliceThickness"] = "9" });
        var output = Deidentified.Reading(Source(), profile);

        Assert.Equal(["Study of livers", "Study of livers"], TextsOf(output, "StudyDescription"));
        Assert.Equal(["9", "9"], TextsOf(output, "SliceThickness"));
    }

    [Fact]
    public void What_is_replaced_and_missing_is_not_made_up()
    {
        var profile = Deidentified.Profile("Basic", replace: new() { ["SeriesDescription"] = "livers" });

        Assert.Empty(TextsOf(Deidentified.Reading(Source(), profile), "SeriesDescription"));
    }

    [Fact]
    public void Replaced_values_win_over_kept_ones_and_these_over_removed_ones()
    {
        var all = Deidentified.Profile(
            "Basic", ["StudyDescription"], ["StudyDescription"], new() { ["StudyDescription"] = "new" });
        var two = Deidentified.Profile("Basic", ["StudyDescription"], ["StudyDescription"]);

        Assert.Equal(["new", "new"], TextsOf(Deidentified.Reading(Source(), all), "StudyDescription"));
        Assert.Equal(["Muster Studie", "Muster Studie"], TextsOf(Deidentified.Reading(Source(), two), "StudyDescription"));
    }

    [Fact]
    public void The_words_of_Encode_can_be_chosen()
    {
        var profile = Deidentified.Profile("Encode", replace: new() { ["InstitutionName"] = "Hospital A" });
        var source = new InstanceBuilder().Text("InstitutionName", "Musterklinik").Build();

        Assert.Equal("Hospital A", Deidentified.Reading(source, profile).Find("InstitutionName")!.Text);
    }

    private static void AssertRefused(string id, string name, params ProfileOption[] options)
    {
        var request = new ProfileRequest(name, options, [], [], new Dictionary<string, string>());

        var error = Assert.Throws<DamsException>(() => ProfileBuilder.Build(request));

        Assert.Equal((id, ErrorScope.Configuration), (error.Id, error.Scope));
    }

    private static byte[] Source() => new InstanceBuilder()
        .Text("StudyDescription", "Muster Studie")
        .Text("SliceThickness", "2.5")
        .Text("0009,0010", "MUSTER 1.0", "LO")
        .Text("0009,1001", "private text", "LO")
        .Sequence(KeptSequence, item => item.Text("StudyDescription", "Muster Studie").Text("SliceThickness", "2.5"))
        .Build();

    private static string[] TextsOf(FileReading file, string attribute) =>
        [.. file.All.Where(element => element.Tag == FileReading.TagOf(attribute)).Select(element => element.Text)];

    private static byte[][] RawOf(FileReading file, string attribute) =>
        [.. file.All.Where(element => element.Tag == FileReading.TagOf(attribute)).Select(element => element.Raw)];
}
