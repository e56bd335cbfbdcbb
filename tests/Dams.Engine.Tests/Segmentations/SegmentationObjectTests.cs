using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

public sealed class SegmentationObjectTests : LinkTestBase
{
    private const string Frames = "PerFrameFunctionalGroupsSequence";

    [Fact]
    public void Each_frame_refers_to_the_source_image_in_its_plane()
    {
        Write();

        Link();

        var file = Scene["seg/tumor.dcm"];
        Assert.Equal(
            [$"{Before}.2", $"{Before}.3", $"{Before}.4"],
            Scene.Values(file, Frames, "DerivationImageSequence", "SourceImageSequence", "ReferencedSOPInstanceUID"));
        Assert.Equal(
            ["121322", "121322", "121322"],
            Scene.Values(file, Frames, "DerivationImageSequence", "SourceImageSequence", "PurposeOfReferenceCodeSequence", "CodeValue"));
        Assert.Equal("113076", Scene.Value(file, Frames, "DerivationImageSequence", "DerivationCodeSequence", "CodeValue"));
        Assert.Equal("DERIVED\\PRIMARY", Scene.Value(file, "ImageType"));
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    public void The_partner_is_referred_to_with_its_segments()
    {
        Write();

        Link();

        var file = Scene["seg/tumor.dcm"];
        Assert.Equal(["1.2.3.61.1"], Scene.Values(file, "ReferencedImageSequence", "ReferencedSOPInstanceUID"));
        Assert.Equal(["1"], Scene.Values(file, "ReferencedImageSequence", "ReferencedSegmentNumber"));
        Assert.Equal([Before, "1.2.3.61"], Scene.Values(file, "ReferencedSeriesSequence", "SeriesInstanceUID"));
        Assert.Equal(
            [$"{Before}.2", $"{Before}.3", $"{Before}.4", "1.2.3.61.1"],
            Scene.Values(file, "ReferencedSeriesSequence", "ReferencedInstanceSequence", "ReferencedSOPInstanceUID"));
        Assert.Equal(["121323", "122401"], Scene.Values(file, "RelatedSeriesSequence", "PurposeOfReferenceCodeSequence", "CodeValue"));
    }

    [Fact]
    public void The_segment_gets_label_and_lesion()
    {
        Write();

        Link();

        Assert.Equal("Tumor", Scene.Value(Scene["seg/tumor.dcm"], "SegmentSequence", "SegmentLabel"));
        Assert.Equal("Lesion 3", Scene.Value(Scene["seg/ablation.dcm"], "SegmentSequence", "TrackingID"));
        Assert.Equal(
            Scene.Value(Scene["seg/tumor.dcm"], "SegmentSequence", "TrackingUID"),
            Scene.Value(Scene["seg/ablation.dcm"], "SegmentSequence", "TrackingUID"));
        Assert.Equal("MANUAL", Scene.Value(Scene["seg/tumor.dcm"], "SegmentSequence", "SegmentAlgorithmType"));
    }

    [Fact]
    public void Linking_twice_changes_nothing()
    {
        Write();
        Link();
        var once = Bytes(Scene["seg"]);

        Link();

        Assert.Equal(once, Bytes(Scene["seg"]));
    }

    [Fact]
    public void Frames_beside_the_source_get_a_sequence_without_items()
    {
        Write(first: 4);

        Link();

        using var file = Dams.Dicom.Reading.DicomFile.Open(Scene["seg/tumor.dcm"]);
        var counts = new List<int>();
        for (var i = 0; i < file.Dataset.Count; i++)
        {
            if (file.Dataset[i].Tag == new Dams.Tag(0x00089124))
                counts.Add((int)file.Dataset[i].ValueLength);
        }
        Assert.Equal(3, counts.Count);
        Assert.Equal([false, false, true], counts.Select(length => length == 0));
    }

    [Fact]
    public void The_references_of_others_stay()
    {
        Scene.WriteCT("in/before", Before);
        var path = Scene.WriteObject("seg/tumor.dcm", "1.2.3.60", references: dataset => dataset
            .UndefinedSequence("ReferencedSeriesSequence", item => item
                .UndefinedSequence("ReferencedInstanceSequence", Reference($"{Before}.1"), Reference($"{Before}.2"))
                .Text("SeriesInstanceUID", Before)));

        Link(new LinkRequest([path], [Scene["in/before"]]));
        Link(new LinkRequest([path], [Scene["in/before"]]));

        Assert.Equal([Before], Scene.Values(path, "ReferencedSeriesSequence", "SeriesInstanceUID"));
        Assert.Equal(
            [$"{Before}.1", $"{Before}.2", $"{Before}.3", $"{Before}.4"],
            Scene.Values(path, "ReferencedSeriesSequence", "ReferencedInstanceSequence", "ReferencedSOPInstanceUID"));
        Assert.Equal("something", Scene.Value(path, "SegmentSequence", "SegmentLabel"));
    }

    [Fact]
    public void The_source_of_an_object_is_found_by_its_geometry()
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/other", After, frame: "1.2.3.10");
        var path = Scene.WriteObject("seg/tumor.dcm", "1.2.3.60");

        var linked = Link(new LinkRequest([path], [Scene["in"]]) { Discover = true });

        Assert.Equal(Before, Assert.Single(linked).SourceSeriesInstanceUID);
    }

