using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources;
using Dams.Sources.References;

namespace Dams.Segmentations.Linking;

/// <summary>Writes references as PS3.3 has them. Changes come in the order of the tags, as insertions need it.</summary>
internal static class StandardWriter
{
    private const int Root = ElementTree.Root;

    /// <summary>Writes them into one slice of a mask.</summary>
    public static void WriteMask(DicomFile file, EditList edits, InstanceHeader slice, LinkTargets targets)
    {
        var roles = new ReferenceRoles(file);
        var earlier = new EarlierLink(file, roles, targets);
        var (source, partner) = ReferencesOf(slice, targets);
        edits.Set(file, Root, KnownTag.ImageType, Vr.CS, "DERIVED\\SECONDARY\\AXIAL");
        if (targets.Description.Length > 0)
            edits.Set(file, Root, KnownTag.SeriesDescription, Vr.LO, $"Segmentation: {targets.Description}");
        WriteSeries(file, edits, targets, [.. source, .. partner], partner, earlier, isObject: false);
        edits.Set(file, Root, KnownTag.DerivationDescription, Vr.ST, "Segmentation");
        edits.SetReferences(file, Root, KnownTag.SourceImageSequence, Code.SourceImage, source, item => earlier.IsReplaced(item, Code.SourceImage));
        if (!Code.Segmentation.OccursIn(file, Root, KnownTag.DerivationCodeSequence))
            edits.ChangeItems(file, Root, KnownTag.DerivationCodeSequence, _ => false, [Code.Segmentation.WriteItem]);
        if (roles.IsLegacy)
            edits.RemoveIfPresent(file, Root, KnownTag.SegmentationType);
        SegmentDescription.WriteMask(file, edits, targets);
        RemoveLegacyLabel(file, edits, roles);
    }

    /// <summary>Writes them into a SEG object.</summary>
    public static void WriteObject(DicomFile file, EditList edits, InstanceHeader header, LinkTargets targets)
    {
        var roles = new ReferenceRoles(file);
        var frames = new SegmentationFrames(header, targets.SourcePlanes);
        IReadOnlyList<InstanceReference> partner = targets.Partner is null
            ? []
            : [.. targets.Partner.Images.Where((image, i) => image.IsSegmentationObject || i == targets.Partner.Images.Count / 2)
                .Select(InstanceReference.To)];
        WriteSeries(file, edits, targets, [.. frames.Sources, .. partner], partner, new EarlierLink(file, roles, targets), isObject: true);
        if (roles.IsLegacy)
        {
            if (file.TextIn(Root, KnownTag.DerivationDescription) == LegacyWriter.DerivationDescription)
                edits.RemoveIfPresent(file, Root, KnownTag.DerivationDescription);
            edits.SetReferences(file, Root, KnownTag.SourceImageSequence, Code.SourceImage, [], item => roles.IsOurs(item, Code.SourceImage));
        }
        SegmentDescription.WriteObject(file, edits, targets);
        if (roles.IsLegacy)
            edits.RemoveIfPresent(file, Root, KnownTag.SegmentLabel);
        frames.Write(file, edits);
    }

    /// <summary>Whether a mask's slice has a source image in its plane.</summary>
    public static bool HasSource(InstanceHeader slice, LinkTargets targets) => ReferencesOf(slice, targets).Source.Count > 0;

    private static (IReadOnlyList<InstanceReference> Source, IReadOnlyList<InstanceReference> Partner) ReferencesOf(
        InstanceHeader slice, LinkTargets targets)
    {
        var source = targets.SourcePlanes.FindAt(slice.Plane, slice.Facts.FrameOfReferenceUID);
        var partner = targets.Partner?.FindAtOrMiddle(slice.Plane, slice.Facts.FrameOfReferenceUID);
        return (source is null ? [] : [source], partner is null ? [] : [InstanceReference.To(partner)]);
    }

    private static void WriteSeries(
        DicomFile file,
        EditList edits,
        LinkTargets targets,
        IReadOnlyList<InstanceReference> wanted,
        IReadOnlyList<InstanceReference> partner,
        EarlierLink earlier,
        bool isObject)
    {
        var series = new SeriesReferences(file, edits, wanted, earlier.StaleInstances(wanted, isObject));
        series.WriteReferencedSeries();
        edits.SetReferences(file, Root, KnownTag.ReferencedImageSequence, Code.RelatedImage, partner, item => earlier.IsReplaced(item, Code.RelatedImage));
        series.WriteOtherStudies();
        series.WriteRelatedSeries(targets.Series());
    }

    private static void RemoveLegacyLabel(DicomFile file, EditList edits, ReferenceRoles roles)
    {
        if (!roles.IsLegacy)
            return;
        edits.RemoveIfPresent(file, Root, KnownTag.SegmentLabel);
        edits.RemoveIfPresent(file, Root, KnownTag.SegmentAlgorithmType);
    }
}
