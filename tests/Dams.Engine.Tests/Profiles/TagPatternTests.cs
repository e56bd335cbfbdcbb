using Dams.Dicom.Dictionary;
using Xunit;

namespace Dams.Tests.Profiles;

public sealed class TagPatternTests
{
    [Theory]
    [InlineData("50xxxxxx", 0x50001234, true)]
    [InlineData("50xxxxxx", 0x50FE0000, true)]
    [InlineData("50xxxxxx", 0x51001234, false)]
    [InlineData("60xx3000", 0x60003000, true)]
    [InlineData("60xx3000", 0x601E3000, true)]
    [InlineData("60xx3000", 0x60003001, false)]
    [InlineData("private", 0x00090010, true)]
    [InlineData("private", 0x00081030, false)]
    [InlineData("00100010", 0x00100010, true)]
    [InlineData("00100010", 0x00100011, false)]
    public void A_pattern_means_the_tags_that_agree_in_its_digits(string pattern, uint tag, bool expected) =>
        Assert.Equal(expected, TagPattern.Parse(pattern).Matches(new Tag(tag)));

    [Theory]
    [InlineData("00100010", true)]
    [InlineData("60xx3000", false)]
    [InlineData("private", false)]
    public void Only_a_pattern_without_places_means_one_tag(string pattern, bool expected) =>
        Assert.Equal(expected, TagPattern.Parse(pattern).IsExact);
}
