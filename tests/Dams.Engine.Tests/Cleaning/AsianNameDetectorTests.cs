using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class AsianNameDetectorTests
{
    [Theory]
    [InlineData("곽동일 님", "곽동일")]
    [InlineData("환자: 곽동일", "곽동일")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new AsianNameDetector(), text));

    [Theory]
    [InlineData("간 병변")]
    [InlineData("肝臓に腫瘤")]
    [InlineData("胸部CT")]
    [InlineData("患者：男性")]
    [InlineData("被膜様濃染を伴う、泡沫様の喀痰")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new AsianNameDetector(), text) + Detected.By(new HanNameDetector(), text));

    [Theory]
    [InlineData("担当医：佐久間", "佐久間")]
    [InlineData("患者：欧阳明", "欧阳明")]
    public void A_family_that_is_known_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new HanNameDetector(), text));
}
