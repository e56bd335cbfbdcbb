using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>Finds the series that a segmentation was drawn on by frame of reference and geometry.</summary>
internal static class SourceDiscovery
{
    /// <summary>The one series that fits.</summary>
    /// <exception cref="DamsException">None fits, or several do.</exception>
    public static ImageSeries Find(
        ImageSeries segmentation, IReadOnlyList<ImageSeries> candidates, CancellationToken cancellation)
    {
        var planes = PlanesOf(segmentation, cancellation).ToArray();
        var fitting = planes.Length == 0 ? [] : candidates.Where(candidate => Fits(segmentation.Images[0], planes, candidate)).ToArray();
        return fitting.Length switch
        {
            0 => throw SegmentationErrors.NoSourceFits(),
            1 => fitting[0],
            _ => throw SegmentationErrors.SeveralSourcesFit(fitting.Length),
        };
    }

    private static bool Fits(InstanceHeader first, SlicePlane[] planes, ImageSeries candidate)
    {
        var image = candidate.Images[0];
        return first.Facts.FrameOfReferenceUID.Length > 0
            && image.Facts.FrameOfReferenceUID == first.Facts.FrameOfReferenceUID
            && (first.IsSegmentationObject || image.Grid == first.Grid)
            && planes.All(plane => candidate.Images.Any(
                other => other.Plane is not null && other.Plane.HasSameOrientation(plane) && other.Plane.IsSame(plane)));
    }

    private static IEnumerable<SlicePlane> PlanesOf(ImageSeries segmentation, CancellationToken cancellation)
    {
        foreach (var image in segmentation.Images)
        {
            if (!image.IsSegmentationObject)
            {
                if (image.Plane is not null)
                    yield return image.Plane;
                continue;
            }
            using var file = DicomFile.Open(image.File.Path, ReadScope.WithoutPixelData, cancellation);
            foreach (var (_, plane) in SegmentationFrames.Planes(file))
            {
                if (plane is not null)
                    yield return plane;
            }
        }
    }
}
