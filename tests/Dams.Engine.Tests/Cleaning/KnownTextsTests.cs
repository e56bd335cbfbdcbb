using System.Linq;
using Dams.Cleaning.Names;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class KnownTextsTests
{
    [Theory]
    [InlineData("김민서 김민", "김민서|민서|김민|박하늘", "0+3 0+2 1+2 4+2")]
    [InlineData("aaaa", "aa|aaa", "0+2 0+3 1+2 1+3 2+2")]
    [InlineData("金", "金珉", "")]
    [InlineData("", "金珉", "")]
    [InlineData("金珉", "", "")]
    public void Each_of_several_texts_is_found_wherever_it_stands(string text, string known, string expected)
    {
        var texts = new KnownTexts();
        foreach (var each in known.Split('|').Where(each => each.Length > 0))
            texts.Add(each);

        Assert.Equal(expected.Split(' ').Where(place => place.Length > 0).Order(), texts.Find(text).Select(finding => $"{finding.Start}+{finding.Length}").Order());
    }
}
