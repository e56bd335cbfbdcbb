using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Sidecars.Plans;

/// <summary>Finds what a segmentation became when it was repaired: by its folder, else by the UID that it had.</summary>
internal sealed class RepairedSeriesMap
{
    private readonly IReadOnlyList<RepairedSeries> _series;
    private readonly ILookup<string, RepairedSeries> _byUid;

    public RepairedSeriesMap(IReadOnlyList<RepairedSeries> series)
    {
        _series = series;
        _byUid = series.Where(one => !string.IsNullOrEmpty(one.OldSeriesInstanceUID))
            .ToLookup(one => one.OldSeriesInstanceUID!, StringComparer.Ordinal);
    }

    /// <summary>The series whose folder, before or after its repair, is the one that a plan means; null where there is none.</summary>
    public RepairedSeries? FindByPlace(string planFolder, PlanPath place)
    {
        RepairedSeries? best = null;
        var nearest = -1;
        foreach (var series in _series)
        {
            var nearness = Math.Max(
                place.Nearness(planFolder, Path.GetFullPath(series.SourcePath)), place.Nearness(planFolder, Path.GetFullPath(series.Path)));
            if (nearness > nearest)
                (best, nearest) = (series, nearness);
        }
        return best;
    }

    /// <summary>The series that had a UID; null where there is none, or several that shared it.</summary>
    public RepairedSeries? FindByUid(string uid)
    {
        var found = _byUid[uid].Select(series => series.SeriesInstanceUID).Distinct().Count() == 1 ? _byUid[uid] : [];
        return found.FirstOrDefault();
    }
}
