using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class LabelledNameDetectorTests
{
    [Theory]
    [InlineData("Dr. Quistenberg", "Quistenberg")]
    [InlineData("Patient: Isolde Vosk", "Isolde Vosk")]
    [InlineData("Mrs. Tremayne called", "Tremayne")]
    [InlineData("referring physician: A. Vosk", "A. Vosk")]
    [InlineData("Herr Quistenberg", "Quistenberg")]
    [InlineData("Technologist: vosk", "vosk")]
    [InlineData("Alrun Quistenberg, MD", "Alrun Quistenberg")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new LabelledNameDetector(), text));

    [Theory]
    [InlineData("MR thorax")]
    [InlineData("Patient: none")]
    [InlineData("the patient has pain")]
    [InlineData("Dr. consulted")]
    [InlineData("Technologist: none")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new LabelledNameDetector(), text));
}
