using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class TagTests
{
    [Theory]
    [InlineData("0010,4000")]
    [InlineData("(0010,4000)")]
    [InlineData("00104000")]
    [InlineData(" 0010,4000 ")]
    public void A_tag_is_read_in_every_form_that_people_write(string text)
    {
        Assert.True(Tag.TryParse(text, out var tag));
        Assert.Equal(new Tag(0x0010, 0x4000), tag);
        Assert.Equal("(0010,4000)", tag.ToString());
    }

    [Theory]
    [InlineData("7fe0,00ff", "(7FE0,00FF)")]
    [InlineData("7FE000FF", "(7FE0,00FF)")]
    [InlineData("FFFF,FFFF", "(FFFF,FFFF)")]
    [InlineData("0000,0000", "(0000,0000)")]
    public void Hexadecimal_digits_may_have_either_case(string text, string expected)
    {
        Assert.True(Tag.TryParse(text, out var tag));
        Assert.Equal(expected, tag.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0010")]
    [InlineData("0010,401")]
    [InlineData("0010,40000")]
    [InlineData("0010,40xx")]
    [InlineData("0010-4000")]
    [InlineData("+0104000")]
    [InlineData("0010, 400")]
    public void What_is_no_tag_is_refused(string? text)
    {
        Assert.False(Tag.TryParse(text, out var tag));
        Assert.Equal(default, tag);
    }

    [Theory]
    [InlineData(0x00090010u, true, true, false)]
    [InlineData(0x000900FFu, true, true, false)]
    [InlineData(0x0009000Fu, true, false, false)]
    [InlineData(0x00090100u, true, false, false)]
    [InlineData(0x00091001u, true, false, false)]
    [InlineData(0x00090000u, true, false, true)]
    [InlineData(0x00100000u, false, false, true)]
    [InlineData(0x00100010u, false, false, false)]
    public void A_tag_tells_what_it_is(uint value, bool isPrivate, bool isCreator, bool isGroupLength)
    {
        var tag = new Tag(value);

        Assert.Equal((isPrivate, isCreator, isGroupLength), (tag.IsPrivate, tag.IsPrivateCreator, tag.IsGroupLength));
        Assert.Equal(value, ((uint)tag.Group << 16) | tag.Element);
    }

    [Fact]
    public void Tags_are_ordered_by_group_and_element()
    {
        Tag[] tags = [new(0xFFFEE000), new(0x00100010), new(0x80000000), new(0x00080060), new(0x0010000F)];

        Assert.Equal([0x00080060u, 0x0010000Fu, 0x00100010u, 0x80000000u, 0xFFFEE000u], tags.Order().Select(tag => tag.Value));
    }

    [Fact]
    public void An_index_gives_each_tag_its_place()
    {
        uint[] tags = [0x00000001, 0x00080005, 0x00100010, 0x7FE00010, 0xFFFEE000];
        var index = new TagIndex(tags);

        Assert.Equal([0, 1, 2, 3, 4], tags.Select(tag => index.Find(new Tag(tag))));
        Assert.All([0u, 2u, 0x00080004u, 0x00100011u, 0xFFFFFFFFu], tag => Assert.Equal(-1, index.Find(new Tag(tag))));
        Assert.Equal(tags, index.Tags);
    }

    [Fact]
    public void An_index_without_tags_finds_none() => Assert.Equal(-1, new TagIndex([]).Find(KnownTag.PatientName));

    [Theory]
    [InlineData(new uint[] { 2, 1 })]
    [InlineData(new uint[] { 1, 1 })]
    public void An_index_refuses_tags_out_of_order(uint[] tags) => Assert.Throws<ArgumentException>(() => new TagIndex(tags));
}
