using System;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.Benchmark;

/// <summary>Images of many frames with functional groups, and segmentations.</summary>
internal static class Enhanced
{
    private const ushort Frames = 3;

    public static void CT(PlantedItem item, Studies studies)
    {
        item.Stays("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE").Stays("ContentQualification", "RESEARCH").DateTime("AcquisitionDateTime", "235959.9");
        Groups(item, studies, FileBuilder.CTImageStorage, "CT");
        Pixels.Grey(item, 6, 6, Frames);
    }

    public static void MR(PlantedItem item, Studies studies)
    {
        item.Stays("ImageType", "ORIGINAL\\PRIMARY\\M\\NONE").Stays("MagneticFieldStrength", "1.5").DateTime("AcquisitionDateTime", "")
            .Sequence("ReferencedRawDataSequence", raw => raw.Uid("StudyInstanceUID", studies.StudyUid)
                .Sequence("ReferencedSeriesSequence", series => series.Uid("SeriesInstanceUID", studies.Series("MR"))
                    .Reference("ReferencedSOPSequence", "1.2.840.10008.5.1.4.1.1.66", studies.Instance("RAW"))));
        Groups(item, studies, "1.2.840.10008.5.1.4.1.1.4", "MR");
        Pixels.Grey(item, 4, 6, Frames);
    }

    public static void SEG(PlantedItem item, Studies studies)
    {
        item.Stays("ImageType", "DERIVED\\PRIMARY").Stays("SegmentationType", "BINARY").Stays("ContentLabel", "TUMOUR").Free("ContentDescription", Known(item))
            .Secret("ContentCreatorName", item.Person.Operator)
            .Sequence("ReferencedSeriesSequence", series => series.Uid("SeriesInstanceUID", studies.Series("CT"))
                .Reference("ReferencedInstanceSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 1), studies.Instance("CT", 2)))
            .Sequence("SegmentSequence", segment => segment
                .Numbers("SegmentNumber", 1).Stays("SegmentLabel", "Liver tumour").Free("SegmentDescription").Stays("SegmentAlgorithmType", "SEMIAUTOMATIC")
                .Stays("SegmentAlgorithmName", "region growing").Uid("TrackingUID", studies.Root + ".33").Stays("TrackingID", "Lesion 1")
                .Code("SegmentedPropertyCategoryCodeSequence", "49755003", "SCT", "Morphologically Abnormal Structure")
                .Code("SegmentedPropertyTypeCodeSequence", "108369006", "SCT", "Neoplasm"));
        Groups(item, studies, FileBuilder.CTImageStorage, "CT");
        var bits = new byte[Frames * 8];
        item.Random.NextBytes(bits);
        item.Numbers("SamplesPerPixel", 1).Stays("PhotometricInterpretation", "MONOCHROME2").Numbers("Rows", 8).Numbers("Columns", 8)
            .Numbers("BitsAllocated", 1).Numbers("BitsStored", 1).Numbers("HighBit", 0).Numbers("PixelRepresentation", 0)
            .Put("PixelData", dataset => dataset.Bytes("PixelData", bits, "OB"))
            .Expect(Category.PixelsRetained, "PixelData", output => output.Find("PixelData")?.Value.AsSpan().SequenceEqual(bits) == true);
    }

    /// <summary>A text with what the header of the instance holds alone: no rule of the standard has an eye on it.</summary>
    private static Wording Known(PlantedItem item) => Wording.From("[Ablation margin] {name}", item.Person, item.Random);

    private static void Groups(PlantedItem item, Studies studies, string sopClass, string modality)
    {
        var dimensions = studies.Root + ".44." + modality.Length;
        item.Stays("NumberOfFrames", $"{Frames}").Uid("FrameOfReferenceUID", studies.FrameOfReference)
            .Sequence("DimensionOrganizationSequence", organization => organization.Uid("DimensionOrganizationUID", dimensions))
            .Sequence("DimensionIndexSequence", index => index.Uid("DimensionOrganizationUID", dimensions).Stays("DimensionDescriptionLabel", "Stack position"))
            .Sequence("SharedFunctionalGroupsSequence", shared => shared
                .Sequence("PixelMeasuresSequence", measures => measures.Stays("SliceThickness", "3").Stays("PixelSpacing", "0.9\\0.9"))
                .Sequence("PlaneOrientationSequence", plane => plane.Stays("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")))
            .Sequence("PerFrameFunctionalGroupsSequence", [.. Enumerable.Range(0, Frames).Select(frame => (Action<PlantedItem>)(group => Frame(group, frame)))]);

        void Frame(PlantedItem group, int frame) => group
            .Sequence("FrameContentSequence", content => content
                .DateTime("FrameAcquisitionDateTime", $"10153{frame}.5").DateTime("FrameReferenceDateTime", $"10153{frame}").Free("FrameComments"))
            .Sequence("PlanePositionSequence", position => position.Stays("ImagePositionPatient", $"0\\0\\{3 * frame}"))
            .Sequence("DerivationImageSequence", derivation => derivation
                .Sequence("SourceImageSequence", source => source
                    .Stays("ReferencedSOPClassUID", sopClass).Uid("ReferencedSOPInstanceUID", studies.Instance(modality, 1 + frame % 2))
                    .Code("PurposeOfReferenceCodeSequence", "121322", "DCM", "Source image for image processing operation"))
                .Code("DerivationCodeSequence", "113076", "DCM", "Segmentation"));
    }
}
