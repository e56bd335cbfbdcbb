using System.Collections.Generic;
using System.Linq;
using Dams.Files.Fingerprints;
using Dams.Segmentations.Lookup;

namespace Dams.Segmentations.Linking;

/// <summary>Image series in which a segmentation may find its source.</summary>
internal sealed class SeriesLookup : ISeriesLookup
{
    private readonly ILookup<string, ImageSeries> _series;
    private readonly Dictionary<ulong, string> _byInstance = [];

    public SeriesLookup(IReadOnlyList<ImageSeries> series)
    {
        _series = series.ToLookup(one => one.SeriesUid);
        foreach (var image in series.SelectMany(one => one.Images))
            _byInstance[Fingerprint.Compute(image.Facts.SOPInstanceUID)] = image.Facts.SeriesInstanceUID;
    }

    /// <inheritdoc/>
    public string? ImageSeriesOf(ulong instance) => _byInstance.TryGetValue(instance, out var uid) ? uid : null;

    /// <inheritdoc/>
    public bool HasImages(string seriesUid) => _series.Contains(seriesUid);

    /// <inheritdoc/>
    public bool HasSegmentation(string seriesUid) => false;

    /// <summary>The series with a UID: one for each patient who has it.</summary>
    public IEnumerable<ImageSeries> Find(string seriesUid) => _series[seriesUid];
}
