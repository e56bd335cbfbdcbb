using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class NameDetectorTests
{
    [Theory]
    [InlineData("Seen with Alrun Quistenberg today", "Alrun Quistenberg")]
    [InlineData("QUISTENBERG, ALRUN", "QUISTENBERG, ALRUN")]
    [InlineData("quistenberg_ct_thorax", "quistenberg")]
    [InlineData("A. Quistenberg came back", "A. Quistenberg")]
    [InlineData("Quistenberg's scan", "Quistenberg")]
    [InlineData("Tremayne-Vosk", "Tremayne-Vosk")]
    [InlineData("Isolde Vosk", "Isolde Vosk")]
    [InlineData("CTQuistenberg2", "CTQuistenberg")]
    [InlineData("with Quis\u00ADtenberg", "Quis\u00ADtenberg")]
    [InlineData("with Q\u200Buisten\u200Bberg", "Q\u200Buisten\u200Bberg")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new NameDetector(["Quistenberg^Alrun^M", "Tremayne-Vosk^Isolde", "\u91D1^\u4E59=Kwakdong^Ilsu"]), text));

    // Two vowels that spell one: what is written in one word is compared as it is.
    [Theory]
    [InlineData("Aaltonen^Anna", "seen AnnaAaltonen", "AnnaAaltonen")]
    [InlineData("Aarnio^Pia", "CT_PIAAARNIO", "PIAAARNIO")]
    [InlineData("Erens^Zoe", "zoeerens", "zoeerens")]
    public void Names_in_one_word_are_found_however_they_are_spelled(string name, string text, string found) =>
        Assert.Equal(found, Detected.By(new NameDetector([name]), text));

    [Theory]
    [InlineData("Liver lesion in segment 7")]
    [InlineData("CT thorax with contrast")]
    [InlineData("quist")]
    [InlineData("Quistenbergklinik")]
    [InlineData("Alruna root extract")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new NameDetector(["Quistenberg^Alrun^M", "Tremayne-Vosk^Isolde", "\u91D1^\u4E59=Kwakdong^Ilsu"]), text));

    [Theory]
    [InlineData("Test^\u0301")]
    [InlineData("Test^A \u0301")]
    [InlineData("Test^-\u0308^B")]
    public void An_accent_alone_is_no_part_of_a_name(string name) =>
        Assert.Equal("Test", Detected.By(new NameDetector([name]), "seen with Test today"));
}
