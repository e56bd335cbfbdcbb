using Dams.Cleaning;
using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class PhraseDetectorTests
{
    [Theory]
    [InlineData("from Thornwick General Hospital", "Thornwick General Hospital")]
    [InlineData("transfer to Thornwick", "Thornwick")]
    [InlineData("QUELLWALD", "QUELLWALD")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new PhraseDetector(["Thornwick General Hospital", "Quellwald"], FindingKind.Institution), text));

    [Theory]
    [InlineData("in general, a hospital bed")]
    [InlineData("general anaesthesia")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new PhraseDetector(["Thornwick General Hospital", "Quellwald"], FindingKind.Institution), text));
}
