using System;
using System.Linq;
using System.Text;
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
        Assert.Empty(FileReading.Parse(output).Find("PatientName")!.Value);
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

    [Theory]
    [InlineData("OB")]
    [InlineData("UT")]
    [InlineData("UN")]
    [InlineData("ZZ")]
    [InlineData("\0\0")]
    [InlineData("??")]
    public void A_value_behind_a_length_of_the_wrong_size_is_changed_and_the_file_stays_readable(string vr)
    {
        var source = new InstanceBuilder().Text("Modality", "CT")
            .Add("StudyDate", dataset => dataset.Raw([0x08, 0, 0x20, 0, (byte)vr[0], (byte)vr[1], 8, 0, .. "20240311"u8]))
            .Add("PatientID", dataset => dataset.Raw([0x10, 0, 0x20, 0, (byte)vr[0], (byte)vr[1], 8, 0, .. "MRN-4711"u8]))
            .Build();

        foreach (var profile in ProfileBuilder.Names)
        {
            var output = Deidentified.Bytes(source, Deidentified.Profile(profile));

            AssertWithout(output, "MRN-4711");
            using var file = new OpenedFile(output);
            Assert.Equal("CT", file.Text("Modality"));
            Assert.Equal(Deidentified.Identity.PatientName, file.Text("PatientName"));
        }
    }

    [Theory]
    [InlineData("SQ")]
    [InlineData("UN")]
    public void A_name_in_a_sequence_with_a_length_of_16_bits_goes_and_the_file_stays_readable(string vr)
    {
        var content = FileBuilder.Dataset(vr == "UN" ? Syntax.ImplicitLittle : Syntax.ExplicitLittle, item => item.Text("PatientName", "Muster^Erika"));
        var source = new InstanceBuilder().Add("ReferencedPatientSequence", dataset => dataset
            .Raw([0x08, 0, 0x20, 0x11, (byte)vr[0], (byte)vr[1], (byte)(content.Length + 8), 0]).ItemHeader(0xE000, (uint)content.Length).Raw(content))
            .Build();

        var output = Deidentified.Bytes(source, Deidentified.Encode);

        AssertWithout(output, "Muster");
        using var file = new OpenedFile(output);
        Assert.Equal(2, file.Outline.Count(line => line.EndsWith("PatientName PN SUBJ-0QXZ_NEU", StringComparison.Ordinal)));
    }

    private static void AssertWithout(byte[] output, params string[] secrets)
    {
        var text = Encoding.Latin1.GetString(output);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
