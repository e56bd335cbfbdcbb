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
    [InlineData("thx Isoldine, will push the images", "Isoldine")]
    [InlineData("l/m for Isolde Vosk (mom)", "Isolde Vosk")]
    [InlineData("Servus Wiborada, bitte die Bilder", "Wiborada")]
    [InlineData("Rufdienst Quistenberg unterwegs", "Quistenberg")]
    [InlineData("coucou Isoldine, tu peux regarder ?", "Isoldine")]
    [InlineData("astreinte Quistenberg prévenue", "Quistenberg")]
    [InlineData("dejé recado a Isolde Vosk", "Isolde Vosk")]
    [InlineData("buondì Isoldine, la rifaccio", "Isoldine")]
    [InlineData("reperibile Quistenberg parte ora", "Quistenberg")]
    [InlineData("Prof Stein möchte die Bilder", "Stein")]
    [InlineData("schedule with Quistenberg, not today", "Quistenberg")]
    [InlineData("Servus Wiborada, der Kollege kommt und die Bilder auch", "Wiborada")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new LabelledNameDetector(), text));

    [Theory]
    [InlineData("MR thorax")]
    [InlineData("Patient: none")]
    [InlineData("the patient has pain")]
    [InlineData("Dr. consulted")]
    [InlineData("Technologist: none")]
    [InlineData("Patient Murphy positive")]
    [InlineData("Patient Bosniak III")]
    [InlineData("Radiologist: Hughes syndrome")]
    [InlineData("pt BCLC B, ECOG 1")]
    [InlineData("Radiologist: Normal")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new LabelledNameDetector(), text));
}
