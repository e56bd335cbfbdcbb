using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Korean names that stand in one word with a label, or before what somebody did.</summary>
public sealed class KoreanJoinedLabelsTests
{
    [Theory]
    [InlineData("간호사편다은 확인", "편다은")]
    [InlineData("대리입력편다은", "편다은")]
    [InlineData("판편다은 확편지호", "편다은|편지호")]
    [InlineData("딸미소 동의서 서명", "미소")]
    [InlineData("보호자명숙에게 설명", "명숙")]
    [InlineData("편다은 조영 가능", "편다은")]
    [InlineData("탁솔 연락됨", "탁솔")]
    public void The_name_is_found_without_the_label(string text, string found) => Assert.Equal(found, Detected.By(new AsianNameDetector(), text));

    [Theory]
    [InlineData("판독지연, 판상형, 판막, 확인정지")]
    [InlineData("의사소통 장애")]
    [InlineData("확장된 담관, 확대 촬영")]
    [InlineData("기관지 확장, 기저부 음영")]
    [InlineData("환자상태 양호, 보호자동의")]
    [InlineData("예정일, 예정인 시술")]
    [InlineData("맹장 절제. 왕성한. 나선형")]
    [InlineData("설명한 소견, 사용한 조영제")]
    [InlineData("제한이 있음, 인지기능 저하")]
    [InlineData("간내담관, 간문맥, 간우엽")]
    [InlineData("작은 결절, 승모판 역류, 담낭벽")]
    public void Words_that_start_like_a_label_stay(string text) => Assert.Equal("", Detected.By(new AsianNameDetector(), text));
}
