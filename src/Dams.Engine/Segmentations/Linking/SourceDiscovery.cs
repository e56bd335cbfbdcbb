using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>
/// Finds the series that a segmentation was drawn on: the one that it names itself, else the one that fits by frame of
/// reference and geometry.
/// </summary>
internal sealed class SourceDiscovery
{
    private readonly ImageSeries _segmentation;
    private readonly ImageSeries[] _candidates;
    private readonly SeriesLookup _all;
    private readonly CancellationToken _cancellation;

    private SourceDiscovery(
        ImageSeries segmentation, IReadOnlyList<ImageSeries> series, bool ignoresIssuer, CancellationToken cancellation)
    {
        _segmentation = segmentation;
        _candidates = [.. series.Where(one => !one.IsOfOtherPatient(segmentation, ignoresIssuer))];
        _all = new SeriesLookup(series);
        _cancellation = cancellation;
    }

    /// <summary>The one series that it is.</summary>
    /// <param name="series">The series among which it is looked for; those of other patients are no candidates.</param>
    /// <param name="ignoresIssuer">Whether patients are told apart by PatientID alone.</param>
    /// <exception cref="DamsException">None is, several may be, or the one that it names is not here or another patient's.</exception>
    public static ImageSeries Find(
        ImageSeries segmentation, IReadOnlyList<ImageSeries> series, bool ignoresIssuer, CancellationToken cancellation) =>
        new SourceDiscovery(segmentation, series, ignoresIssuer, cancellation).Find();

    private ImageSeries Find()
    {
        var own = OwnReference.Read(_segmentation, _all, _cancellation);
        if (!own.IsCertain)
            return FindByGeometry(_candidates, preferred: own.Source.SeriesUids);
        if (own.Source.IsLost)
            throw SegmentationErrors.SourceNotHere();
        return own.Source.SeriesUids.Count switch
        {
            0 => FindByGeometry(_candidates, preferred: []),
            1 => FindNamed(own.Source.SeriesUids[0]),
            _ => FindByGeometry([.. _candidates.Where(candidate => own.Source.SeriesUids.Contains(candidate.SeriesUid))], preferred: []),
        };
    }

    private ImageSeries FindNamed(string uid)
    {
        var found = _candidates.Where(candidate => candidate.SeriesUid == uid).ToArray();
        return found.Length switch
        {
            0 => throw (_all.HasImages(uid) ? SegmentationErrors.OtherPatient("source") : SegmentationErrors.SourceNotHere()),
            1 => found[0],
            _ => throw SegmentationErrors.SeveralSourcesFit(found.Length),
        };
    }

    private ImageSeries FindByGeometry(IReadOnlyList<ImageSeries> candidates, IReadOnlyList<string> preferred)
    {
        var planes = PlanesOf(_segmentation).ToArray();
        var fitting = planes.Length == 0 ? [] : candidates.Where(candidate => Fits(planes, candidate)).ToArray();
        if (fitting.Length > 1 && fitting.Where(one => preferred.Contains(one.SeriesUid)).ToArray() is { Length: 1 } named)
            fitting = named;
        return fitting.Length switch
        {
            0 => throw SegmentationErrors.NoSourceFits(),
            1 => fitting[0],
            _ => throw SegmentationErrors.SeveralSourcesFit(fitting.Length),
        };
    }

    private bool Fits(SlicePlane[] planes, ImageSeries candidate)
    {
        var (first, image) = (_segmentation.Images[0], candidate.Images[0]);
        if (first.Facts.FrameOfReferenceUID.Length == 0
            || image.Facts.FrameOfReferenceUID != first.Facts.FrameOfReferenceUID
            || (!first.IsSegmentationObject && image.Grid != first.Grid))
        {
            return false;
        }
        var places = new SourcePlanes(candidate).All.ToArray();
        return planes.All(plane => places.Any(other => other.HasSameOrientation(plane) && other.IsSame(plane)));
    }

    private static IEnumerable<SlicePlane> PlanesOf(ImageSeries segmentation) => segmentation.Images
        .SelectMany(image => image.IsSegmentationObject ? image.Frames.Select(frame => frame.Plane) : [image.Plane]).OfType<SlicePlane>();
}
