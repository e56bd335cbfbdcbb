using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Judges;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>What is linked again with the same series keeps its bytes, and what others wrote stays whatever is linked.</summary>
public sealed class RelinkTests : LinkTestBase
{
    private const string Listed = "ReferencedSeriesSequence";

    [Fact]
    public void An_object_in_another_frame_of_reference_keeps_the_series_that_it_lists()
    {
        Scene.WriteCT("in/before", Before);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", frame: "1.2.3.99", references: Scene.SeriesReference(Before, 2, 3, 4), source: Before);
        var request = new LinkRequest([path], [Scene["in/before"]]);

        Link(request);
        var once = File.ReadAllBytes(path);
        Link(request);

        Assert.Equal(once, File.ReadAllBytes(path));
        Assert.Equal([$"{Before}.2", $"{Before}.3", $"{Before}.4"], Instances(path));
    }

    [Fact]
    public void An_object_whose_frames_lie_in_no_plane_of_the_source_keeps_the_series_that_it_lists()
    {
        Scene.WriteCT("in/before", Before);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", first: 40, references: Scene.SeriesReference(Before, 2));
        var request = new LinkRequest([path], [Scene["in/before"]]);

        Link(request);
        var once = File.ReadAllBytes(path);
        Link(request);

        Assert.Equal(once, File.ReadAllBytes(path));
        Assert.Equal([$"{Before}.2"], Instances(path));
        Assert.Contains("NoSourceForFrames", Scene.Listener.Warnings.Select(warning => warning.Id));
    }

    [Fact]
    public void The_source_images_that_frames_name_are_not_replaced_by_those_in_their_planes()
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/after", After);
        // The planes of both series are the same: only the names of the images tell them apart.
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", first: 3, count: 2, source: Before);
        var frames = Scene.OtherElements(path, Listed, "RelatedSeriesSequence");

        Link(new LinkRequest([path], [Scene["in"]]) { Discover = true });

        Assert.Equal(frames, Scene.OtherElements(path, Listed, "RelatedSeriesSequence"));
        Assert.Equal([$"{Before}.3", $"{Before}.4"], Instances(path));
    }

    [Fact]
    public void Another_source_leaves_what_the_frames_of_an_object_still_name()
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/after", After);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", references: Scene.SeriesReference(Before, 2, 3, 4), source: Before);
        Link(new LinkRequest([path], [Scene["in/before"]]));

        Link(new LinkRequest([path], [Scene["in/after"]]));

        Assert.Equal([Before, After], Scene.Values(path, Listed, "SeriesInstanceUID"));
        Assert.Equal(After, Scene.Value(path, "RelatedSeriesSequence", "SeriesInstanceUID"));
    }

    [Fact]
    public void A_partner_that_is_taken_from_an_object_leaves_no_trace()
    {
        Scene.WriteCT("in/before", Before);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");
        var partner = Scene.WriteObject("seg/p.dcm", "1.2.3.61");
        Link(new LinkRequest([path], [Scene["in/before"]]) { PartnerPaths = [partner] });

        Link(new LinkRequest([path], [Scene["in/before"]]));

        Assert.DoesNotContain("1.2.3.61", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)), System.StringComparison.Ordinal);
        Assert.Equal([Before], Scene.Values(path, Listed, "SeriesInstanceUID"));
    }

    [JudgeFact("dciodvfy")]
    public void Linking_twice_makes_no_new_error()
    {
        Scene.WriteCT("in/before", Before);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", frame: "1.2.3.99", references: Scene.SeriesReference(Before, 2, 3, 4), source: Before);
        var before = Errors(path);

        Link(new LinkRequest([path], [Scene["in/before"]]));
        Link(new LinkRequest([path], [Scene["in/before"]]));

        Assert.Empty(Errors(path).Except(before));
    }

    private static IReadOnlyList<string> Instances(string path) =>
        Scene.Values(path, Listed, "ReferencedInstanceSequence", "ReferencedSOPInstanceUID");

    private static string[] Errors(string path) =>
        [.. Judge.Run("dciodvfy", path).Lines.Where(line => line.StartsWith("Error", System.StringComparison.Ordinal)).Distinct()];
}
