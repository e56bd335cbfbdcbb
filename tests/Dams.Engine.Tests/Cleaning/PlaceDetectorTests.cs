using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class PlaceDetectorTests
{
    [Theory]
    [InlineData("lives in Thornwick", "Thornwick")]
    [InlineData("from Alderbrook Falls", "Alderbrook Falls")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new PlaceDetector(), text));

    [Theory]
    [InlineData("lives with his wife")]
    [InlineData("lives in a home")]
    [InlineData("signal falls")]
    [InlineData("metastases in the liver")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new PlaceDetector(), text));
}
