using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;

namespace Dams.Segmentations.Lookup;

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

    /// <summary>Whether the original script wrote them.</summary>
    public bool IsLegacy { get; private set; }

    /// <summary>What the segments are called, each once.</summary>
    public List<string> Labels { get; } = [];

    public int? LesionNumber { get; private set; }

    /// <summary>Whether they lead anywhere.</summary>
    public bool HasAny => SourceSeries.Count + PartnerSeries.Count + OtherSeries.Count + SourceInstances.Count > 0;

    /// <summary>Takes in what another instance of the same series says.</summary>
    public void Add(StoredReferences other)
    {
        SourceSeries.UnionWith(other.SourceSeries);
        PartnerSeries.UnionWith(other.PartnerSeries);
        OtherSeries.UnionWith(other.OtherSeries);
        SourceInstances.UnionWith(other.SourceInstances);
        OtherInstances.UnionWith(other.OtherInstances);
        Labels.AddRange(other.Labels.Except(Labels).ToArray());
        IsLegacy |= other.IsLegacy;
        LesionNumber ??= other.LesionNumber;
    }

    /// <summary>Reads the references of an open file.</summary>
    public static StoredReferences Read(DicomFile file)
    {
        var references = new StoredReferences { IsLegacy = new ReferenceRoles(file).IsLegacy };
        references.ReadSeries(file);
        references.ReadSegments(file);
        if (references.IsLegacy)
            references.ReadLegacy(file);
        else
            references.ReadInstances(file);
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
            var label = file.TextIn(item, KnownTag.SegmentLabel);
            if (label.Length > 0 && !Labels.Contains(label))
                Labels.Add(label);
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
        foreach (var groups in new[] { KnownTag.SharedFunctionalGroupsSequence, KnownTag.PerFrameFunctionalGroupsSequence })
        {
            foreach (var frame in file.Items(Root, groups))
            {
                foreach (var derivation in file.Items(frame, KnownTag.DerivationImageSequence))
                    AddInstances(SourceInstances, Uids(file, derivation, KnownTag.SourceImageSequence));
            }
        }
    }

    private static IEnumerable<string> Uids(DicomFile file, int container, Tag sequence) => file.Items(container, sequence)
        .Select(item => file.TextIn(item, KnownTag.ReferencedSOPInstanceUID)).Where(uid => uid.Length > 0);

    private static void AddInstances(HashSet<ulong> instances, IEnumerable<string> uids)
    {
        foreach (var uid in uids)
            instances.Add(Fingerprint.Compute(uid));
    }

    // The original script wrote the word None where it knew no partner.
    private static bool IsUid(string text) => text[0] is >= '0' and <= '9';
}