    [CorpusFact]
    public void Objects_by_others_lead_to_the_series_that_they_name()
    {
        var folder = Directory.CreateDirectory(Scene["corpus"]).FullName;
        foreach (var name in new[] { "highdicom_seg_image_ct_binary.dcm", "dcmqi_liver.dcm", "dcmqi_seg.dcm" })
            File.Copy(Path.Combine(CorpusFiles.Folder!, name), Path.Combine(folder, name));

        var rows = Find("corpus");

        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(ReferenceConvention.Standard, row.Convention));
        Assert.All(rows, row => Assert.Equal("The series it was drawn on is not here.", row.Problem));
        Assert.All(rows, row => Assert.NotNull(row.SourceSeriesInstanceUID));
    }

    [Fact]
    public void An_object_by_others_leads_to_its_source_by_its_frames_alone()
    {
        Write();
        var linked = Scene["seg/tumor.dcm"];
        Link();
        using (var file = Dams.Dicom.Reading.DicomFile.Open(linked))
        {
            var edits = new Dams.Dicom.Rewriting.EditList(file);
            foreach (var tag in new uint[] { 0x00081115, 0x00081140, 0x00081250 })
                edits.Remove(file.Dataset.Find(new Dams.Tag(tag)));
            using var target = new MemoryStream();
            Dams.Dicom.Rewriting.FileRewriter.Write(file, edits, target, default);
            file.Dispose();
            File.WriteAllBytes(linked, target.ToArray());
        }

        var row = Find("seg", "in").Single(row => row.Label == "Tumor");

        Assert.Equal((Before, null), (row.SourceSeriesInstanceUID, row.Problem));
        Assert.Equal("1.2.3.61", row.PartnerSeriesInstanceUID);
    }

    private void Write(int first = 2)
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/after", After);
        Scene.WriteObject("seg/tumor.dcm", "1.2.3.60", first);
        Scene.WriteObject("seg/ablation.dcm", "1.2.3.61", first);
    }

    private void Link() => Link(
        new LinkRequest([Scene["seg/tumor.dcm"]], [Scene["in/before"]])
        {
            PartnerPaths = [Scene["seg/ablation.dcm"]],
            Label = "Tumor",
            LesionNumber = 3,
        },
        new LinkRequest([Scene["seg/ablation.dcm"]], [Scene["in/after"]])
        {
            PartnerPaths = [Scene["seg/tumor.dcm"]],
            Label = "Ablation",
            LesionNumber = 3,
        });

    private static System.Action<DatasetBuilder> Reference(string uid) => item => item
        .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", uid);
}
