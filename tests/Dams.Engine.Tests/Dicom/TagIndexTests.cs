using System;
using System.Linq;
using Dams.Dicom.Reading;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class TagIndexTests
{
    [Fact]
    public void Every_tag_of_a_set_has_its_place_and_no_other_tag_has_one()
    {
        var tags = DataDictionary.Tags.Select(tag => tag.Value).ToArray();
        var index = new TagIndex(tags);

        for (var i = 0; i < tags.Length; i++)
            Assert.Equal(i, index.Find(new Tag(tags[i])));
        var known = tags.ToHashSet();
        foreach (var tag in tags.SelectMany(tag => new[] { tag + 1, tag - 1, tag ^ 0x00010000, tag ^ 0x80000000 }).Where(tag => !known.Contains(tag)))
            Assert.Equal(-1, index.Find(new Tag(tag)));
        Assert.Equal(known.Contains(0) ? 0 : -1, index.Find(default));
        Assert.Equal(-1, index.Find(new Tag(uint.MaxValue)));
    }

    [Fact]
    public void An_empty_set_has_no_tag() => Assert.Equal(-1, new TagIndex([]).Find(new Tag(0x00100010)));

    [Theory]
    [InlineData(2u, 1u)]
    [InlineData(1u, 1u)]
    public void A_set_out_of_order_is_refused(uint first, uint second) =>
        Assert.Throws<ArgumentException>(() => new TagIndex([first, second]));
}
