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
    [InlineData("先生へTEL 38-1207", "38-1207")]
    [InlineData("FAX済 038-38-1207", "038-38-1207")]
    [InlineData("请回电6812-3307", "6812-3307")]
    [InlineData("38-1207へご連絡", "38-1207")]
    [InlineData("3812-1207로 전화 바람", "3812-1207")]
    [InlineData("登83120477保A204417730", "83120477|A204417730")]
    [InlineData("보험 2044177301", "2044177301")]
    [InlineData("http://pacs.example.org/x", "http://pacs.example.org/x")]
    [InlineData("9/41 Thornwick Parade Quistenberg", "9/41 Thornwick Parade Quistenberg")]
    [InlineData("lives 12 State Route 14, needs transport", "12 State Route 14")]
    [InlineData("chez elle, 7 bd. de Quistenberg appt 4", "7 bd. de Quistenberg appt 4")]
    [InlineData("adresse : ch. de la Quistenbergerie 14", "ch. de la Quistenbergerie 14")]
    [InlineData("vive en Cra. 7 # 12-34 con su hija", "Cra. 7 # 12-34")]
    [InlineData("casa en Jr. Quistenberg 120, dpto. 3", "Jr. Quistenberg 120, dpto. 3")]
    [InlineData("vive sola Los Quistenberg 87", "Los Quistenberg 87")]
    [InlineData("residente in V.le Europa 7", "V.le Europa 7")]
    [InlineData("folder E-214-0937", "E-214-0937")]
    [InlineData("Rückruf: -24417", "-24417")]
    [InlineData("guardia Quistenberg hasta las 20, luego De los Thornwick", "Quistenberg|De los Thornwick")]
    [InlineData("Dienst: Quistenberg bis 20, dann Vosk", "Quistenberg|Vosk")]
    [InlineData("erreichbar unter -22481.", "-22481")]
    [InlineData("mobil 0172 / 1230981", "mobil 0172 / 1230981")]
    [InlineData("frail, 93 w, fell", "93")]
    [InlineData("Fax 0221 981236 today", "Fax 0221 981236")]
    [InlineData("casa en Av. Thornwickel 225, dpto. 6", "Av. Thornwickel 225, dpto. 6")]
    [InlineData("the front desk ((216) 555-0134).", "(216) 555-0134")]
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
    [InlineData("Col. lumbar 4 proyecciones, col. Cervical 2")]
    [InlineData("DC Bead 100-300, CA-19-9 41, AO 43-C2, pT3-12")]
    [InlineData("vive sola, 87 años; place de 3 cm")]
    [InlineData("Grade 2 Gardens classification, circuit 3")]
    [InlineData("Cr 1 # 2, av 3")]
    [InlineData("ablation 100 W 6 min, 95 W, 110W")]
    [InlineData("waiting until 20, then CT")]
    [InlineData("范围3000-4000，约1200000个")]
    [InlineData("보험 3종, 접수 2건, 入院12日")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new ShapeDetector(), text));
}
