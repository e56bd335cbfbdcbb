using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Segmentations;
using Dams.Sidecars;
using Dams.Sidecars.Plans;
using Dams.Sources;

namespace Dams.PatientJobs;

/// <summary>
/// The segmentations of one patient, repaired and linked with the identifiers that they have in the source, so that they
/// can be protected like all other images.
/// </summary>
/// <param name="Repaired">The segmentations after their repair.</param>
/// <param name="Instances">The headers of all instances to protect, each segmentation with its changes.</param>
/// <param name="LinkedCount">How many segmentations lead to what they belong to.</param>
/// <param name="Problems">Why others could not be linked, in words without patient values.</param>
internal sealed record PatientSegmentations(
    IReadOnlyList<RepairedSeries> Repaired, IReadOnlyList<InstanceHeader> Instances, int LinkedCount, IReadOnlyList<string> Problems)
{
    /// <summary>Repairs and links what is found: in place on the disk, else in memory.</summary>
    /// <param name="sidecars">Reads the planning logs.</param>
    /// <param name="protectedBefore">In place: the files that an earlier run protected.</param>
    public static PatientSegmentations Create(
        PatientFolder folder, SidecarReader sidecars, PatientBatchOptions options, IReadOnlyCollection<SourceFile> protectedBefore, RunContext context)
    {
        var held = options.Protection.InPlace ? null : new HeldRewrites();
        var repaired = SegmentationRepair.Run(
            [.. Unprotected(folder.Instances, protectedBefore)],
            SegmentationRepair.FolderOf(folder.Files),
            new RepairOptions(options.Protection.Key, Destination: null) { SeriesNumber = options.SeriesNumber, AllowsNone = true },
            context,
            held);
        if (repaired.Count == 0)
            return new PatientSegmentations(repaired, folder.Instances, 0, []);
        var instances = AfterRepair(folder.Instances, repaired, held, context);
        var images = instances.Where(instance => !instance.IsSegmentation).Select(instance => instance.Header).ToArray();
        // A plan may name a folder of images that are no masks, or by its UID another series: these stay as they are.
        var places = new HashSet<string>(repaired.Select(series => series.Path), PathComparison.Comparer);
        var links = SegmentationPlan.Read(
            folder.Files, sidecars, repaired, SeriesIndex.Group(images), new FolderEntries(folder.Files.Select(file => file.Path)), context)
            .Select(link => link.Path.Length == 0 || places.Contains(link.Path) ? link : LeaveOut(link, isDone: protectedBefore.Count > 0)).ToArray();
        var all = instances.Select(instance => instance.Header).ToArray();
        var (linked, problems) = Link(links, repaired, all, images, options, context, held);
        return new PatientSegmentations(
            repaired,
            held is null ? all : [.. images, .. held.Complete(instances.Where(instance => instance.IsSegmentation).Select(instance => instance.Header))],
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
    private static List<(InstanceHeader Header, bool IsSegmentation)> AfterRepair(
        IReadOnlyList<InstanceHeader> instances, IReadOnlyList<RepairedSeries> repaired, HeldRewrites? held, RunContext context)
    {
        var sources = new HashSet<string>(repaired.SelectMany(series => series.SourceFiles), PathComparison.Comparer);
        // Of these the header was read already.
        var kept = new HashSet<string>(repaired.Where(series => series.IsUntouched).SelectMany(series => series.Files), PathComparison.Comparer);
        var written = new HashSet<string>(repaired.SelectMany(series => series.Files).Where(file => !kept.Contains(file)), PathComparison.Comparer);
        var changed = instances.Select(instance => instance.File).Where(file => written.Contains(file.Path)).Select(file => held?.Of(file) ?? file).ToArray();
        var reread = HeaderScan.ReadInstances(changed, InstanceHeader.Read, context, RunPhase.Linking).ToDictionary(header => header.File.Number);
        var result = new List<(InstanceHeader, bool)>();
        foreach (var instance in instances)
        {
            if (!sources.Contains(instance.File.Path) || kept.Contains(instance.File.Path))
                result.Add((instance, sources.Contains(instance.File.Path)));
            else if (reread.TryGetValue(instance.File.Number, out var header))
                result.Add((header, true));
        }
        return result;
    }

    private static (int Linked, IReadOnlyList<string> Problems) Link(
        IReadOnlyList<SegmentationLink> links,
        IReadOnlyList<RepairedSeries> repaired,
        IReadOnlyList<InstanceHeader> instances,
        IReadOnlyList<InstanceHeader> images,
        PatientBatchOptions options,
        RunContext context,
        HeldRewrites? held)
    {
        var linker = new SegmentationLinker(new LinkOptions { Convention = options.Convention, IgnoreIssuer = options.Protection.IgnoreIssuer }, context, instances, held);
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
