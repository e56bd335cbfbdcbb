using System.Collections.Generic;
using System.Linq;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>The images of a source and where they lie: each frame of those that have several.</summary>
/// <remarks>Memory: about 200 bytes for each frame.</remarks>
internal sealed class SourcePlanes
{
    private readonly List<(InstanceHeader Image, int? Frame, SlicePlane Plane)> _places = [];
    private readonly Dictionary<string, InstanceHeader> _images = [];

    public SourcePlanes(ImageSeries series)
    {
        foreach (var image in series.Images)
        {
            _images[image.Facts.SOPInstanceUID] = image;
            if (image.Plane is { } plane)
                _places.Add((image, null, plane));
            else if (image.FrameCount is not null)
                AddFrames(image);
        }
    }

    /// <summary>The planes, in the order of the images.</summary>
    public IEnumerable<SlicePlane> All => _places.Select(place => place.Plane);

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

    private void AddFrames(InstanceHeader image)
    {
        for (var i = 0; i < image.Frames.Count; i++)
        {
            if (image.Frames[i].Plane is { } plane)
                _places.Add((image, image.FrameCount > 1 ? i + 1 : null, plane));
        }
    }

    private static bool SharesFrame(InstanceHeader image, string frameOfReferenceUid) =>
        image.Facts.FrameOfReferenceUID == frameOfReferenceUid || image.Facts.FrameOfReferenceUID.Length == 0 || frameOfReferenceUid.Length == 0;
}
