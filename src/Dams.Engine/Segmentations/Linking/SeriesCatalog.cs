using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Sources;

namespace Dams.Segmentations.Linking;

/// <summary>Finds the series that a user means by a path, among instances that were read, or else reads the path once.</summary>
internal sealed class SeriesCatalog
{
    private readonly ILookup<string, InstanceHeader> _byFolder;
    private readonly Dictionary<string, IReadOnlyList<InstanceHeader>> _known = new(PathComparison.Comparer);
    private readonly RunContext _context;

    /// <param name="instances">Instances that were read.</param>
    public SeriesCatalog(IEnumerable<InstanceHeader> instances, RunContext context)
    {
        _byFolder = instances.ToLookup(instance => Path.GetDirectoryName(instance.File.Path)!, PathComparison.Comparer);
        _context = context;
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
        One(paths, wanted, "source", IsSource);

    /// <summary>All series at some paths that are no segmentations.</summary>
    public IReadOnlyList<ImageSeries> Candidates(IReadOnlyList<string> paths) =>
        [.. SeriesOf(Find(paths).Where(IsSource))];

    // Reports and structure sets lie with the images: nothing is drawn on them.
    private static bool IsSource(InstanceHeader header) => header.IsImage && !MaskDetection.IsSegmentation(header);

    private ImageSeries One(IReadOnlyList<string> paths, string? wanted, string what, Func<InstanceHeader, bool> isExpected)
    {
        var headers = Find(paths);
        // A segmentation may be one because the user says so, and its source may be drawn on itself.
        var series = SeriesOf(headers.Any(isExpected) ? headers.Where(isExpected) : headers).ToArray();
        if (series.Length > 1 && series.Where(one => one.SeriesUid == wanted).ToArray() is { Length: > 0 } named)
            series = named;
        return series.Length switch
        {
            0 => throw SegmentationErrors.NoSeries(what),
            1 => series[0],
            _ => throw SegmentationErrors.SeveralSeries(what, series.Length),
        };
    }

    private static IEnumerable<ImageSeries> SeriesOf(IEnumerable<InstanceHeader> headers) => headers
        .Where(header => header.Facts.SOPInstanceUID.Length > 0 && header.Facts.SeriesInstanceUID.Length > 0)
        .GroupBy(header => (header.Facts.SeriesInstanceUID, header.Facts.PatientID)).Select(group => new ImageSeries(group));

    private IReadOnlyList<InstanceHeader> Find(IReadOnlyList<string> paths)
    {
        var key = string.Join("\n", paths);
        if (!_known.TryGetValue(key, out var headers))
            _known.Add(key, headers = _byFolder.Count > 0 ? Select(paths) : Read(paths));
        return headers;
    }

    private InstanceHeader[] Select(IReadOnlyList<string> paths)
    {
        var wanted = new HashSet<string>(paths.Select(path => Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)), PathComparison.Comparer);
        return [.. _byFolder.SelectMany(folder => IsBelow(folder.Key) ? folder : folder.Where(header => wanted.Contains(header.File.Path)))];

        bool IsBelow(string? folder)
        {
            for (; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (wanted.Contains(folder))
                    return true;
            }
            return false;
        }
    }

    private InstanceHeader[] Read(IReadOnlyList<string> paths) =>
        [.. HeaderScan.ReadInstances(SourceFiles.Find(paths, _context), InstanceHeader.Read, _context, RunPhase.Linking)];
}
