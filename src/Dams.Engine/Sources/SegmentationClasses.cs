namespace Dams.Sources;

/// <summary>The SOP classes of objects that hold segmentations (PS3.4 section B.5).</summary>
internal static class SegmentationClasses
{
    public const string StructureSet = "1.2.840.10008.5.1.4.1.1.481.3";

    private const string Segmentation = "1.2.840.10008.5.1.4.1.1.66.4";
    private const string Surface = "1.2.840.10008.5.1.4.1.1.66.5";
    private const string LabelMap = "1.2.840.10008.5.1.4.1.1.66.7";

    /// <summary>Whether the segments are the pixels of a multi-frame image.</summary>
    public static bool IsImage(string sopClass) => sopClass is Segmentation or LabelMap;

    /// <summary>Whether the segments are contours or surfaces: no image, so that it is not repaired or linked.</summary>
    public static bool IsShape(string sopClass) => sopClass is StructureSet or Surface;
}
