using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>What a repair leaves as it is, and what it says of that.</summary>
public sealed class RepairRefusalTests : RepairTestBase
{
    [Fact]
    public void Images_beside_masks_are_not_touched()
    {
        Scene.WriteCT("in/CT", "1.2.3.1");
        WriteTwo("in");
        var before = Bytes("in/CT");

        var repaired = Repair("in", null);

        Assert.Equal(2, repaired.Count);
        Assert.Equal(before, Bytes("in/CT"));
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    [CoversError("NotSegmentation")]
    public void What_is_no_segmentation_is_refused_unless_forced()
    {
        Scene.WriteCT("in/CT", "1.2.3.1");
        var before = Bytes("in");

        Assert.Empty(Repair("in", null));

        Assert.Equal("NotSegmentation", Assert.Single(Scene.Listener.Failures).Error.Id);
        Assert.Equal(before, Bytes("in"));
        var forced = SegmentationRepair.Run(
            [Scene["in"]], new RepairOptions(Scene.Key, null) { Force = true }, new RunContext(Scene.Listener));
        Assert.Equal(5, Assert.Single(forced).InstanceCount);
    }

    [Fact]
    public void A_SEG_object_with_identifiers_of_its_own_keeps_them()
    {
        Scene.WriteCT("in/CT", "1.2.3.1");
        Scene.WriteObject("in/a.dcm", "1.2.3.50");
        Scene.WriteObject("in/b.dcm", "1.2.3.1");
        var before = File.ReadAllBytes(Scene["in/a.dcm"]);

        var repaired = Repair("in", null);

        Assert.Equal("1.2.3.50", repaired[0].SeriesInstanceUID);
        Assert.Equal(before, File.ReadAllBytes(Scene["in/a.dcm"]));
        Assert.StartsWith("2.25.", repaired[1].SeriesInstanceUID, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_at_the_target_is_not_replaced()
    {
        WriteTwo("in");
        File.WriteAllText(Made("out/Segmentations/SeriesNo_3/SegmentationNo_0/IM2"), "somebody's");

        var repaired = Repair("in", "out");

        Assert.Equal("OutputExists", Assert.Single(Scene.Listener.Failures).Error.Id);
        Assert.Equal(2, repaired[0].InstanceCount);
        Assert.Equal("somebody's", File.ReadAllText(Scene["out/Segmentations/SeriesNo_3/SegmentationNo_0/IM2"]));
        Assert.DoesNotContain(Scene.FilesOf(Scene["out"]), file => file.EndsWith("partial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_destination_inside_the_source_is_refused()
    {
        WriteTwo("in");

        var error = Assert.Throws<DamsException>(() => Repair("in", "in/out"));

        Assert.Equal("DestinationInsideSource", error.Id);
    }

    [Fact]
    public void A_broken_slice_is_told_and_the_others_are_repaired()
    {
        WriteTwo("in");
        var path = Scene["in/Segmentations/SeriesNo_3/SegmentationNo_0/IM3"];
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^3]);

        var repaired = Repair("in", "out");

        Assert.Equal([2, 3], repaired.Select(series => series.InstanceCount));
        Assert.Equal("TruncatedElement", Assert.Single(Scene.Listener.Failures).Error.Id);
    }
}
