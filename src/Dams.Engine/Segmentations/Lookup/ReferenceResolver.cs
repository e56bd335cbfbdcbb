using System.Collections.Generic;
using System.Linq;

namespace Dams.Segmentations.Lookup;

/// <summary>Follows the references of segmentations to the series that an index holds.</summary>
internal sealed class ReferenceResolver
{
    private readonly SegmentationIndex _index;

    public ReferenceResolver(SegmentationIndex index) => _index = index;

    /// <summary>Finds the source and the partner of one segmentation.</summary>
    public SegmentationReference Resolve(IndexedSeries series)
    {
        var problems = new List<string>();
        var source = Source(series, problems);
        var partner = Partner(series, problems);
        if (_index.Find(series.Uid, series, isSegmentation: false) is not null)
            problems.Add("It shares its series UID with other images; Repair-SegmentationSeries gives it one of its own.");
        var references = series.References;
        return new SegmentationReference(
            references.Labels.Count == 0 ? null : string.Join(", ", references.Labels),
            references.LesionNumber,
            source.Uid,
            source.Series?.Files ?? [],
            partner.Uid,
            partner.Series?.Files ?? [],
            !references.HasAny ? null : references.IsLegacy ? ReferenceConvention.Legacy : ReferenceConvention.Standard,
            problems.Count == 0 ? null : string.Join(" ", problems),
            series.Uid,
            series.Path,
            series.Files);
    }

    private (string? Uid, IndexedSeries? Series) Source(IndexedSeries series, List<string> problems)
    {
        var named = SourceUids(series);
        if (named.Count == 0)
            problems.Add("It names no source.");
        if (named.Count > 1)
            problems.Add($"It names {named.Count} source series.");
        if (named.Count != 1)
            return (null, null);
        // Its own series is no source, though images may share the UID.
        var found = named[0] == series.Uid ? null : _index.Find(named[0], series, isSegmentation: false);
        if (found is null)
            problems.Add("The series it was drawn on is not here.");
        else if (series.References.SourceInstances.Count(instance => _index.FindByInstance(instance) is null) is > 0 and var missing)
            problems.Add(missing == 1 ? "1 image it was drawn on is not here." : $"{missing} images it was drawn on are not here.");
        return (named[0], found);
    }

    /// <summary>What it names as source: by the purpose it gives, else by instances, else by what is no segmentation.</summary>
    private IReadOnlyList<string> SourceUids(IndexedSeries series)
    {
        var references = series.References;
        if (references.SourceSeries.Count > 0)
            return [.. references.SourceSeries];
        var byInstance = references.SourceInstances.Select(_index.FindByInstance).OfType<IndexedSeries>()
            .Where(found => !found.IsSegmentation).Select(found => found.Uid).Distinct().ToArray();
        if (byInstance.Length > 0)
            return byInstance;
        var others = references.OtherSeries.Where(
            uid => uid != series.Uid && _index.Find(uid, series, isSegmentation: true) is null).ToArray();
        var here = others.Where(uid => _index.Find(uid, series, isSegmentation: false) is not null).ToArray();
        return here.Length > 0 ? here : others;
    }

    private (string? Uid, IndexedSeries? Series) Partner(IndexedSeries series, List<string> problems)
    {
        var named = PartnerUids(series);
        if (named.Count > 1)
            problems.Add($"It names {named.Count} partners.");
        if (named.Count != 1)
            return (null, null);
        var found = _index.Find(named[0], series, isSegmentation: true);
        if (found is null)
            problems.Add("Its partner is not here.");
        return (named[0], found);
    }

    /// <summary>What it names as partner, else the segmentations that it lists, else the one that names it.</summary>
    private IReadOnlyList<string> PartnerUids(IndexedSeries series)
    {
        var references = series.References;
        if (references.PartnerSeries.Count > 0)
            return [.. references.PartnerSeries];
        var listed = references.OtherInstances.Select(_index.FindByInstance).OfType<IndexedSeries>()
            .Concat(references.OtherSeries.Select(uid => _index.Find(uid, series, isSegmentation: true)).OfType<IndexedSeries>())
            .Where(found => found.IsSegmentation && found != series).Select(found => found.Uid).Distinct().ToArray();
        return listed.Length > 0 ? listed : [.. _index.PartnersOf(series).Where(other => other != series).Select(other => other.Uid).Distinct()];
    }
}
