using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Chinese and Japanese given names alone.</summary>
public sealed class HanGivensTests
{
    [Theory]
    [InlineData("妈（秀兰）在外", "秀兰")]
    [InlineData("母(恵子)付添", "恵子")]
    [InlineData("娘恵子同意書", "恵子")]
    [InlineData("女儿秀兰签同意书", "秀兰")]
    [InlineData("哈喽秀兰 帮看一下", "秀兰")]
    [InlineData("秀兰那边问片子", "秀兰")]
    public void They_are_found_where_somebody_is_meant(string text, string found) => Assert.Equal(found, Detected.By(new HanNameDetector(), text));

    [Theory]
    [InlineData("母亲（高血压）已故")]
    [InlineData("父（糖尿病）、母（健在）")]
    [InlineData("转给门诊，问下时间，右侧那边")]
    [InlineData("亲，报告已出")]
    [InlineData("娘の同意書あり。妻が付添。")]
    public void Other_words_there_stay(string text) => Assert.Equal("", Detected.By(new HanNameDetector(), text));
}
