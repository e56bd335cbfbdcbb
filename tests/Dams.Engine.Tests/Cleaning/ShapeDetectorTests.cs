using Dams.Cleaning.Identifiers;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class ShapeDetectorTests
{
    [Theory]
    [InlineData("mail to i.vosk@example.org please", "i.vosk@example.org")]
    [InlineData("SSN 219-09-9999", "219-09-9999")]
    [InlineData("call +49 30 1234567 8", "+49 30 1234567 8")]
    [InlineData("aged 93 years", "93")]
    [InlineData("(555) 123-4567", "(555) 123-4567")]
    [InlineData("850101-2345678", "850101-2345678")]
    [InlineData("先生へTEL 38-1207", "38-1207")]
    [InlineData("FAX済 038-38-1207", "038-38-1207")]
    [InlineData("请回电6812-3307", "6812-3307")]
    [InlineData("38-1207へご連絡", "38-1207")]
    [InlineData("3812-1207로 전화 바람", "3812-1207")]
    [InlineData("登83120477保A204417730", "83120477|A204417730")]
    [InlineData("보험 2044177301", "2044177301")]
    [InlineData("http://pacs.example.org/x", "http://pacs.example.org/x")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new ShapeDetector(), text));

    [Theory]
    [InlineData("12.3 x 4.5 x 6.7 mm")]
    [InlineData("aged 63 years")]
    [InlineData("series 3 of 12")]
    [InlineData("120 kV, 240 mAs")]
    [InlineData("Version 3.2.1.0")]
    [InlineData("TR 4500 TE 90")]
    [InlineData("范围3000-4000，约1200000个")]
    [InlineData("보험 3종, 접수 2건, 入院12日")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new ShapeDetector(), text));
}
