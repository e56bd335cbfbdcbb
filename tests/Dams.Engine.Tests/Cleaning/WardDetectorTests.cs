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
    [InlineData("김님 D4 내려왔습니다", "D4")]
    [InlineData("김님 62 올라왔습니다", "62")]
    [InlineData("6C 已下楼", "6C")]
    [InlineData("回6C 留置针别拔", "6C")]
    [InlineData("骨科C2患者", "C2")]
    [InlineData("田中さん 17 もう降りてます", "17")]
    [InlineData("62 김간호사 통화", "62")]
    [InlineData("코드블루 62 해제", "62")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new WardDetector(), text));

    [Theory]
    [InlineData("ward round done")]
    [InlineData("liver segment 7")]
    [InlineData("hospitalisé en 2019")]
    [InlineData("Station stabil")]
    [InlineData("slice 12 of 40")]
    [InlineData("혈압 120 내려감, 수치 12 올라갔음")]
    [InlineData("T2 상승, L4 압박골절, S8 결절")]
    [InlineData("回声12 mm，返流2级，下来后复查")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new WardDetector(), text));
}
