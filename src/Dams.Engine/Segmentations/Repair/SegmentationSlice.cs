using System.Globalization;
using Dams.Sources;

namespace Dams.Segmentations.Repair;

/// <summary>One file of a segmentation that is to be repaired.</summary>
/// <param name="Content">The fingerprint of its pixel data.</param>
internal sealed record SegmentationSlice(InstanceHeader Header, ulong Content)
{
    /// <summary>Where it lies, as text; empty where it does not say.</summary>
    public string Position => Header.Plane?.Location.ToString("F3", CultureInfo.InvariantCulture) ?? "";
}
