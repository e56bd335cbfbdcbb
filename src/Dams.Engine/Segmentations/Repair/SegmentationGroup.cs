using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Files.Fingerprints;
using Dams.Sources;

namespace Dams.Segmentations.Repair;

/// <summary>The files of one segmentation, ordered along the normal of its slices, or by name where they have no geometry.</summary>
internal sealed class SegmentationGroup
{
    private SegmentationGroup(string path, IReadOnlyList<SegmentationSlice> slices, bool hasOwnUids)
    {
        Path = path;
        Slices = slices;
        HasOwnUids = hasOwnUids;
    }

    /// <summary>Its folder; a SEG object's file.</summary>
    public string Path { get; }

    public IReadOnlyList<SegmentationSlice> Slices { get; }

    /// <summary>Whether it has UIDs of its own already.</summary>
    public bool HasOwnUids { get; }

    /// <summary>Whether it leads to a source: then it was repaired before that, perhaps with another key.</summary>
    public bool IsLinked => Slices.All(slice => slice.Header.IsLinked);

    public InstanceHeader First => Slices[0].Header;

    /// <summary>The study that its series number counts in.</summary>
    public (string PatientID, string StudyInstanceUID) Study => (First.Facts.PatientID, First.Facts.StudyInstanceUID);

    public static SegmentationGroup Create(string path, IEnumerable<SegmentationSlice> slices, bool hasOwnUids)
    {
        var byName = slices.OrderBy(slice => slice.Header.File.Path, NaturalOrder.Instance).ToArray();
        var first = byName[0].Header.Plane;
        var hasGeometry = first is not null && byName.All(slice => slice.Header.Plane?.IsParallel(first) == true);
        return new SegmentationGroup(
            path, hasGeometry ? [.. byName.OrderBy(slice => slice.Header.Plane!.Location)] : byName, hasOwnUids);
    }

    /// <summary>The fingerprint of all slices with their places.</summary>
    public ulong ContentFingerprint() => Fingerprint.Compute(string.Join("\n", Slices.Select(slice => $"{slice.Position} {slice.Content:x16}")));

    /// <summary>
    /// The series UID that it came with. Where a repair was cut short, some slices have the new one already: these are
    /// not asked.
    /// </summary>
    public string OldSeriesUid(RepairUids uids)
    {
        var alike = Slices.GroupBy(slice => (slice.Position, slice.Content)).ToDictionary(slices => slices.Key, slices => slices.Count());
        var old = Slices.Where(slice => !IsRepaired(slice, uids, alike[(slice.Position, slice.Content)]))
            .Select(slice => slice.Header.Facts.SeriesInstanceUID);
        return old.OrderBy(uid => uid, StringComparer.Ordinal).FirstOrDefault() ?? First.Facts.SeriesInstanceUID;
    }

    /// <summary>Whether all slices have the UIDs that a repair gave them.</summary>
    public bool IsRepaired(RepairUids uids)
    {
        var series = First.Facts.SeriesInstanceUID;
        var instances = new HashSet<string>(InstanceUids(series, uids));
        return Slices.All(slice =>
            slice.Header.Facts.SeriesInstanceUID == series && instances.Remove(slice.Header.Facts.SOPInstanceUID));
    }

    /// <summary>The UIDs of its instances when its series has a UID.</summary>
    public IReadOnlyList<string> InstanceUids(string seriesUid, RepairUids uids)
    {
        var counts = new Dictionary<(string, ulong), int>();
        return Slices.Select(slice =>
        {
            var key = (slice.Position, slice.Content);
            counts.TryGetValue(key, out var occurrence);
            counts[key] = occurrence + 1;
            return uids.Instance(seriesUid, slice, occurrence);
        }).ToArray();
    }

    /// <param name="alike">How many slices have its place and pixels, and so one of as many UIDs.</param>
    private static bool IsRepaired(SegmentationSlice slice, RepairUids uids, int alike) => Enumerable.Range(0, alike).Any(
        occurrence => uids.Instance(slice.Header.Facts.SeriesInstanceUID, slice, occurrence) == slice.Header.Facts.SOPInstanceUID);
}

/// <summary>One file of a segmentation that is to be repaired.</summary>
/// <param name="Content">The fingerprint of its pixel data.</param>
internal sealed record SegmentationSlice(InstanceHeader Header, ulong Content)
{
    /// <summary>Where it lies, as text; empty where it does not say.</summary>
    public string Position => Header.Plane?.Location.ToString("F3", CultureInfo.InvariantCulture) ?? "";
}
