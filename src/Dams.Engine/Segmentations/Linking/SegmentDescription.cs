using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources.References;

namespace Dams.Segmentations.Linking;

/// <summary>
/// Writes label and lesion number where SEG objects have them (PS3.3 section C.8.20.4). A mask gets the same sequence,
/// which makes its class a Standard Extended one: no profile removes it, as profiles remove descriptions.
/// </summary>
internal static class SegmentDescription
{
    private const int Root = ElementTree.Root;

    /// <summary>Describes a mask's only segment.</summary>
    public static void WriteMask(DicomFile file, EditList edits, LinkTargets targets)
    {
        if (targets.Label is null && targets.LesionNumber is null)
            return;
        var items = file.Items(Root, KnownTag.SegmentSequence).ToArray();
        if (items.Length == 1 && Matches(file, items[0], targets))
            return;
        edits.ChangeItems(file, Root, KnownTag.SegmentSequence, _ => true, [(buffer, form) => WriteItem(buffer, form, targets)]);
    }

    /// <summary>Describes the segment of a SEG object; several segments keep the labels that they have.</summary>
    public static void WriteObject(DicomFile file, EditList edits, LinkTargets targets)
    {
        var items = file.Items(Root, KnownTag.SegmentSequence).ToArray();
        if (items.Length != 1)
            return;
        if (targets.Label is { } label)
            edits.Set(file, items[0], KnownTag.SegmentLabel, Vr.LO, label);
        if (targets.LesionNumber is not { } lesion)
            return;
        edits.Set(file, items[0], KnownTag.TrackingID, Vr.UT, LesionLabel.TrackingID(lesion));
        edits.Set(file, items[0], KnownTag.TrackingUID, Vr.UI, TrackingUid(targets, lesion));
    }

    /// <summary>Takes away what was written into a mask.</summary>
    public static void RemoveFromMask(DicomFile file, EditList edits) =>
        edits.RemoveIfPresent(file, Root, KnownTag.SegmentSequence);

    private static bool Matches(DicomFile file, int item, LinkTargets targets) =>
        file.TextIn(item, KnownTag.SegmentLabel) == (targets.Label ?? "")
        && (targets.LesionNumber is { } lesion
            ? file.TextIn(item, KnownTag.TrackingID) == LesionLabel.TrackingID(lesion)
                && file.TextIn(item, KnownTag.TrackingUID) == TrackingUid(targets, lesion)
            : file.Dataset.Find(KnownTag.TrackingID, item) < 0);

    private static void WriteItem(ElementBuffer buffer, ElementForm form, LinkTargets targets)
    {
        buffer.BeginItem(form);
        if (targets.Label is not null)
            Code.AbnormalStructure.Write(buffer, form, KnownTag.SegmentedPropertyCategoryCodeSequence);
        buffer.WriteNumbers(form, KnownTag.SegmentNumber, [1]);
        if (targets.Label is { } label)
        {
            buffer.Write(form, KnownTag.SegmentLabel, Vr.LO, label);
            LesionLabel.TypeOf(label).Write(buffer, form, KnownTag.SegmentedPropertyTypeCodeSequence);
        }
        if (targets.LesionNumber is { } lesion)
        {
            buffer.Write(form, KnownTag.TrackingID, Vr.UT, LesionLabel.TrackingID(lesion));
            buffer.Write(form, KnownTag.TrackingUID, Vr.UI, TrackingUid(targets, lesion));
        }
        buffer.End(form);
    }

    private static string TrackingUid(LinkTargets targets, int lesion) =>
        LesionLabel.TrackingUid(targets.Segmentation.SeriesUid, targets.Partner?.SeriesUid, lesion);
}
