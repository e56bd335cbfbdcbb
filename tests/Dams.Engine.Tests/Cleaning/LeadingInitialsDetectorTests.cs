using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class LeadingInitialsDetectorTests
{
    [Theory]
    [InlineData("F.H. Quistenberg", "F.H. Quistenberg")]
    [InlineData("J. Smith", "J. Smith")]
    [InlineData("seen today, (K. Tremayne)", "K. Tremayne")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new LeadingInitialsDetector(), text));

    [Theory]
    [InlineData("A. Carotis")]
    [InlineData("hepatitis B. Lesion")]
    [InlineData("V. Cava")]
    [InlineData("i.v. Contrast")]
    [InlineData("Z.n. Resektion")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new LeadingInitialsDetector(), text));
}
