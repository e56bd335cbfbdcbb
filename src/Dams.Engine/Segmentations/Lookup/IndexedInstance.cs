using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;
using Dams.Sources;
using Dams.Sources.References;

namespace Dams.Segmentations.Lookup;

/// <summary>What the index reads from one file.</summary>
/// <param name="Instance">The fingerprint of its SOP Instance UID.</param>
/// <param name="References">What it refers to; null where it is no segmentation.</param>
internal sealed record IndexedInstance(
    string Path,
    string SeriesUid,
    string StudyUid,
    string PatientID,
    string InstanceNumber,
    string FrameOfReferenceUid,
    ulong Instance,
    StoredReferences? References)
{
    private const int Root = ElementTree.Root;

    public static IndexedInstance Read(SourceFile source, DicomFile file) => new(
        source.Path,
        file.TextIn(Root, KnownTag.SeriesInstanceUID),
        file.TextIn(Root, KnownTag.StudyInstanceUID),
        file.TextIn(Root, KnownTag.PatientID),
        file.TextIn(Root, KnownTag.InstanceNumber),
        StructureSetReferences.FrameOfReferenceOf(file),
        Fingerprint.Compute(file.TextIn(Root, KnownTag.SOPInstanceUID)),
        IsSegmentation(source, file) ? StoredReferences.Read(file) : null);

    /// <summary>Whether it says itself that it is a segmentation; its folder is not asked.</summary>
    private static bool IsSegmentation(SourceFile source, DicomFile file) =>
        file.Dataset.Find(KnownTag.SegmentSequence) >= 0
        || file.Dataset.Find(KnownTag.SegmentLabel) >= 0
        || SegmentationClasses.IsShape(file.TextIn(Root, KnownTag.SOPClassUID))
        || Code.Segmentation.OccursIn(file, Root, KnownTag.DerivationCodeSequence)
        || MaskDetection.HasSegmentationAttributes(InstanceHeader.Read(source, file));
}
