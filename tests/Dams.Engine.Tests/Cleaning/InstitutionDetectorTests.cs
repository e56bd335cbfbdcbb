using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class InstitutionDetectorTests
{
    [Theory]
    [InlineData("referred by Thornwick Hospital", "Thornwick")]
    [InlineData("Klinikum Nordwinkel", "Nordwinkel")]
    [InlineData("Universitätsspital Quellwald", "Quellwald")]
    [InlineData("새빛병원에서 촬영", "새빛병원")]
    [InlineData("images from Thornwickel Base Hospital today", "Thornwickel")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new InstitutionDetector(), text));

    [Theory]
    [InlineData("the hospital")]
    [InlineData("in hospital for 3 days")]
    [InlineData("clinic visit")]
    [InlineData("local hospital")]
    [InlineData("Dialysé dans le centre du Dr Quistenberg pour la fistule")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new InstitutionDetector(), text));
}
