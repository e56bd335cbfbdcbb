using System.Globalization;
using System.Text;
using Dams.Sources;
using Dams.Subjects;

namespace Dams.Segmentations.Repair;

/// <summary>
/// UIDs for repaired segmentations, made of what a segmentation is and not of where it lies. Those of the instances follow
/// from that of the series, so that a repaired series is known by them.
/// </summary>
internal sealed class RepairUids
{
    private readonly ProtectionKey _key;

    public RepairUids(ProtectionKey key) => _key = key;

    /// <summary>The UID of a series.</summary>
    /// <param name="name">What tells apart segmentations of one image that have the same pixels.</param>
    /// <param name="content">The fingerprint of all slices in their order.</param>
    /// <param name="occurrence">Which of several it is that are the same in all this, counted from 0.</param>
    public string Series(InstanceHeader first, string oldSeriesUid, string name, ulong content, int occurrence) => Derive(
        "repair series", first.Facts.PatientID, first.Facts.StudyInstanceUID, oldSeriesUid, name, Text(content), Text(occurrence));

    /// <summary>The UID of an instance.</summary>
    /// <param name="occurrence">Which of several slices it is that have the same place and pixels, counted from 0.</param>
    public string Instance(string seriesUid, SegmentationSlice slice, int occurrence) => Derive(
        "repair instance", seriesUid, slice.Position, Text(slice.Content), Text(occurrence));

    private string Derive(params string[] parts) =>
        // No value of a dataset holds a line break, so that different parts never make the same message.
        UidMap.CreateUid(_key.Derive(Encoding.UTF8.GetBytes(string.Join("\n", parts))));

    private static string Text(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
