using Dams.Cleaning.Identifiers;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class LabelledIdentifierDetectorTests
{
    [Theory]
    [InlineData("MRN: 83120477", "83120477")]
    [InlineData("Patient ID K83-120", "K83-120")]
    [InlineData("Fallnummer 2291", "2291")]
    [InlineData("Acc. No. 4482913", "4482913")]
    [InlineData("환자번호: 8812034", "8812034")]
    [InlineData("患者ID：5530219", "5530219")]
    [InlineData("病历号 448201", "448201")]
    [InlineData("N° dossier: 772910", "772910")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new LabelledIdentifierDetector(), text));

    [Theory]
    [InlineData("order 2 of 3")]
    [InlineData("case 12")]
    [InlineData("lesion 4 measures 12 mm")]
    [InlineData("id of the series")]
    [InlineData("fall from 3 m")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new LabelledIdentifierDetector(), text));
}
