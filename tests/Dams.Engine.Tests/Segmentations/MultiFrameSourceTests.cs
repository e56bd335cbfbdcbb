using System;
using System.Globalization;
using System.Linq;
using Dams.Tests.Judges;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>The source may be one multi-frame image: references say which of its frames they mean.</summary>
public sealed class MultiFrameSourceTests : LinkTestBase
{
    private const string EnhancedCT = "1.2.840.10008.5.1.4.1.1.2.1";
    private const string Frames = "PerFrameFunctionalGroupsSequence";

    [Fact]
    public void Each_frame_refers_to_the_frame_in_its_plane()
    {
        Write("in/enhanced/e.dcm", frames: [1, 2, 3, 4, 5]);
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
        Write("in/enhanced/e.dcm", frames: [1, 2, 3, 4, 5]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");
        Link(new LinkRequest([path], [Scene["in"]]));
        var once = Bytes(Scene["seg"]);

        Link(new LinkRequest([path], [Scene["in"]]));

        Assert.Equal(once, Bytes(Scene["seg"]));
    }

    [Fact]
    public void Phases_in_one_plane_are_all_referred_to()
    {
        Write("in/enhanced/e.dcm", frames: [1, 2, 3, 1, 2, 3]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", first: 2, count: 1);

        Link(new LinkRequest([path], [Scene["in"]]));

        Assert.Equal(["2\\5"], Scene.Values(path, Frames, "DerivationImageSequence", "SourceImageSequence", "ReferencedFrameNumber"));
    }

    [Fact]
    public void The_slices_of_a_mask_refer_to_frames_too()
    {
        Write("in/enhanced/e.dcm", frames: [1, 2, 3, 4, 5]);
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
        Write("in/enhanced/e.dcm", frames: [1, 2, 3, 4, 5]);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");
        var before = Errors(path);

        Link(new LinkRequest([path], [Scene["in"]]));

        Assert.Empty(Errors(path).Except(before));
    }

    private static string[] Errors(string path) =>
        [.. Judge.Run("dciodvfy", path).Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Distinct()];

    /// <summary>An Enhanced CT image.</summary>
    /// <param name="frames">Where its frames lie: the number of the slice.</param>
    private void Write(string relative, int[] frames)
    {
        var path = Scene[relative];
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, FileBuilder.Build(
            Syntax.ExplicitLittle,
            dataset => dataset
                .Text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE")
                .Text("SOPClassUID", EnhancedCT)
                .Text("SOPInstanceUID", $"{Before}.1")
                .Text("StudyDate", "20240311")
                .Text("Modality", "CT")
                .Text("PatientName", "Muster^Erika")
                .Text("PatientID", "MRN-4711")
                .Text("StudyInstanceUID", "1.2.3")
                .Text("SeriesInstanceUID", Before)
                .Text("InstanceNumber", "1")
                .Text("FrameOfReferenceUID", "1.2.3.9")
                .Numbers("SamplesPerPixel", 1)
                .Text("PhotometricInterpretation", "MONOCHROME2")
                .Text("NumberOfFrames", frames.Length.ToString(CultureInfo.InvariantCulture))
                .Numbers("Rows", 2)
                .Numbers("Columns", 2)
                .Numbers("BitsAllocated", 16)
                .Numbers("BitsStored", 12)
                .Numbers("HighBit", 11)
                .Numbers("PixelRepresentation", 0)
                .Sequence("SharedFunctionalGroupsSequence", item => item
                    .Sequence("PlaneOrientationSequence", inner => inner.Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0"))
                    .Sequence("PixelMeasuresSequence", inner => inner.Text("SliceThickness", "2.5").Text("PixelSpacing", "0.7\\0.7")))
                .Sequence("PerFrameFunctionalGroupsSequence", [.. frames.Select(slice => (Action<DatasetBuilder>)(item => item
                    .Sequence("PlanePositionSequence", inner => inner.Text(
                        "ImagePositionPatient", $"-10\\-20\\{(2.5 * (slice - 1)).ToString(CultureInfo.InvariantCulture)}"))))])
                .Bytes("PixelData", new byte[8 * frames.Length], "OW"),
            EnhancedCT,
            $"{Before}.1"));
    }
}
