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
    [InlineData("wet read K. Quistenberg: no bleed", "K. Quistenberg")]
    [InlineData("Limited by motion. V. Quistenberg", "V. Quistenberg")]
    [InlineData("Diktat K. Quistenberg Schr. E. Thornwickel", "K. Quistenberg|E. Thornwickel")]
    [InlineData("Prot. K. Stein: Leber", "K. Stein")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new LeadingInitialsDetector(), text));

    [Theory]
    [InlineData("A. Carotis")]
    [InlineData("hepatitis B. Lesion")]
    [InlineData("V. Cava")]
    [InlineData("i.v. Contrast")]
    [InlineData("Z.n. Resektion")]
    [InlineData("BCLC B. Quistenberg agreed")]
    [InlineData("Child-Pugh C. Quistenberg agreed")]
    [InlineData("stage E. Quistenberg agreed")]
    [InlineData("z. B. Quistenbergol als Tablette")]
    [InlineData("Embolisation der A. Quistenbergica und weiterer Gefäße")]
    [InlineData("L not R. Quistenberg told")]
    [InlineData("z. B. Stein, Tumor")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new LeadingInitialsDetector(), text));
}
