using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class ChineseTests
{
    [Theory]
    [InlineData("王^小明", "姓名 王 小 明", "姓名 [removed]")]
    [InlineData("Zhang^Xiaoming", "患者张晓明,行腹部CT检查", "患者[removed],行腹部CT检查")]
    [InlineData("张^晓明", "Zhang Xiao Ming, Chang Xiaoming", "[removed]")]
    [InlineData("", "审核医师:王海燕 家属刘秀英代诉", "审核医师:[removed] 家属[removed]代诉")]
    [InlineData("", "住址:北京市海淀区中关村大街27号,医保号A882850597", "住址:[removed],医保号[removed]")]
    public void What_identifies_in_Chinese_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("双肺纹理清晰,未见明显异常。黄韧带肥厚")]
    public void Words_of_medicine_in_Chinese_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
