using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Sources;

namespace Dams.Segmentations;

/// <summary>The images of one series, in the order of their places or else of their numbers.</summary>
internal sealed class ImageSeries
{
    public ImageSeries(IEnumerable<InstanceHeader> images) => Images = [.. images
        .OrderBy(image => image.Plane?.Location ?? 0)
        .ThenBy(image => int.TryParse(image.Facts.InstanceNumber, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0)
        .ThenBy(image => image.File.Path, NaturalOrder.Instance)];

    public IReadOnlyList<InstanceHeader> Images { get; }

    public string SeriesUid => Images[0].Facts.SeriesInstanceUID;

    public string StudyUid => Images[0].Facts.StudyInstanceUID;

    /// <summary>The image in the same plane; null where there is none or its frame of reference is another.</summary>
    public InstanceHeader? FindAt(SlicePlane? plane, string frameOfReferenceUid) => plane is null
        ? null
        : Images.FirstOrDefault(image => SharesFrame(image, frameOfReferenceUid) && image.Plane?.IsSame(plane) == true);

    /// <summary>The image in the same plane, else the one in the middle, which most probably shows something.</summary>
    public InstanceHeader FindAtOrMiddle(SlicePlane? plane, string frameOfReferenceUid) =>
        FindAt(plane, frameOfReferenceUid) ?? Images[Images.Count / 2];

    private static bool SharesFrame(InstanceHeader image, string frameOfReferenceUid) =>
        image.Facts.FrameOfReferenceUID == frameOfReferenceUid || image.Facts.FrameOfReferenceUID.Length == 0 || frameOfReferenceUid.Length == 0;
}
