using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class KoreanPlaceDetectorTests
{
    [Theory]
    [InlineData("경북 포항시 북구 거주", "경북 포항시 북구")]
    [InlineData("가람내과 의뢰", "가람")]
    [InlineData("lives in 화성", "화성")]
    [InlineData("구미 검진센터에서 시행", "구미")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new KoreanPlaceDetector(), text));

    [Theory]
    [InlineData("간우엽 종괴 3cm")]
    [InlineData("내과 의뢰 환자")]
    [InlineData("정상 소견입니다")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new KoreanPlaceDetector(), text));
}
