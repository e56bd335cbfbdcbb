using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class JapaneseTests
{
    [Theory]
    [InlineData("", "長女 鈴木健二様 同席、", "長女 [removed] 同席、")]
    [InlineData("", "術者 藤井信治 助手 藤井裕子", "術者 [removed] 助手 [removed]")]
    [InlineData("", "受診後に東都大学附属病院で手術", "受診後に[removed]で手術")]
    [InlineData("山田^陽子", "Yamada Yoko, YAMADA Youko 頭部MRI", "[removed] 頭部MRI")]
    [InlineData("Yamada^Yoko", "患者 山田陽子 様", "患者 [removed]")]
    [InlineData("", "神奈川県鎌倉市御成町18-10、病棟 7B", "[removed]、病棟 [removed]")]
    public void What_identifies_in_Japanese_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("特記すべき異常所見なし。オムニパーク300")]
    public void Words_of_medicine_in_Japanese_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
