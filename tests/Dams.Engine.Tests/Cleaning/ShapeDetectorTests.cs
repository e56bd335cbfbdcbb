using Dams.Cleaning.Identifiers;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class ShapeDetectorTests
{
    [Theory]
    [InlineData("pt 93M with cough", "93")]
    [InlineData("pt 93m with cough", "93")]
    [InlineData("pt 101 F with cough", "101")]
    [InlineData("mail to i.vosk@example.org please", "i.vosk@example.org")]
    [InlineData("SSN 219-09-9999", "219-09-9999")]
    [InlineData("call +49 30 1234567 8", "+49 30 1234567 8")]
    [InlineData("aged 93 years", "93")]
    [InlineData("(555) 123-4567", "(555) 123-4567")]
    [InlineData("850101-2345678", "850101-2345678")]
    [InlineData("http://pacs.example.org/x", "http://pacs.example.org/x")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new ShapeDetector(), text));

    [Theory]
    [InlineData("HMDP-Tc99m 740 MBq")]
    [InlineData("walks 110 m without pause")]
    [InlineData("12.3 x 4.5 x 6.7 mm")]
    [InlineData("aged 63 years")]
    [InlineData("series 3 of 12")]
    [InlineData("120 kV, 240 mAs")]
    [InlineData("Version 3.2.1.0")]
    [InlineData("TR 4500 TE 90")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new ShapeDetector(), text));
}
