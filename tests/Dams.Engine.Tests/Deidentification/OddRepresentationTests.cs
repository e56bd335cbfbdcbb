using System;
using System.Text;
using Dams.Profiles;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Attributes whose value representation in the file is not that of the standard.</summary>
public sealed class OddRepresentationTests
{
    [Theory]
    [InlineData("US")]
    [InlineData("FD")]
    [InlineData("AT")]
    [InlineData("OW")]
    [InlineData("OB")]
    [InlineData("UN")]
    [InlineData("UT")]
    public void A_name_and_a_number_go_whatever_the_file_calls_them(string vr)
    {
        var source = new InstanceBuilder().Text("PatientName", "Muster^Erika", vr).Text("PatientID", "MRN-4711", vr).Build();

        foreach (var profile in ProfileBuilder.Names)
            AssertWithout(Deidentified.Bytes(source, Deidentified.Profile(profile)), "Muster", "MRN-4711");
    }

    [Fact]
    public void A_name_that_the_file_calls_a_sequence_goes_with_its_items()
    {
        var source = new InstanceBuilder()
            .Add("PatientName", dataset => dataset.Sequence("PatientName", "SQ", isUndefined: false, item => item.Text("StudyID", "Muster")))
            .Build();

        var output = Deidentified.Bytes(source);

        AssertWithout(output, "Muster");
        Assert.Empty(FileReading.Of(output).Find("PatientName")!.Value);
    }

    [Fact]
    public void A_replacement_that_the_representation_of_the_file_cannot_hold_leaves_nothing()
    {
        var source = new InstanceBuilder().Text("SeriesDescription", "Muster", "US").Build();

        var output = Deidentified.Reading(source, Deidentified.Profile("Basic", replace: new() { ["SeriesDescription"] = "none" }));

        Assert.Empty(output.Find("SeriesDescription")!.Value);
    }

    [Fact]
    public void Text_that_the_file_calls_bytes_is_cleaned_as_text()
    {
        var source = new InstanceBuilder().Text("SequenceName", "tse Muster", "OB").Build();

        Assert.Equal("tse [removed]", Deidentified.Reading(source, ProfileOf.Research()).Find("SequenceName")!.Text);
    }

    private static void AssertWithout(byte[] output, params string[] secrets)
    {
        var text = Encoding.Latin1.GetString(output);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
