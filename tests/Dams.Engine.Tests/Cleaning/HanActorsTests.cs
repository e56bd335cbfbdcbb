using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Chinese names that only what people do announces.</summary>
public sealed class HanActorsTests
{
    [Theory]
    [InlineData("鲁思源已联系，可造影", "鲁思源")]
    [InlineData("幽闭 骆佳嘱镇静", "骆佳")]
    [InlineData("要不要跟鲁思源说一下", "鲁思源")]
    [InlineData("今天休息 转骆佳", "骆佳")]
    [InlineData("骆佳批了", "骆佳")]
    [InlineData("补充报告 2021-03-04 骆佳", "骆佳")]
    [InlineData("康宁医院放射科 骆佳", "骆佳")]
    [InlineData("由舒磊于今日更正", "舒磊")]
    [InlineData("昨日来电（骆佳）", "骆佳")]
    public void The_name_is_found(string text, string found) => Assert.Equal(found, Detected.By(new HanNameDetector(), text));

    [Theory]
    [InlineData("转移灶，转归良好，换药后")]
    [InlineData("患者已联系，家属说要复查")]
    [InlineData("高热已退，常规扫描已完成，江湖医生说")]
    [InlineData("由左侧入路，被膜完整，给药途径")]
    [InlineData("病灶（高密度）（左侧）（平扫）（常规）")]
    [InlineData("找石头，找原因，让平卧")]
    public void What_does_the_same_and_is_no_name_stays(string text) => Assert.Equal("", Detected.By(new HanNameDetector(), text));
}
