using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>Reads each path once, and finds the series that a user means by it.</summary>
internal sealed class SeriesCatalog
{
    private readonly Dictionary<string, IReadOnlyList<ImageHeader>> _known = new(PathComparison.Comparer);
    private readonly int _workers;
    private readonly IRunListener _listener;
    private readonly CancellationToken _cancellation;

    public SeriesCatalog(int workers, IRunListener listener, CancellationToken cancellation)
    {
        _workers = workers;
        _listener = listener;
        _cancellation = cancellation;
    }

    /// <summary>The one segmentation at some paths.</summary>
    /// <param name="wanted">The UID of its series, where it is known.</param>
    /// <param name="what">What the user calls it, for messages.</param>
    /// <exception cref="DamsException">There is none or several.</exception>
    public ImageSeries Segmentation(IReadOnlyList<string> paths, string? wanted, string what) =>
        One(paths, wanted, what, MaskDetection.IsSegmentation);

    /// <summary>The one series at some paths that is no segmentation.</summary>
    /// <param name="wanted">Its UID, where it is known.</param>
    /// <exception cref="DamsException">There is none or several.</exception>
    public ImageSeries Source(IReadOnlyList<string> paths, string? wanted) =>
        One(paths, wanted, "source", header => !MaskDetection.IsSegmentation(header));

    /// <summary>All series at some paths that are no segmentations.</summary>
    public IReadOnlyList<ImageSeries> Candidates(IReadOnlyList<string> paths) =>
        [.. SeriesOf(Read(paths).Where(header => !MaskDetection.IsSegmentation(header)))];

    private ImageSeries One(IReadOnlyList<string> paths, string? wanted, string what, Func<ImageHeader, bool> isExpected)
    {
        var headers = Read(paths);
        // A segmentation may be one because the user says so, and its source may be drawn on itself.
        var series = SeriesOf(headers.Any(isExpected) ? headers.Where(isExpected) : headers).ToArray();
        if (series.Length > 1 && series.FirstOrDefault(one => one.SeriesUid == wanted) is { } named)
            return named;
        return series.Length switch
        {
            0 => throw SegmentationErrors.NoSeries(what),
            1 => series[0],
            _ => throw SegmentationErrors.SeveralSeries(what, series.Length),
        };
    }

    private static IEnumerable<ImageSeries> SeriesOf(IEnumerable<ImageHeader> headers) => headers
        .Where(header => header.SOPInstanceUID.Length > 0 && header.SeriesInstanceUID.Length > 0)
        .GroupBy(header => header.SeriesInstanceUID).Select(group => new ImageSeries(group));

    private IReadOnlyList<ImageHeader> Read(IReadOnlyList<string> paths)
    {
        var key = string.Join("\n", paths);
        if (!_known.TryGetValue(key, out var headers))
        {
            headers = [.. HeaderScan.Read(SourceFiles.Find(paths, _listener, _cancellation), ImageHeader.Read, _workers, _listener, _cancellation)];
            _known.Add(key, headers);
        }
        return headers;
    }
}
