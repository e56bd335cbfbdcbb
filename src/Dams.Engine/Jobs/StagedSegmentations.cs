using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Batches;
using Dams.Segmentations;
using Dams.Sidecars;

namespace Dams.Jobs;

/// <summary>
/// The segmentations of one patient, repaired and linked with the identifiers that they have in the source, so that they
/// can be protected like all other images.
/// </summary>
internal sealed class StagedSegmentations
{
    private readonly PatientBatchOptions _options;
    private readonly IRunListener _listener;
    private readonly CancellationToken _cancellation;

    public StagedSegmentations(PatientBatchOptions options, IRunListener listener, CancellationToken cancellation)
    {
        _options = options;
        _listener = listener;
        _cancellation = cancellation;
    }

    /// <summary>The segmentations as they are now.</summary>
    public IReadOnlyList<RepairedSeries> Repaired { get; private set; } = [];

    /// <summary>How many of them lead to what they belong to.</summary>
    public int LinkedCount { get; private set; }

    /// <summary>What keeps others from it, in words without patient values.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Repairs and links what is found.</summary>
    /// <param name="folders">The patient's folders.</param>
    /// <param name="staging">Where the repaired files go; null to repair them where they are.</param>
    public void Make(IReadOnlyList<string> folders, string? staging)
    {
        var repair = new RepairOptions(_options.Protection.Key, staging)
        {
            SeriesNumber = _options.SeriesNumber,
            AllowsNone = true,
            Workers = _options.Protection.Workers,
        };
        Repaired = SegmentationRepair.Run(staging is null ? Unprotected(folders) : folders, repair, _listener, _cancellation);
        if (Repaired.Count == 0)
            return;
        var images = Images(SourceFiles.Find(folders, _listener));
        var series = SeriesIndex.Read(images, _options.Protection.Workers, _listener, _cancellation);
        var links = SegmentationPlan.Read(folders, Repaired, series, _listener, _cancellation);
        Link(links, [.. images.Select(image => image.Path)]);
        Problems = [.. links.Select(link => link.Problem).OfType<string>().Distinct()];
    }

    /// <summary>The files to protect: images from where they are, segmentations as they were staged.</summary>
    public IReadOnlyList<SourceFile> Files(IReadOnlyList<string> folders, string staging)
    {
        var found = SourceFiles.Find(folders, _listener);
        var common = SegmentationRepair.FolderOf(found);
        var staged = new HashSet<string>(Repaired.SelectMany(series => series.Files), PathComparison.Comparer);
        var segmentations = found
            .Select(file => file with { Root = Move(file.Root), Path = Move(file.Path) })
            .Where(file => staged.Contains(file.Path));
        return [.. Images(found), .. segmentations];

        string Move(string path) => path.Length == 0 ? "" : staging + path.Substring(common.Length);
    }

    // A folder in which one file is protected was repaired and linked before.
    private IReadOnlyList<string> Unprotected(IReadOnlyList<string> folders)
    {
        var files = SourceFiles.Find(folders, _listener);
        var unprotected = new HashSet<SourceFile>(InPlaceSeries.Unprotected(files, _options.Protection, _cancellation));
        if (unprotected.Count == files.Count)
            return folders;
        var done = new HashSet<string>(
            files.Where(file => !unprotected.Contains(file)).Select(file => Path.GetDirectoryName(file.Path)!), PathComparison.Comparer);
        return [.. files.Select(file => file.Path).Where(path => !done.Contains(Path.GetDirectoryName(path)!))];
    }

    private SourceFile[] Images(IReadOnlyList<SourceFile> files)
    {
        var segmentations = new HashSet<string>(Repaired.SelectMany(series => series.SourceFiles), PathComparison.Comparer);
        return [.. files.Where(file => !segmentations.Contains(file.Path))];
    }

    private void Link(IReadOnlyList<SegmentationLink> links, IReadOnlyList<string> images)
    {
        var linker = new SegmentationLinker(
            new LinkOptions { Convention = _options.Convention, Workers = _options.Protection.Workers }, _listener, _cancellation);
        var requests = links.Where(link => link.SourcePath is not null && link.Path.Length > 0).Select(LinkRequest.Of).ToList();
        if (_options.Discover)
        {
            var planned = new HashSet<string?>(requests.Select(request => request.SeriesInstanceUID));
            requests.AddRange(Repaired.Where(series => !planned.Contains(series.SeriesInstanceUID))
                .Select(series => new LinkRequest(series.Files, images) { Discover = true }));
        }
        LinkedCount = requests.Select((request, i) => linker.Link(request, i + 1)).Count(linked => linked is not null);
    }
}
