using System.Collections.Generic;
using System.Linq;

namespace Dams.Sidecars.Plans;

/// <summary>Finds the masks and the sources that plans name.</summary>
internal sealed class PlanResolver
{
    private readonly RepairedSeriesMap _repaired;
    private readonly MaskIndex _index;
    private readonly FolderEntries _entries;

    public PlanResolver(RepairedSeriesMap repaired, MaskIndex index, FolderEntries entries) =>
        (_repaired, _index, _entries) = (repaired, index, entries);

    /// <summary>Finds where the masks are, and their series.</summary>
    public void FindMasks(IReadOnlyList<PlannedMask> masks)
    {
        foreach (var mask in masks)
            FindMask(mask);
        _index.AddMasks(masks.Select(mask => mask.Path).Where(path => path is not null)!);
    }

    /// <summary>Finds the series that the masks were drawn on.</summary>
    public void FindSources(IReadOnlyList<PlannedMask> masks)
    {
        foreach (var mask in masks)
        {
            if (mask.Plan.SourceUid.Length == 0)
            {
                mask.SetProblem(PlanProblem.NoSourceNamed);
                continue;
            }
            mask.SourcePath = _index.FindSource(mask.Plan.SourceUid);
            if (mask.SourcePath is null && !_index.IsEmpty)
                mask.SetProblem(PlanProblem.NoSource);
        }
    }

    private void FindMask(PlannedMask mask)
    {
        var plan = mask.Plan;
        if (plan.IsSphere)
        {
            mask.SetProblem(PlanProblem.Sphere);
            return;
        }
        var repaired = _repaired.FindByPlace(plan.Folder, plan.Place)
            ?? (plan.SeriesUid.Length > 0 ? _repaired.FindByUid(plan.SeriesUid) : null);
        if (repaired is not null)
        {
            (mask.Path, mask.SeriesUid) = (repaired.Path, repaired.SeriesInstanceUID);
            return;
        }
        mask.SeriesUid = plan.SeriesUid.Length > 0 ? plan.SeriesUid : null;
        mask.Path = plan.Place.Find(plan.Folder, _entries) ?? _index.FindMasks(plan.SeriesUid);
        if (mask.Path is null)
            mask.SetProblem(PlanProblem.NoMasks);
        else if (!_index.IsEmpty)
            TakeSeriesOf(mask, _index.UidsAt(mask.Path));
    }

    /// <summary>What the files say of their series counts, not what the plan remembers.</summary>
    private void TakeSeriesOf(PlannedMask mask, IReadOnlyList<string> uids)
    {
        if (uids.Count == 0)
            mask.SetProblem(PlanProblem.NoMasks);
        else if (uids.Count > 1)
            mask.SetProblem(PlanProblem.SeveralMasks);
        else
        {
            mask.SeriesUid = uids[0];
            if (_index.IsShared(uids[0], mask.Path!))
                mask.SetProblem(PlanProblem.SharedSeries);
        }
    }
}
