using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Files;
using Dams.Reporting;
using Dams.Sidecars;
using Dams.Sidecars.Plans;

namespace Dams;

/// <summary>Which masks are of which lesion, and on which series they were drawn, as planning logs say.</summary>
public static class SegmentationPlan
{
    /// <summary>Reads the planning logs in some folders, at any depth.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="repaired">What Repair-SegmentationSeries gave: the series UIDs that masks have now.</param>
    /// <param name="index">The series to find sources and masks among; where it is empty, paths alone are followed.</param>
    public static IReadOnlyList<SegmentationLink> Read(
        IReadOnlyList<string> paths,
        IReadOnlyList<RepairedSeries> repaired,
        IReadOnlyList<DicomSeries> index,
        RunContext context) => Read(SourceFiles.Find(paths, context), new SidecarReader(), repaired, index, new FolderEntries(), context);

    /// <summary>Reads the planning logs among files that were found already.</summary>
    internal static IReadOnlyList<SegmentationLink> Read(
        IReadOnlyList<SourceFile> files,
        SidecarReader reader,
        IReadOnlyList<RepairedSeries> repaired,
        IReadOnlyList<DicomSeries> index,
        FolderEntries entries,
        RunContext context)
    {
        var masks = new List<PlannedMask>();
        foreach (var file in files.Where(file => PlanFile.HasPlanName(file.Path)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            try
            {
                masks.AddRange(reader.PlanOf(file).Select(segmentation => new PlannedMask(segmentation)));
            }
            catch (Exception e) when (SourceErrors.Translate(e) is { } error)
            {
                context.Listener.Fail(new FileFailure($"File {file.Number}", file.Path, error));
            }
        }
        var resolver = new PlanResolver(new RepairedSeriesMap(repaired), new MaskIndex(index), entries);
        resolver.FindMasks(masks);
        var distinct = Distinct(masks);
        resolver.FindSources(distinct);
        var pairing = new PlanPairing(distinct);
        return distinct.Select(mask => ToLink(mask, pairing.Find(mask))).ToArray();
    }

    /// <summary>Each segmentation once: a plan is saved again and again, and a validation repeats it.</summary>
    private static List<PlannedMask> Distinct(List<PlannedMask> masks)
    {
        var distinct = new List<PlannedMask>();
        var known = new Dictionary<string, PlannedMask>(PathComparison.Comparer);
        foreach (var mask in masks)
        {
            var plan = mask.Plan;
            var key = mask.Path ?? (plan.IsSphere
                ? $"{plan.Folder}|{plan.Label}|{plan.LesionNumber}"
                : $"{plan.Folder}|{plan.Place.Key}|{plan.SeriesUid}");
            if (!known.TryGetValue(key, out var first))
            {
                known.Add(key, mask);
                distinct.Add(mask);
            }
            else if (plan.Label != first.Plan.Label || plan.LesionNumber != first.Plan.LesionNumber || plan.SourceUid != first.Plan.SourceUid)
                first.SetProblem(PlanProblem.Disagreement);
        }
        return distinct;
    }

    private static SegmentationLink ToLink(PlannedMask mask, PlannedMask? partner) => new(
        mask.Plan.Label,
        mask.Plan.LesionNumber,
        mask.Path ?? "",
        mask.SeriesUid,
        mask.Plan.SourceUid.Length > 0 ? mask.Plan.SourceUid : null,
        // What plans do not agree on is not to be linked.
        mask.Problem == PlanProblem.Disagreement ? null : mask.SourcePath,
        partner?.SeriesUid,
        partner?.Path,
        mask.Problem);
}
