using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

public sealed class StandardMaskTests : LinkTestBase
{
    private static readonly string[] Written =
    [
        "ImageType", "SeriesDescription", "ReferencedSeriesSequence", "ReferencedImageSequence", "RelatedSeriesSequence",
        "DerivationDescription", "SourceImageSequence", "DerivationCodeSequence", "SegmentSequence",
    ];

    [Fact]
    public void A_slice_refers_to_the_source_image_in_its_plane()
    {
        WriteMasks();

        LinkBoth();

        // Mask slices 2 to 4 lie where the images 2 to 4 of the CT do.
        Assert.Equal(
            [$"{Before}.2", $"{Before}.3", $"{Before}.4"],
            TumorFiles.Select(file => Scene.Value(file, "SourceImageSequence", "ReferencedSOPInstanceUID")));
        var first = TumorFiles[0];
        Assert.Equal(FileBuilder.CTImageStorage, Scene.Value(first, "SourceImageSequence", "ReferencedSOPClassUID"));
        Assert.Equal("YES", Scene.Value(first, "SourceImageSequence", "SpatialLocationsPreserved"));
        Assert.Equal("121322", Scene.Value(first, "SourceImageSequence", "PurposeOfReferenceCodeSequence", "CodeValue"));
        Assert.Equal("DCM", Scene.Value(first, "SourceImageSequence", "PurposeOfReferenceCodeSequence", "CodingSchemeDesignator"));
        Assert.Equal("113076", Scene.Value(first, "DerivationCodeSequence", "CodeValue"));
        Assert.Equal("DERIVED\\SECONDARY\\AXIAL", Scene.Value(first, "ImageType"));
        Assert.Empty(Scene.Listener.Warnings);
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    public void A_slice_refers_to_the_partners_slice_in_its_plane()
    {
        WriteMasks();

        LinkBoth();

        Assert.Equal(
            Scene.FilesOf(Ablation).Select(file => Scene.Value(file, "SOPInstanceUID")),
            TumorFiles.Select(file => Scene.Value(file, "ReferencedImageSequence", "ReferencedSOPInstanceUID")));
        Assert.Equal("121316", Scene.Value(TumorFiles[0], "ReferencedImageSequence", "PurposeOfReferenceCodeSequence", "CodeValue"));
    }

    [Fact]
    public void A_partner_in_another_frame_of_reference_is_referred_to_by_its_middle_slice()
    {
        WriteMasks(afterFrame: "1.2.3.10");

        LinkBoth();

        var middle = Scene.Value(Scene.FilesOf(Ablation)[1], "SOPInstanceUID");
        Assert.All(TumorFiles, file => Assert.Equal(middle, Scene.Value(file, "ReferencedImageSequence", "ReferencedSOPInstanceUID")));
    }

    [Fact]
    public void Related_series_name_source_and_partner_by_their_purpose()
    {
        WriteMasks();

        LinkBoth();

        var file = TumorFiles[0];
        Assert.Equal([Before, AblationSeries], Scene.Values(file, "RelatedSeriesSequence", "SeriesInstanceUID"));
        Assert.Equal(["1.2.3", "1.2.3"], Scene.Values(file, "RelatedSeriesSequence", "StudyInstanceUID"));
        Assert.Equal(["121323", "122401"], Scene.Values(file, "RelatedSeriesSequence", "PurposeOfReferenceCodeSequence", "CodeValue"));
    }

    [Fact]
    public void Referenced_series_hold_exactly_the_instances_that_are_referred_to()
    {
        WriteMasks();

        LinkBoth();

        foreach (var file in TumorFiles)
        {
            Assert.Equal([Before, AblationSeries], Scene.Values(file, "ReferencedSeriesSequence", "SeriesInstanceUID"));
            Assert.Equal(
                Scene.Values(file, "SourceImageSequence", "ReferencedSOPInstanceUID")
                    .Concat(Scene.Values(file, "ReferencedImageSequence", "ReferencedSOPInstanceUID")),
                Scene.Values(file, "ReferencedSeriesSequence", "ReferencedInstanceSequence", "ReferencedSOPInstanceUID"));
        }
    }

    [Fact]
    public void Instances_of_another_study_stand_under_that_study()
    {
        WriteMasks(afterStudy: "1.2.4");

        LinkBoth();

        var file = TumorFiles[0];
        const string studies = "StudiesContainingOtherReferencedInstancesSequence";
        Assert.Equal([Before], Scene.Values(file, "ReferencedSeriesSequence", "SeriesInstanceUID"));
        Assert.Equal(["1.2.4"], Scene.Values(file, studies, "StudyInstanceUID"));
        Assert.Equal([AblationSeries], Scene.Values(file, studies, "ReferencedSeriesSequence", "SeriesInstanceUID"));
        Assert.Equal(["1.2.3", "1.2.4"], Scene.Values(file, "RelatedSeriesSequence", "StudyInstanceUID"));
    }

    [Fact]
    public void Label_and_lesion_stand_as_text_and_as_codes()
    {
        WriteMasks();

        LinkBoth();

        var (tumor, ablation) = (TumorFiles[0], Scene.FilesOf(Ablation)[0]);
        Assert.Equal("Segmentation: Tumor, lesion 2", Scene.Value(tumor, "SeriesDescription"));
        Assert.Equal("Tumor", Scene.Value(tumor, "SegmentSequence", "SegmentLabel"));
        Assert.Equal("108369006", Scene.Value(tumor, "SegmentSequence", "SegmentedPropertyTypeCodeSequence", "CodeValue"));
        Assert.Equal("6574001", Scene.Value(ablation, "SegmentSequence", "SegmentedPropertyTypeCodeSequence", "CodeValue"));
        Assert.Equal("Lesion 2", Scene.Value(tumor, "SegmentSequence", "TrackingID"));
        Assert.Equal(
            Scene.Value(tumor, "SegmentSequence", "TrackingUID"), Scene.Value(ablation, "SegmentSequence", "TrackingUID"));
        Assert.StartsWith("2.25.", Scene.Value(tumor, "SegmentSequence", "TrackingUID"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_changes_and_the_source_is_only_read()
    {
        WriteMasks();
        var others = TumorFiles.Select(file => Scene.OtherElements(file, Written)).ToArray();
        var source = Bytes(Scene["in"]);

        LinkBoth();

        Assert.Equal(others, TumorFiles.Select(file => Scene.OtherElements(file, Written)));
        Assert.Equal(source, Bytes(Scene["in"]));
    }

    [Fact]
    public void Linking_twice_changes_nothing()
    {
        WriteMasks(afterStudy: "1.2.4");
        LinkBoth();
        var once = Bytes(Scene["staging"]);

        LinkBoth();

        Assert.Equal(once, Bytes(Scene["staging"]));
    }

    [Fact]
    public void Another_source_takes_the_place_of_the_first()
    {
        WriteMasks(afterStudy: "1.2.4");
        Link(ReferenceConvention.Standard, TumorLink with { SourcePath = Scene["in/after"], SourceSeriesInstanceUID = After });

        LinkBoth();

        foreach (var file in TumorFiles)
        {
            Assert.Equal(2, Scene.Values(file, "RelatedSeriesSequence", "SeriesInstanceUID").Count);
            Assert.Single(Scene.Values(file, "SourceImageSequence", "ReferencedSOPInstanceUID"));
            Assert.Equal([Before], Scene.Values(file, "ReferencedSeriesSequence", "SeriesInstanceUID"));
        }
        Assert.Equal(Before, Find("staging", "in")[0].SourceSeriesInstanceUID);
    }

    [Fact]
    public void A_partner_that_is_taken_away_leaves_no_trace()
    {
        WriteMasks(afterStudy: "1.2.4");
        LinkBoth();

        Link(ReferenceConvention.Standard, TumorLink with { PartnerPath = null });

        Assert.DoesNotContain(AblationSeries, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(TumorFiles[0])), StringComparison.Ordinal);
        Assert.Empty(Scene.Values(TumorFiles[0], "ReferencedImageSequence"));
        Assert.Empty(Scene.Values(TumorFiles[0], "StudiesContainingOtherReferencedInstancesSequence"));
    }

    [Fact]
    public void What_others_wrote_stays()
    {
        WriteMasks();
        foreach (var file in TumorFiles)
            Append(file);

        LinkBoth();
        LinkBoth();

        var first = TumorFiles[0];
        Assert.Equal(["1.9.9", $"{Before}.2"], Scene.Values(first, "SourceImageSequence", "ReferencedSOPInstanceUID"));
        Assert.Equal(["1.9.8", Before, AblationSeries], Scene.Values(first, "RelatedSeriesSequence", "SeriesInstanceUID"));
        Assert.Equal(["113072", "113076"], Scene.Values(first, "DerivationCodeSequence", "CodeValue"));
    }

    [Fact]
    public void Slices_where_the_source_has_none_refer_to_its_series_alone()
    {
        WriteMasks();
        foreach (var name in new[] { "ct2.dcm", "ct3.dcm" })
            File.Delete(Scene["in/before/" + name]);

        LinkBoth();

        Assert.Empty(Scene.Values(TumorFiles[0], "SourceImageSequence"));
        Assert.Equal(Before, Scene.Values(TumorFiles[0], "RelatedSeriesSequence", "SeriesInstanceUID")[0]);
        Assert.Equal([AblationSeries], Scene.Values(TumorFiles[0], "ReferencedSeriesSequence", "SeriesInstanceUID"));
        Assert.Contains("2 of 3 slices", Assert.Single(Scene.Listener.Warnings).Message, StringComparison.Ordinal);
    }

    /// <summary>Adds references that somebody else could have written, with undefined lengths.</summary>
    private static void Append(string path)
    {
        using var file = Dams.Dicom.Reading.DicomFile.Open(path);
        var bytes = File.ReadAllBytes(path);
        var place = file.Dataset.Find(new Dams.Tag(0x00090010));
        var offset = (int)file.Dataset[place].Offset;
        file.Dispose();
        var more = FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset
            .UndefinedSequence("RelatedSeriesSequence", item => item
                .Text("StudyInstanceUID", "1.9").Text("SeriesInstanceUID", "1.9.8").Sequence("PurposeOfReferenceCodeSequence"))
            .UndefinedSequence("SourceImageSequence", item => item
                .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", "1.9.9"))
            .Sequence("DerivationCodeSequence", item => item
                .Text("CodeValue", "113072").Text("CodingSchemeDesignator", "DCM").Text("CodeMeaning", "Multiplanar reformatting")));
        File.WriteAllBytes(path, [.. bytes[..offset], .. more, .. bytes[offset..]]);
    }
}
