using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Sidecars;
using Dams.Sidecars.Plans;
using Dams.Sources;

namespace Dams.PatientJobs;

/// <summary>
/// The segmentations of one patient, repaired and linked with the identifiers that they have in the source, so that they
/// can be protected like all other images.
/// </summary>
/// <param name="Repaired">The segmentations after their repair.</param>
/// <param name="Instances">The headers of all instances to protect: images where they are, segmentations as they were staged.</param>
/// <param name="LinkedCount">How many segmentations lead to what they belong to.</param>
/// <param name="Problems">Why others could not be linked, in words without patient values.</param>
internal sealed record StagedSegmentations(
    IReadOnlyList<RepairedSeries> Repaired, IReadOnlyList<InstanceHeader> Instances, int LinkedCount, IReadOnlyList<string> Problems)
{
    /// <summary>Repairs and links what is found.</summary>
    /// <param name="sidecars">Reads the planning logs.</param>
    /// <param name="staging">Where the repaired files go; null to repair them where they are.</param>
    /// <param name="protectedBefore">In place: the files that an earlier run protected.</param>
    public static StagedSegmentations Create(
        PatientFolder folder,
        SidecarReader sidecars,
        PatientBatchOptions options,
        string? staging,
        IReadOnlyCollection<SourceFile> protectedBefore,
        RunContext context)
    {
        var common = SegmentationRepair.FolderOf(folder.Files);
        var repaired = SegmentationRepair.Run(
            [.. Unprotected(folder.Instances, protectedBefore)],
            common,
            new RepairOptions(options.Protection.Key, staging) { SeriesNumber = options.SeriesNumber, AllowsNone = true },
            context);
        if (repaired.Count == 0)
            return new StagedSegmentations(repaired, folder.Instances, 0, []);
        var instances = Stage(folder.Instances, repaired, staging, common, context);
        var images = instances.Where(instance => !instance.IsStaged).Select(instance => instance.Header).ToArray();
        // A plan may name a folder of images that are no masks, or by its UID another series: these stay as they are.
        var places = new HashSet<string>(repaired.Select(series => series.Path), PathComparison.Comparer);
        var links = SegmentationPlan.Read(
            folder.Files, sidecars, repaired, SeriesIndex.Group(images), new FolderEntries(folder.Files.Select(file => file.Path)), context)
            .Select(link => link.Path.Length == 0 || places.Contains(link.Path) ? link : LeaveOut(link, isDone: protectedBefore.Count > 0)).ToArray();
        var all = instances.Select(instance => instance.Header).ToArray();
        var (linked, problems) = Link(links, repaired, all, images, options, context);
        return new StagedSegmentations(
            repaired,
            staging is null ? all : [.. images, .. instances.Where(instance => instance.IsStaged).Select(instance => instance.Header)],
            linked,
            [.. links.Select(link => link.Problem).OfType<string>().Concat(problems).Distinct()]);
    }

    // A folder in which one file is protected was repaired and linked before.
    private static IEnumerable<InstanceHeader> Unprotected(IReadOnlyList<InstanceHeader> instances, IReadOnlyCollection<SourceFile> protectedBefore)
    {
        var done = new HashSet<string>(protectedBefore.Select(file => Path.GetDirectoryName(file.Path)!), PathComparison.Comparer);
        return instances.Where(instance => !done.Contains(Path.GetDirectoryName(instance.File.Path)!));
    }

    // What an earlier run did needs nothing, though this one does not know it as a mask.
    private static SegmentationLink LeaveOut(SegmentationLink link, bool isDone) =>
        link with { Path = "", Problem = isDone ? link.Problem : PlanProblem.NoMasks };

    /// <summary>The instances in their order, each segmentation as it is after its repair; one that could not be repaired is left out.</summary>
    private static List<(InstanceHeader Header, bool IsStaged)> Stage(
        IReadOnlyList<InstanceHeader> instances, IReadOnlyList<RepairedSeries> repaired, string? staging, string common, RunContext context)
    {
        var sources = new HashSet<string>(repaired.SelectMany(series => series.SourceFiles), PathComparison.Comparer);
        // Of these the header was read already.
        var kept = new HashSet<string>(repaired.Where(series => series.IsUntouched).SelectMany(series => series.Files), PathComparison.Comparer);
        var written = new HashSet<string>(repaired.SelectMany(series => series.Files).Where(file => !kept.Contains(file)), PathComparison.Comparer);
        var moved = instances.Select(instance => instance.File).Where(file => sources.Contains(file.Path)).Select(Move)
            .Where(file => written.Contains(file.Path)).ToArray();
        var staged = HeaderScan.ReadInstances(moved, InstanceHeader.Read, context, RunPhase.Linking).ToDictionary(header => header.File.Number);
        var result = new List<(InstanceHeader, bool)>();
        foreach (var instance in instances)
        {
            if (!sources.Contains(instance.File.Path) || kept.Contains(instance.File.Path))
                result.Add((instance, sources.Contains(instance.File.Path)));
            else if (staged.TryGetValue(instance.File.Number, out var header))
                result.Add((header, true));
        }
        return result;

        SourceFile Move(SourceFile file) => staging is null ? file : file with { Root = MovePath(file.Root), Path = MovePath(file.Path) };

        string MovePath(string path) => path.Length == 0 ? "" : staging + path.Substring(common.Length);
    }

    private static (int Linked, IReadOnlyList<string> Problems) Link(
        IReadOnlyList<SegmentationLink> links,
        IReadOnlyList<RepairedSeries> repaired,
        IReadOnlyList<InstanceHeader> instances,
        IReadOnlyList<InstanceHeader> images,
        PatientBatchOptions options,
        RunContext context)
    {
        var linker = new SegmentationLinker(new LinkOptions { Convention = options.Convention, IgnoreIssuer = options.Protection.IgnoreIssuer }, context, instances);
        var requests = links.Where(link => link.SourcePath is not null && link.Path.Length > 0).Select(LinkRequest.From).ToList();
        if (options.Discover)
        {
            var planned = new HashSet<string?>(requests.Select(request => request.SeriesInstanceUID));
            string[] candidates = [.. images.Select(image => image.File.Path)];
            requests.AddRange(repaired.Where(series => !planned.Contains(series.SeriesInstanceUID))
                .Select(series => new LinkRequest(series.Files, candidates) { Discover = true }));
        }
        var count = requests.Select((request, i) => linker.Link(request, i + 1)).Count(linked => linked is not null);
        return (count, linker.Problems);
    }
}
