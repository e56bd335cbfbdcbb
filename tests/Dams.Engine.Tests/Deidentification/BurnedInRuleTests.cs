using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What a rule of a recipe that blacks out parts of images clears, and what it does not.</summary>
public sealed class BurnedInRuleTests
{
    private const string CT = "1.2.840.10008.5.1.4.1.1.2", Capture = "1.2.840.10008.5.1.4.1.1.7";

    [Fact]
    public void A_band_that_a_rule_blacks_out_does_not_clear_the_rest()
    {
        var image = BurnedInTextTests.Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY");

        Assert.Equal((BurnedInText.Suspected, "Ultrasound, RestOfImage"), BurnedInTextTests.Judge(image, ProfileOf.Basic(ProfileOption.CleanPixelData)));
        Assert.Null(Deidentified.Reading(image.Build(), ProfileOf.Basic(ProfileOption.CleanPixelData)).Find("BurnedInAnnotation"));
    }

    [Fact]
    public void A_rule_whose_author_knows_the_rest_clears_it()
    {
        var profile = ProfileOf.Recipe("""
            { "options": ["CleanPixelData"], "pixels": [{ "modality": "US", "rectangles": [[0, 0, "100%", "25%"]], "restIsClean": true }] }
            """);
        var image = BurnedInTextTests.Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY");

        Assert.Equal((BurnedInText.BlackedOut, "None"), BurnedInTextTests.Judge(image, profile));
        var output = Deidentified.Reading(image.Build(), profile);
        Assert.Equal(("NO", true), (output.Find("BurnedInAnnotation")?.Text, BurnedInTextTests.HasCode(output)));
    }

    [Theory]
    [InlineData("CT", CT, "DERIVED\\SECONDARY\\SCREEN SAVE", "")]
    [InlineData("CT", Capture, "DERIVED\\SECONDARY", "Dose Report")]
    [InlineData("PT", Capture, "DERIVED\\SECONDARY", "Patient Protocol")]
    public void A_dose_sheet_is_taken_whole_and_says_so_whatever_it_says_of_itself(string modality, string sopClass, string type, string description)
    {
        var image = BurnedInTextTests.Image(modality, sopClass, type).Text("BurnedInAnnotation", "NO").Text("SeriesDescription", description);
        var profile = ProfileOf.Basic(ProfileOption.CleanPixelData);

        Assert.Equal((BurnedInText.WhollyBlackedOut, "None"), BurnedInTextTests.Judge(image, profile));
        var output = Deidentified.Reading(image.Build(), profile);
        Assert.Equal(("NO", true), (output.Find("BurnedInAnnotation")?.Text, BurnedInTextTests.HasCode(output)));
        Assert.All(output.Find("PixelData")!.Value, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Bands_that_together_cover_an_image_take_it_whole()
    {
        var profile = ProfileOf.Recipe("""
            { "options": ["CleanPixelData"], "pixels": [{ "modality": "US", "rectangles": [[0, 0, "50%", "100%"], ["50%", 0, "50%", 2], [4, 2, 9, 9]] }] }
            """);

        Assert.Equal((BurnedInText.WhollyBlackedOut, "None"), BurnedInTextTests.Judge(BurnedInTextTests.Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY"), profile));
    }
}
