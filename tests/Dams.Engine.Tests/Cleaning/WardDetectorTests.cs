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
    [InlineData("called 7T, nurse busy", "7T")]
    [InlineData("stable, transport back to P3 by porter", "P3")]
    [InlineData("Pat liegt auf N3, bitte abrufen", "N3")]
    [InlineData("remontée en 3C, pansement sec", "3C")]
    [InlineData("llamé a P2-08, baja a las 2", "P2-08")]
    [InlineData("rientra in R-12 con drenaggio", "R-12")]
    [InlineData("left his dentures on 3C, please send", "3C")]
    [InlineData("ha perso gli occhiali in 214.", "214")]
    [InlineData("nurse Isolde in 4N says she is late", "4N")]
    [InlineData("bitte heute noch N3 Rö-Thx im Bett", "N3")]
    [InlineData("biopsy done, to 7T stable.", "7T")]
    [InlineData("Schwester Isolde (H1) informiert", "H1")]
    [InlineData("김님 D4 내려왔습니다", "D4")]
    [InlineData("김님 62 올라왔습니다", "62")]
    [InlineData("6C 已下楼", "6C")]
    [InlineData("回6C 留置针别拔", "6C")]
    [InlineData("骨科C2患者", "C2")]
    [InlineData("田中さん 17 もう降りてます", "17")]
    [InlineData("62 김간호사 통화", "62")]
    [InlineData("코드블루 62 해제", "62")]
    [InlineData("auf die Station 6.2 verlegt", "6.2")]
    [InlineData("Station 7b verständigt", "7b")]
    [InlineData("rientro in degenza C/3, parametri stabili", "C/3")]
    [InlineData("chest drain inserted on 9B by the registrar", "9B")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new WardDetector(), text));

    [Theory]
    [InlineData("ward round done")]
    [InlineData("liver segment 7")]
    [InlineData("hospitalisé en 2019")]
    [InlineData("Station stabil")]
    [InlineData("slice 12 of 40")]
    [InlineData("called 3 times, moved during T2")]
    [InlineData("compared to T2 FS, extends from C3 to T2, back to 4 mm")]
    [InlineData("Höhe C4, liegt auf 3 Etagen, Verlauf zu L5")]
    [InlineData("hernie de L4, étendue au S1, passé à 12 mm")]
    [InlineData("baja de 12 a 8 mm, pasa a 3")]
    [InlineData("scende da 12 mm, protrusione in L5")]
    [InlineData("compared to T2 stable")]
    [InlineData("left the department in 2019")]
    [InlineData("drain 8F exchanged, drain 10F")]
    [InlineData("Lymphknoten (N3), Schwester informiert")]
    [InlineData("RM 3T de la rodilla en el paciente")]
    [InlineData("HTA, IMC 34, la patiente est suivie")]
    [InlineData("혈압 120 내려감, 수치 12 올라갔음")]
    [InlineData("T2 상승, L4 압박골절, S8 결절")]
    [InlineData("回声12 mm，返流2级，下来后复查")]
    [InlineData("screws inserted on both sides in L4, in L5")]
    [InlineData("Station stabil, 6.2 mm")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new WardDetector(), text));
}
