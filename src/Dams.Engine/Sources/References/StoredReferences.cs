using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;

namespace Dams.Sources.References;

/// <summary>The references that one instance, or all instances of a series, hold.</summary>
internal sealed class StoredReferences
{
    private const int Root = ElementTree.Root;

    /// <summary>Series named as source, and as partner.</summary>
    public HashSet<string> SourceSeries { get; } = [];

    public HashSet<string> PartnerSeries { get; } = [];

    /// <summary>Series named for no purpose.</summary>
    public HashSet<string> OtherSeries { get; } = [];

    /// <summary>Instances named as source, and other instances, as fingerprints of their UIDs.</summary>
    public HashSet<ulong> SourceInstances { get; } = [];

    public HashSet<ulong> OtherInstances { get; } = [];

    /// <summary>Images that a SEG object lists at its root, and says no purpose of that is another than to be its source.</summary>
    public HashSet<ulong> MentionedImages { get; } = [];

    /// <summary>Whether they are of contours or surfaces, and of no image.</summary>
    public bool IsShape { get; private set; }

    /// <summary>Whether the original script wrote them.</summary>
    public bool IsLegacy { get; private set; }

    /// <summary>What the segments are called, each once.</summary>
    public List<string> Labels { get; } = [];

    public int? LesionNumber { get; private set; }

    /// <summary>Whether they lead anywhere.</summary>
    public bool HasAny =>
        SourceSeries.Count + PartnerSeries.Count + OtherSeries.Count + SourceInstances.Count + MentionedImages.Count > 0;

    /// <summary>Takes in what another instance of the same series says.</summary>
    public void Add(StoredReferences other)
    {
        SourceSeries.UnionWith(other.SourceSeries);
        PartnerSeries.UnionWith(other.PartnerSeries);
        OtherSeries.UnionWith(other.OtherSeries);
        SourceInstances.UnionWith(other.SourceInstances);
        OtherInstances.UnionWith(other.OtherInstances);
        MentionedImages.UnionWith(other.MentionedImages);
        Labels.AddRange(other.Labels.Except(Labels).ToArray());
        IsLegacy |= other.IsLegacy;
        IsShape |= other.IsShape;
        LesionNumber ??= other.LesionNumber;
    }

    /// <summary>Reads the references of an open file.</summary>
    public static StoredReferences Read(DicomFile file)
    {
        var sopClass = file.TextIn(Root, KnownTag.SOPClassUID);
        var references = new StoredReferences
        {
            IsLegacy = new ReferenceRoles(file).IsLegacy,
            IsShape = SegmentationClasses.IsShape(sopClass),
        };
        references.ReadSeries(file);
        references.ReadSegments(file);
        if (references.IsLegacy)
            references.ReadLegacy(file);
        else
            references.ReadInstances(file);
        if (sopClass == SegmentationClasses.StructureSet)
            StructureSetReferences.Read(file, references);
        return references;
    }

    private void ReadSeries(DicomFile file)
    {
        foreach (var item in file.Items(Root, KnownTag.RelatedSeriesSequence))
        {
            var uid = file.TextIn(item, KnownTag.SeriesInstanceUID);
            var purpose = KnownTag.PurposeOfReferenceCodeSequence;
            var series = Code.SourceSeries.OccursIn(file, item, purpose) ? SourceSeries
                : Code.SameAnatomy.OccursIn(file, item, purpose) ? PartnerSeries
                : OtherSeries;
            if (uid.Length > 0)
                series.Add(uid);
        }
        AddSeries(file, Root);
        foreach (var study in file.Items(Root, KnownTag.StudiesContainingOtherReferencedInstancesSequence))
            AddSeries(file, study);
    }

    private void AddSeries(DicomFile file, int container)
    {
        foreach (var item in file.Items(container, KnownTag.ReferencedSeriesSequence))
        {
            var uid = file.TextIn(item, KnownTag.SeriesInstanceUID);
            if (uid.Length > 0)
                OtherSeries.Add(uid);
        }
    }

    private void ReadSegments(DicomFile file)
    {
        foreach (var item in file.Items(Root, KnownTag.SegmentSequence))
        {
            AddLabel(file.TextIn(item, KnownTag.SegmentLabel));
            foreach (var surface in file.Items(item, KnownTag.ReferencedSurfaceSequence))
                AddInstances(SourceInstances, Uids(file, surface, KnownTag.SegmentSurfaceSourceInstanceSequence));
            LesionNumber ??= LesionLabel.LesionOf(file.TextIn(item, KnownTag.TrackingID));
        }
    }

    private void ReadLegacy(DicomFile file)
    {
        var label = file.TextIn(Root, KnownTag.SegmentLabel);
        if (label.Length > 0 && Labels.Count == 0)
            Labels.Add(label);
        SourceSeries.UnionWith(Uids(file, Root, KnownTag.SourceImageSequence).Where(IsUid));
        PartnerSeries.UnionWith(Uids(file, Root, KnownTag.ReferencedImageSequence).Where(IsUid));
        foreach (var item in file.Items(Root, KnownTag.ReferencedImageSequence))
        {
            foreach (var number in file.UInt16sIn(item, KnownTag.ReferencedSegmentNumber))
                LesionNumber ??= number;
        }
    }

    private void ReadInstances(DicomFile file)
    {
        AddInstances(SourceInstances, Uids(file, Root, KnownTag.SourceImageSequence));
        AddInstances(OtherInstances, Uids(file, Root, KnownTag.ReferencedImageSequence));
        if (SegmentationClasses.IsImage(file.TextIn(Root, KnownTag.SOPClassUID)))
            AddInstances(MentionedImages, file.Items(Root, KnownTag.ReferencedImageSequence).Where(item => IsMention(file, item)).Select(item => UidOf(file, item)));
        foreach (var groups in new[] { KnownTag.SharedFunctionalGroupsSequence, KnownTag.PerFrameFunctionalGroupsSequence })
        {
            foreach (var frame in file.Items(Root, groups))
            {
                foreach (var derivation in file.Items(frame, KnownTag.DerivationImageSequence))
                    AddInstances(SourceInstances, Uids(file, derivation, KnownTag.SourceImageSequence));
            }
        }
    }

    // Partners are segmentations, or are called related.
    private static bool IsMention(DicomFile file, int item) =>
        !SegmentationClasses.IsImage(file.TextIn(item, KnownTag.ReferencedSOPClassUID))
        && !Code.RelatedImage.OccursIn(file, item, KnownTag.PurposeOfReferenceCodeSequence);

    /// <summary>The instances that the items of a sequence refer to.</summary>
    public static IEnumerable<string> Uids(DicomFile file, int container, Tag sequence) =>
        file.Items(container, sequence).Select(item => UidOf(file, item));

    /// <summary>Takes in what a segment is called.</summary>
    public void AddLabel(string label)
    {
        if (label.Length > 0 && !Labels.Contains(label))
            Labels.Add(label);
    }

    /// <summary>Takes in instances by their UIDs; one without UID is none.</summary>
    public static void AddInstances(HashSet<ulong> instances, IEnumerable<string> uids)
    {
        foreach (var uid in uids.Where(uid => uid.Length > 0))
            instances.Add(Fingerprint.Compute(uid));
    }

    private static string UidOf(DicomFile file, int item) => file.TextIn(item, KnownTag.ReferencedSOPInstanceUID);

    // The original script wrote the word None where it knew no partner.
    private static bool IsUid(string text) => text.Length > 0 && text[0] is >= '0' and <= '9';
}
