using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Japanese names that only a particle and what people do announce.</summary>
public sealed class JapaneseActorsTests
{
    [Theory]
    [InlineData("小笠原が対応します", "小笠原")]
    [InlineData("本日不在です、小笠原に回してください", "小笠原")]
    [InlineData("小笠原の指示で鎮静", "小笠原")]
    [InlineData("小笠原健に連絡済", "小笠原健")]
    public void The_name_is_found(string text, string found) => Assert.Equal(found, Detected.By(new HanNameDetector(), text));

    [Theory]
    [InlineData("腫大が確認される。中央に報告あり。")]
    [InlineData("上部に連絡する枝。病変の指示する部位。肝内に確認。")]
    public void What_does_the_same_and_is_no_name_stays(string text) => Assert.Equal("", Detected.By(new HanNameDetector(), text));
}
