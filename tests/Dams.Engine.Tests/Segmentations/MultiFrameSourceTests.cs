using System;
using System.Linq;
using Dams.Tests.Judges;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>The source may be one multi-frame image: references say which of its frames they mean.</summary>
public sealed class MultiFrameSourceTests : LinkTestBase
{
    private const string Frames = "PerFrameFunctionalGroupsSequence";

    [Fact]
    public void Each_frame_refers_to_the_frame_in_its_plane()
    {
        Scene.WriteMultiFrame("in/enhanced/e.dcm", Before, [1, 2, 3, 4, 5]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");

        Link(new LinkRequest([path], [Scene["in"]]) { Discover = true });

        Assert.Empty(Scene.Listener.Failures);
        Assert.Equal(
            ["2", "3", "4"],
            Scene.Values(path, Frames, "DerivationImageSequence", "SourceImageSequence", "ReferencedFrameNumber"));
        Assert.Equal([$"{Before}.1"], Scene.Values(path, "ReferencedSeriesSequence", "ReferencedInstanceSequence", "ReferencedSOPInstanceUID"));
        var row = Assert.Single(Find("seg", "in"));
        Assert.Equal((Before, Scene["in/enhanced/e.dcm"], null), (row.SourceSeriesInstanceUID, row.SourcePath, row.Problem));
    }

    [Fact]
    public void Linking_twice_changes_nothing()
    {
        Scene.WriteMultiFrame("in/enhanced/e.dcm", Before, [1, 2, 3, 4, 5]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");
        Link(new LinkRequest([path], [Scene["in"]]));
        var once = Bytes(Scene["seg"]);

        Link(new LinkRequest([path], [Scene["in"]]));

        Assert.Equal(once, Bytes(Scene["seg"]));
    }

    [Fact]
    public void Phases_in_one_plane_are_all_referred_to()
    {
        Scene.WriteMultiFrame("in/enhanced/e.dcm", Before, [1, 2, 3, 1, 2, 3]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", first: 2, count: 1);

        Link(new LinkRequest([path], [Scene["in"]]));

        Assert.Equal(["2\\5"], Scene.Values(path, Frames, "DerivationImageSequence", "SourceImageSequence", "ReferencedFrameNumber"));
    }

    [Fact]
    public void The_slices_of_a_mask_refer_to_frames_too()
    {
        Scene.WriteMultiFrame("in/enhanced/e.dcm", Before, [1, 2, 3, 4, 5]);
        Scene.WriteMask("raw/Segmentations/SegmentationNo_0", "1.2.3.50", 10);
        var mask = Assert.Single(SegmentationRepair.Run(
            [Scene["raw"]], new RepairOptions(Scene.Key, Scene["staging"]), new RunContext(Scene.Listener)));

        Link(new LinkRequest(mask.Files, [Scene["in"]]));
        var once = Bytes(Scene["staging"]);
        Link(new LinkRequest(mask.Files, [Scene["in"]]));

        Assert.Equal(["2", "3", "4"], mask.Files.Select(file => Scene.Value(file, "SourceImageSequence", "ReferencedFrameNumber")));
        Assert.Equal(once, Bytes(Scene["staging"]));
    }

    [JudgeFact("dciodvfy")]
    public void A_linked_object_has_no_new_error()
    {
        Scene.WriteMultiFrame("in/enhanced/e.dcm", Before, [1, 2, 3, 4, 5]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");
        var before = Errors(path);

        Link(new LinkRequest([path], [Scene["in"]]));

        Assert.Empty(Errors(path).Except(before));
    }

    private static string[] Errors(string path) =>
        [.. Judge.Run("dciodvfy", path).Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Distinct()];
}
