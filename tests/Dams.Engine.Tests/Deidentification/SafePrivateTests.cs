using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>RetainSafePrivate (PS3.15 section E.3.10).</summary>
public sealed class SafePrivateTests
{
    private static readonly Profile Safe = ProfileOf.Basic(ProfileOption.RetainSafePrivate);

    [Theory]
    [InlineData("0019,0010", "0019,1023", "0019,1024", "0019,1099")]
    [InlineData("0019,0011", "0019,1123", "0019,1124", "0019,1199")]
    [InlineData("0019,00E7", "0019,E723", "0019,E724", "0019,E799")]
    public void A_safe_element_stays_in_whatever_block_its_creator_reserved(string creator, string safe, string alsoSafe, string other)
    {
        var output = Deidentified.Reading(
            new InstanceBuilder().Text(creator, "GEMS_ACQU_01", "LO").Text(safe, "42.5", "DS").Text(alsoSafe, "7", "DS").Text(other, "Muster^Erika", "LO").Build(), Safe);

        Assert.Equal(("GEMS_ACQU_01", "42.5", "7"), (output.Find(creator)?.Text, output.Find(safe)?.Text, output.Find(alsoSafe)?.Text));
        Assert.Null(output.Find(other));
    }

    [Fact]
    public void The_place_of_a_safe_element_in_the_block_of_another_creator_is_not_safe()
    {
        var output = Deidentified.Reading(new InstanceBuilder()
            .Text("0019,0010", "NOBODY 1.0", "LO").Text("0019,1023", "Muster", "LO")
            .Text("0019,0011", "GEMS_ACQU_01", "LO").Text("0019,1123", "42.5", "DS").Build(), Safe);

        Assert.Equal(["0019,0011", "0019,1123"], output.Dataset.Where(element => element.Tag >> 16 == 0x0019).Select(element => element.Name));
    }

    [Fact]
    public void A_creator_without_a_safe_element_goes() => Assert.Null(Deidentified.Reading(
        new InstanceBuilder().Text("0019,0010", "GEMS_ACQU_01", "LO").Text("0019,1099", "x", "LO").Build(), Safe).Find("0019,0010"));

    [Fact]
    public void A_safe_sequence_stays_and_is_cleaned_inside()
    {
        var source = new InstanceBuilder().Text("2001,0010", "Philips Imaging DD 001", "LO")
            .Sequence("2001,105F", stack => stack
                .Text("PatientName", "Muster^Erika").Text("ReferencedSOPInstanceUID", "1.2.3.4")
                .Text("2001,0010", "Philips Imaging DD 001", "LO").Text("2001,1025", "4.6", "SH").Text("2001,10F0", "Muster", "LO"))
            .Build();

        var item = Deidentified.Reading(source, Safe).Find("2001,105F")!.Items!.Single();

        Assert.Equal("4.6", FileReading.Find(item.Elements, "2001,1025")?.Text);
        Assert.Equal(TestKey.NewUid("1.2.3.4"), FileReading.Find(item.Elements, "ReferencedSOPInstanceUID")?.Text);
        Assert.Null(FileReading.Find(item.Elements, "2001,10F0"));
        Assert.DoesNotContain("Muster", Encoding.Latin1.GetString(Deidentified.Bytes(source, Safe)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_safe_element_is_told_where_the_file_names_no_value_representations()
    {
        var output = Deidentified.Reading(new InstanceBuilder(syntax: Syntax.ImplicitLittle)
            .Text("0019,0012", "GEMS_ACQU_01", "LO").Text("0019,1223", "42.5", "DS").Text("0019,1299", "Muster", "LO").Build(), Safe);

        Assert.Equal("42.5", output.Find("0019,1223")?.Text);
        Assert.Null(output.Find("0019,1299"));
    }

    [Fact]
    public void A_safe_UID_is_mapped_and_stays_with_the_option_for_UIDs()
    {
        var source = new InstanceBuilder().Text("0099,0010", "NQHeader", "LO").Text("0099,1002", "1.2.3.77", "UI").Build();

        Assert.Equal(TestKey.NewUid("1.2.3.77"), Deidentified.Reading(source, Safe).Find("0099,1002")?.Text);
        Assert.Equal("1.2.3.77", Deidentified.Reading(source, ProfileOf.Basic(ProfileOption.RetainSafePrivate, ProfileOption.RetainUIDs)).Find("0099,1002")?.Text);
    }

    [Fact]
    public void What_is_known_of_the_patient_does_not_stay_in_a_safe_text()
    {
        var source = new InstanceBuilder().Text("0019,0010", "GEMS_ACQU_01", "LO").Text("0019,109E", "efgre Muster", "LO").Build();

        Assert.Equal("efgre [removed]", Deidentified.Reading(source, ProfileOf.Research()).Find("0019,109E")?.Text);
    }

    [Theory]
    [InlineData("0019,0010", "GEMS_ACQU_01", "0019,1023", "table at 3", "DS")]
    [InlineData("0019,0010", "GEMS_ACQU_01", "0019,1023", "Mustermann", "OB")]
    [InlineData("0019,0010", "SIEMENS MR HEADER", "0019,100E", "Mustermann, Eva ", "OB")]
    public void A_safe_element_stays_only_with_a_value_of_its_representation(string reserved, string creator, string attribute, string value, string vr) =>
        Assert.Null(Deidentified.Reading(new InstanceBuilder().Text(reserved, creator, "LO").Text(attribute, value, vr).Build(), Safe).Find(attribute));

    [Fact]
    public void A_safe_text_is_cleaned_though_no_option_cleans_texts()
    {
        var source = new InstanceBuilder().Text("0019,0010", "GEMS_ACQU_01", "LO").Text("0019,109E", "efgre Muster Dr. Rumphold", "LO").Build();

        Assert.Equal("efgre [removed] Dr. [removed]", Deidentified.Reading(source, Safe).Find("0019,109E")?.Text);
    }
}
