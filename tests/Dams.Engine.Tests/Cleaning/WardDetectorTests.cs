using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class WardDetectorTests
{
    [Theory]
    [InlineData("transferred to ward 7B today", "7B")]
    [InlineData("Station Innere 2 verständigt", "Innere 2")]
    [InlineData("病棟 5東 より搬送", "5東")]
    [InlineData("병동 62 환자", "62")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new WardDetector(), text));

    [Theory]
    [InlineData("ward round done")]
    [InlineData("liver segment 7")]
    [InlineData("hospitalisé en 2019")]
    [InlineData("Station stabil")]
    [InlineData("slice 12 of 40")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new WardDetector(), text));
}
