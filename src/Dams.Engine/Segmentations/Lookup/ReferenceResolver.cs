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
        if (_index.Find(series.Uid, series, isSegmentation: false) is { } same && !IsOfOtherPatient(same, series))
            problems.Add(ReferenceProblems.SharedSeriesUid);
        var references = series.References;
        return new SegmentationReference(
            _index.PatientOf(series),
            references.Labels.Count == 0 ? null : string.Join(", ", references.Labels),
            references.LesionNumber,
            source.Uid,
            source.Series?.Path,
            source.Series?.Files ?? [],
            partner.Uid,
            partner.Series?.Path,
            partner.Series?.Files ?? [],
            !references.HasAny ? null : references.IsLegacy ? ReferenceConvention.Legacy : ReferenceConvention.Standard,
            problems.Count == 0 ? null : string.Join(" ", problems),
            series.Uid,
            series.Path,
            series.Files)
        {
            IsLinkable = !references.IsShape,
        };
    }

    private (string? Uid, IndexedSeries? Series) Source(IndexedSeries series, List<string> problems)
    {
        var named = NamedSource.Find(series.References, series.Uid, new IndexLookup(_index, series));
        if (named.SeriesUids.Count != 1)
        {
            problems.Add(named.IsLost ? ReferenceProblems.SourceImagesNotHere
                : named.SeriesUids.Count == 0 ? ReferenceProblems.NoSource
                : ReferenceProblems.SeveralSources(named.SeriesUids.Count));
            return (null, null);
        }
        // Its own series is no source, though images may share the UID.
        var uid = named.SeriesUids[0];
        var found = uid == series.Uid ? null : _index.Find(uid, series, isSegmentation: false);
        if (found is null)
            problems.Add(ReferenceProblems.SourceNotHere);
        else if (IsOfOtherPatient(found, series))
            problems.Add(ReferenceProblems.SourceOfOtherPatient);
        if (found is null || IsOfOtherPatient(found, series))
            return (uid, null);
        if (Differ(found.FrameOfReferenceUid, series.FrameOfReferenceUid))
            problems.Add(ReferenceProblems.OtherFrameOfReference);
        if (series.References.SourceInstances.Count(instance => _index.FindByInstance(instance) is null) is > 0 and var missing)
            problems.Add(ReferenceProblems.LostImages(missing));
        return (uid, found);
    }

    private (string? Uid, IndexedSeries? Series) Partner(IndexedSeries series, List<string> problems)
    {
        var named = PartnerUids(series);
        if (named.Count > 1)
            problems.Add(ReferenceProblems.SeveralPartners(named.Count));
        if (named.Count != 1)
            return (null, null);
        var found = _index.Find(named[0], series, isSegmentation: true);
        if (found is not null && !IsOfOtherPatient(found, series))
            return (named[0], found);
        problems.Add(found is null ? ReferenceProblems.PartnerNotHere : ReferenceProblems.PartnerOfOtherPatient);
        return (named[0], null);
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

    private bool IsOfOtherPatient(IndexedSeries found, IndexedSeries series) => Differ(_index.PatientOf(found), _index.PatientOf(series));

    private static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;
}
