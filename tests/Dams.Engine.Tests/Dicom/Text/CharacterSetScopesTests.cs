using System;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Text;

public sealed class CharacterSetScopesTests
{
    [Fact]
    public void Many_deflated_items_far_from_their_character_set_do_not_hang()
    {
        // To read the character set again for each is to inflate all before it again.
        using var file = new OpenedFile(Syntax.Deflated, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 192")
            .Sequence("ReferencedImageSequence", [.. Enumerable.Repeat<Action<DatasetBuilder>>(item => item.Text("ImageComments", "M\u00FC"), 200_000)]));

        var texts = Enumerable.Range(0, file.Dataset.Count).Where(i => file.Dataset[i].Tag == DatasetBuilder.TagOf("ImageComments"))
            .Select(i => file.File.Values.Text(file.Dataset, i)).Distinct();

        Assert.Equal(["M\u00FC"], texts);
    }

    [Fact]
    public void An_item_without_a_character_set_does_not_take_that_of_the_item_before_it()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Sequence(
            "ReferencedSeriesSequence",
            item => item.Text("SpecificCharacterSet", "ISO_IR 192").Bytes("PatientName", [0x4D, 0xC3, 0xBC], "PN"),
            item => item.Bytes("PatientName", [0x4D, 0xFC], "PN")));

        Assert.Equal("M\u00FC", file.Text("ReferencedSeriesSequence/0/PatientName"));
        Assert.Equal("M\u00FC", file.Text("ReferencedSeriesSequence/1/PatientName"));
    }
}
