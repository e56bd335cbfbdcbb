using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class KoreanTests
{
    [Theory]
    [InlineData("Kim^Seoyeon", "환자 김서연 님, 복부 CT", "환자 [removed] 님, 복부 CT")]
    [InlineData("김^서연", "Seo-yeon Kim, Gim Suh-yun MRI", "[removed] MRI")]
    [InlineData("정^지우", "Jung Ji-woo MRI brain", "[removed] MRI brain")]
    [InlineData("", "Namgung Seo-yeon, brain MRI", "[removed], brain MRI")]
    [InlineData("Chung^Taeho", "Mr Chung T2 TSE sag", "Mr [removed] T2 TSE sag")]
    [InlineData("이^상", "환자 이상 내원함. 이상 소견 없음", "환자 [removed] 내원함. 이상 소견 없음")]
    [InlineData("Lee^Sang", "환자 이상 (이상) 내원함", "환자 [removed] ([removed]) 내원함")]
    [InlineData("Lee^Sang", "Lee Sang (이상), chest CT", "[removed] ([removed]), chest CT")]
    [InlineData("이^상", "이상 MRI brain\nPt. 이상 내원\n이상 소견 없음", "[removed] MRI brain\nPt. [removed] 내원\n이상 소견 없음")]
    [InlineData("이^상", "내원한 환자\n이상 소견 없음", "내원한 환자\n이상 소견 없음")]
    [InlineData("", "전공의 박하늘 작성, 보호자 최가람", "전공의 [removed] 작성, 보호자 [removed]")]
    [InlineData("", "서울특별시 강남구 테헤란로 152, 010-1234-5678", "[removed]")]
    public void What_identifies_in_Korean_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("신장 결석, 정상 크기의 심장")]
    public void Words_of_medicine_in_Korean_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
