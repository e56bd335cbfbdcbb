using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class CapitalizedPairDetectorTests
{
    [Theory]
    [InlineData("discussed with Alrun Quistenberg by phone", "Alrun Quistenberg")]
    [InlineData("Isolde Vosk", "Isolde Vosk")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new CapitalizedPairDetector(), text));

    [Theory]
    [InlineData("Right Upper Lobe")]
    [InlineData("Chest Abdomen Pelvis")]
    [InlineData("ALRUN QUISTENBERG")]
    [InlineData("Alrun quistenberg")]
    [InlineData("Siemens Force")]
    [InlineData("subarachnoid blood, Hunt Hess 3, coil")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new CapitalizedPairDetector(), text));
}
