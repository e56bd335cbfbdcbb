using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class TrailingInitialsDetectorTests
{
    [Theory]
    [InlineData("SAG_T1_QuistenbergBB", "QuistenbergBB")]
    [InlineData("VoskyleK_thorax", "VoskyleK")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new TrailingInitialsDetector(), text));

    [Theory]
    [InlineData("SAG_T1_ContrastMR")]
    [InlineData("FlairMR_axial")]
    [InlineData("T1_MPRAGE")]
    [InlineData("Quistenberg_CT")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new TrailingInitialsDetector(), text));
}
