using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class ShortHospitalDetectorTests
{
    [Theory]
    [InlineData("2年前在市三院手术", "市三院")]
    [InlineData("浙大一院CT提示占位", "浙大一院")]
    [InlineData("从川大转来", "川大")]
    [InlineData("三院，胃镜已做", "三院")]
    [InlineData("曾于安医大附二院就诊", "安医大附二院")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new ShortHospitalDetector(), text));

    [Theory]
    [InlineData("肝脏增大，较前扩大，最大径12mm")]
    [InlineData("住院一周，出院，入院，外院CT")]
    [InlineData("到大医院，于三级医院随访")]
    [InlineData("山大。南大。肺大泡")]
    [InlineData("二尖瓣，三支病变，一侧")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new ShortHospitalDetector(), text));
}
