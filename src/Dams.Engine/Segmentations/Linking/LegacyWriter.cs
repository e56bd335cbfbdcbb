using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources.References;

namespace Dams.Segmentations.Linking;

/// <summary>
/// Writes references as the original script wrote them, for readers that expect them so: it put the UIDs of series where
/// those of instances belong. What it had no value for it wrote as the word None; here it is left out.
/// </summary>
internal static class LegacyWriter
{
    public const string DerivationDescription = "CasOneIR";

    private const int Root = ElementTree.Root;

    public static void Write(DicomFile file, EditList edits, LinkTargets targets)
    {
        var roles = new ReferenceRoles(file);
        var isMask = !targets.Segmentation.Images[0].IsSegmentationObject;
        edits.Set(file, Root, KnownTag.ImageType, Vr.CS, "DERIVED\\PRIMARY");
        var series = new SeriesReferences(file, edits, [], new EarlierLink(file, roles, targets: null).StaleInstances([], !isMask));
        series.WriteReferencedSeries();
        WritePartner(file, edits, targets, roles);
        series.WriteOtherStudies();
        series.WriteRelatedSeries([]);
        edits.Set(file, Root, KnownTag.DerivationDescription, Vr.ST, DerivationDescription);
        Replace(file, edits, KnownTag.SourceImageSequence, null, targets.Source.SeriesUid, null);
        if (isMask)
        {
            edits.ChangeItems(
                file, Root, KnownTag.DerivationCodeSequence, item => Code.Segmentation.Matches(file, item), []);
        }
        edits.Set(file, Root, KnownTag.StudyInstanceUID, Vr.UI, targets.Source.StudyUid);
        edits.Set(file, Root, KnownTag.SegmentationType, Vr.CS, "BINARY");
        if (isMask)
            SegmentDescription.RemoveFromMask(file, edits);
        if (targets.Label is { } label)
            edits.Set(file, Root, KnownTag.SegmentLabel, Vr.LO, label);
        edits.Set(file, Root, KnownTag.SegmentAlgorithmType, Vr.CS, "SEMIAUTOMATIC");
    }

    private static void WritePartner(DicomFile file, EditList edits, LinkTargets targets, ReferenceRoles roles)
    {
        var sequence = KnownTag.ReferencedImageSequence;
        if (targets.Partner is { } partner)
            Replace(file, edits, sequence, file.TextIn(Root, KnownTag.SOPClassUID), partner.SeriesUid, targets.LesionNumber);
        else
            edits.ChangeItems(file, Root, sequence, item => roles.IsOurs(item, Code.RelatedImage), []);
    }

    private static void Replace(DicomFile file, EditList edits, Tag sequence, string? classUid, string seriesUid, int? lesion)
    {
        var items = file.Items(Root, sequence).ToArray();
        if (items.Length == 1 && IsSame(file, items[0], classUid, seriesUid, lesion))
            return;
        edits.RemoveIfPresent(file, Root, sequence);
        edits.Insert(Root, sequence, (buffer, form) =>
        {
            buffer.BeginSequence(form, sequence);
            buffer.BeginItem(form);
            if (classUid is not null)
                buffer.Write(form, KnownTag.ReferencedSOPClassUID, Vr.UI, classUid);
            buffer.Write(form, KnownTag.ReferencedSOPInstanceUID, Vr.UI, seriesUid);
            if (lesion is { } number)
                buffer.WriteNumbers(form, KnownTag.ReferencedSegmentNumber, [(ushort)number]);
            buffer.End(form);
            buffer.End(form);
        });
    }

    private static bool IsSame(DicomFile file, int item, string? classUid, string seriesUid, int? lesion) =>
        file.TextIn(item, KnownTag.ReferencedSOPInstanceUID) == seriesUid
        && file.TextIn(item, KnownTag.ReferencedSOPClassUID) == (classUid ?? "")
        && !file.Items(item, KnownTag.PurposeOfReferenceCodeSequence).Any()
        && file.UInt16sIn(item, KnownTag.ReferencedSegmentNumber).Select(number => (int?)number).FirstOrDefault() == lesion;
}
