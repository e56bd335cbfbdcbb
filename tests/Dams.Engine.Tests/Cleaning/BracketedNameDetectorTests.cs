using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class BracketedNameDetectorTests
{
    [Theory]
    [InlineData("TACE 3.4.2021 (Quistenberg), AFP falling", "Quistenberg")]
    [InlineData("letter of 12 May 20 (Thornwick-Vosk)", "Thornwick-Vosk")]
    [InlineData("OP 20210403(Quistenberg)", "Quistenberg")]
    [InlineData("ERCP 03/04/21 (Quistenberg) ok", "Quistenberg")]
    [InlineData("TIPS 03/04/2021 (De los Santos), control", "De los Santos")]
    [InlineData("op del 3.4.2021 Quistenberg: verbale non disponibile", "Quistenberg")]
    public void A_name_in_brackets_behind_a_date_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new BracketedNameDetector(), text));

    [Theory]
    [InlineData("CT 3.4.2021 (Normal)")]
    [InlineData("CT 3.4.2021 (extern)")]
    [InlineData("CT 3.4.2021 (MRCP)")]
    [InlineData("Pumpe (Quistenberg) 3.4.2021")]
    [InlineData("segment 8 (Quistenberg)")]
    [InlineData("stent 8 x 20 (Quistenberg)")]
    [InlineData("CT 3.4.2021 (Quistenberg Trauma Protocol)")]
    [InlineData("Bestrahlung 3.4.2021 (Lebermetastasen)")]
    [InlineData("CT 3.4.2021 Thorax: unauffällig")]
    public void What_names_nobody_is_left(string text) => Assert.Equal("", Detected.By(new BracketedNameDetector(), text));
}
