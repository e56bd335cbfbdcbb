using System.Linq;
using Dams.Cleaning;
using Dams.Cleaning.Names;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>A family's name of one character, as people call a patient whose whole name is in the header.</summary>
public sealed class KnownFamiliesTests
{
    [Theory]
    [InlineData("방^미자", "모친의 동의 하에 방 양의 진정을 시행함", "방")]
    [InlineData("추^영호", "신생아 추 아기, 출생 3시간", "추")]
    [InlineData("함^은숙", "함 산모, 임신 32주", "함")]
    [InlineData("유^선영", "조영직후 유님 재채기", "유")]
    [InlineData("Yoo^Seonyeong", "조영직후 유님 재채기", "유")]
    [InlineData("맹^호진", "취소 맹 2021-05-18 재예약", "맹")]
    [InlineData("顾^明", "新生儿顾之子，出生3小时", "顾")]
    [InlineData("涂^秀英", "那个涂阿姨的片子谁看的", "涂")]
    [InlineData("Tu^Xiuying", "那个涂阿姨的片子谁看的", "涂")]
    [InlineData("靳^伟", "改期 靳 2019-10-08", "靳")]
    [InlineData("毕^强", "毕的2020-2-19片子找不到", "毕")]
    [InlineData("谷^弘", "至急 谷さん B1 もう降りてます", "谷")]
    [InlineData("張^一郎", "R03/03/30 張 腹部CE", "張")]
    [InlineData("張^一郎", "お疲れさまです。張のH30.7.22のデータ", "張")]
    [InlineData("毛^慶太", "delayed phase; 毛 is nauseated", "毛")]
    [InlineData("이^영자", "hold the late phase; 이 is dizzy", "이")]
    [InlineData("Namgoong^Miran", "남궁 19.03.15 영상 없음", "남궁")]
    [InlineData("Namgoong^Miran", "남궁님 도착", "남궁")]
    [InlineData("舒^佳", "系统里舒有两个ID", "舒")]
    public void It_is_found_where_it_names_somebody(string name, string text, string expected) =>
        Assert.Equal([expected], Find(name, text));

    [Theory]
    [InlineData("방^미자", "좌심방 확장, 양 폐 정상, 지방간")]
    [InlineData("우^영호", "우 폐, 좌/우 비교, 경우에 따라")]
    [InlineData("전^은숙", "전 CT와 비교, 수술 전 2회")]
    [InlineData("骨^明", "股骨头坏死，骨 无异常，骨的密度正常")]
    [InlineData("左^強", "左 肺に結節、左の腎臓、左 右差なし")]
    [InlineData("顾^明", "回顾既往影像，顾及功能")]
    [InlineData("谷^弘", "谷部の粘膜、陰窩と谷の深さ")]
    [InlineData("张^伟", "张力性气胸，扩张的胆管")]
    public void It_stays_where_it_is_a_part_of_a_word_or_a_word(string name, string text) =>
        Assert.Empty(Find(name, text));

    private static string[] Find(string name, string text) =>
        [.. new NameDetector([name]).Find(new TokenizedText(text)).Select(finding => text.Substring(finding.Start, finding.Length)).Distinct()];
}
