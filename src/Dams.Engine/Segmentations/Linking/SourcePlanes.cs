using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>The images of a source and where they lie: each frame of those that have several.</summary>
/// <remarks>Memory: about 200 bytes for each frame.</remarks>
internal sealed class SourcePlanes
{
    private readonly List<(InstanceHeader Image, int? Frame, SlicePlane Plane)> _places = [];
    private readonly Dictionary<string, InstanceHeader> _images = [];

    private SourcePlanes(ImageSeries series)
    {
        foreach (var image in series.Images)
            _images[image.Facts.SOPInstanceUID] = image;
    }

    /// <summary>The planes, in the order of the images.</summary>
    public IEnumerable<SlicePlane> All => _places.Select(place => place.Plane);

    public static SourcePlanes Read(ImageSeries series, CancellationToken cancellation)
    {
        var planes = new SourcePlanes(series);
        foreach (var image in series.Images)
        {
            if (image.Plane is { } plane)
                planes._places.Add((image, null, plane));
            else if (image.FrameCount is not null)
                planes.AddFrames(image, cancellation);
        }
        return planes;
    }

    /// <summary>The image in a plane, and which of its frames; null where there is none or its frame of reference is another.</summary>
    public InstanceReference? FindAt(SlicePlane? plane, string frameOfReferenceUid)
    {
        if (plane is null)
            return null;
        foreach (var (image, frame, place) in _places)
        {
            if (!SharesFrame(image, frameOfReferenceUid) || !place.IsSame(plane))
                continue;
            // Several frames in one plane are phases or weightings of one image: which was looked at nobody says.
            return InstanceReference.To(image) with
            {
                Frames = frame is null ? [] : [.. _places.Where(other => other.Image == image && other.Plane.IsSame(plane)).Select(other => other.Frame!.Value)],
            };
        }
        return null;
    }

    /// <summary>A reference to the image with an instance UID; null where the source has none.</summary>
    public InstanceReference? Find(string instanceUid) => _images.TryGetValue(instanceUid, out var image) ? InstanceReference.To(image) : null;

    private void AddFrames(InstanceHeader image, CancellationToken cancellation)
    {
        using var file = DicomFile.Open(image.File.Path, ReadScope.WithoutPixelData, cancellation);
        var number = 0;
        foreach (var (_, plane) in FramePlanes.Read(file))
        {
            number++;
            if (plane is not null)
                _places.Add((image, image.FrameCount > 1 ? number : null, plane));
        }
    }

    private static bool SharesFrame(InstanceHeader image, string frameOfReferenceUid) =>
        image.Facts.FrameOfReferenceUID == frameOfReferenceUid || image.Facts.FrameOfReferenceUID.Length == 0 || frameOfReferenceUid.Length == 0;
}
