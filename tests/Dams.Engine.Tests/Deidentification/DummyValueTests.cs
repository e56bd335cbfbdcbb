using System.Linq;
using Dams.Deidentification;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Xunit;

namespace Dams.Tests.Deidentification;

public sealed class DummyValueTests
{
    [Theory]
    [InlineData("AE")]
    [InlineData("AS")]
    [InlineData("CS")]
    [InlineData("DA")]
    [InlineData("DS")]
    [InlineData("DT")]
    [InlineData("FD")]
    [InlineData("FL")]
    [InlineData("IS")]
    [InlineData("LO")]
    [InlineData("LT")]
    [InlineData("OB")]
    [InlineData("OD")]
    [InlineData("OF")]
    [InlineData("OL")]
    [InlineData("OV")]
    [InlineData("OW")]
    [InlineData("PN")]
    [InlineData("SH")]
    [InlineData("SL")]
    [InlineData("SS")]
    [InlineData("ST")]
    [InlineData("SV")]
    [InlineData("TM")]
    [InlineData("UC")]
    [InlineData("UL")]
    [InlineData("UN")]
    [InlineData("UR")]
    [InlineData("US")]
    [InlineData("UT")]
    [InlineData("UV")]
    public void A_dummy_fits_its_value_representation_and_says_nothing(string name)
    {
        var vr = Vr.Parse(name);
        var value = DummyValue.Create(vr).ToList();
        if (value.Count % 2 != 0)
            value.Add(vr.Padding);

        Assert.True(ValueForm.Fits(name, [.. value]));
        Assert.NotEqual(SampleValue.BytesOf(name), [.. value]);
    }

    [Fact]
    public void A_dummy_stands_in_the_byte_order_and_padding_of_the_file()
    {
        var source = new InstanceBuilder(syntax: Syntax.ExplicitBig)
            .Text("ClinicalTrialSponsorName", "Sponsor of Muster")
            .Text("DestinationAE", "GEHEIM")
            .Build();

        var output = Deidentified.Reading(source);

        Assert.Equal("REMOVED "u8.ToArray(), output.Find("ClinicalTrialSponsorName")!.Value);
        Assert.Equal("REMOVED "u8.ToArray(), output.Find("DestinationAE")!.Value);
    }

    [Fact]
    public void An_attribute_without_a_value_gets_none_made_up()
    {
        var source = new InstanceBuilder().Text("ClinicalTrialSponsorName", "").Build();

        Assert.Empty(Deidentified.Reading(source).Find("ClinicalTrialSponsorName")!.Value);
    }
}
