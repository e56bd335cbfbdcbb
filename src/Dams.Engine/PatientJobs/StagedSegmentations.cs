using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;

namespace Dams.PatientJobs;

/// <summary>
/// The segmentations of one patient, repaired and linked with the identifiers that they have in the source, so that they
/// can be protected like all other images.
/// </summary>
internal sealed class StagedSegmentations
{
    private readonly PatientBatchOptions _options;
    private readonly IReadOnlyList<string> _folders;
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly IRunListener _listener;
    private readonly CancellationToken _cancellation;

    /// <param name="folders">The patient's folders.</param>
    /// <param name="files">What is in them.</param>
    public StagedSegmentations(
        PatientBatchOptions options,
        IReadOnlyList<string> folders,
        IReadOnlyList<SourceFile> files,
        IRunListener listener,
        CancellationToken cancellation)
    {
        _options = options;
        _folders = folders;
        _files = files;
        _listener = listener;
        _cancellation = cancellation;
    }

    /// <summary>The segmentations after their repair.</summary>
    public IReadOnlyList<RepairedSeries> Repaired { get; private set; } = [];

    /// <summary>How many of them lead to what they belong to.</summary>
    public int LinkedCount { get; private set; }

    /// <summary>Why other segmentations could not be linked, in words without patient values.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Repairs and links what is found.</summary>
    /// <param name="staging">Where the repaired files go; null to repair them where they are.</param>
    /// <param name="protectedBefore">In place: the files that an earlier run protected.</param>
    public void RepairAndLink(string? staging, IReadOnlyCollection<SourceFile> protectedBefore)
    {
        var repair = new RepairOptions(_options.Protection.Key, staging)
        {
            SeriesNumber = _options.SeriesNumber,
            AllowsNone = true,
            Workers = _options.Protection.Workers,
        };
        Repaired = SegmentationRepair.Run(PathsWithoutProtected(protectedBefore), repair, _listener, _cancellation);
        if (Repaired.Count == 0)
            return;
        var images = Images();
        var series = SeriesIndex.Read(images, _options.Protection.Workers, _listener, _cancellation);
        var links = SegmentationPlan.Read(_folders, Repaired, series, _listener, _cancellation);
        Link(links, [.. images.Select(image => image.Path)]);
        Problems = [.. links.Select(link => link.Problem).OfType<string>().Distinct()];
    }

    /// <summary>The files to protect: images from where they are, segmentations as they were staged, or where they are too.</summary>
    public IReadOnlyList<SourceFile> Files(string? staging)
    {
        if (staging is null)
            return [.. _files.Where(file => !file.IsXml)];
        var common = SegmentationRepair.FolderOf(_files);
        var staged = new HashSet<string>(Repaired.SelectMany(series => series.Files), PathComparison.Comparer);
        var segmentations = _files
            .Select(file => file with { Root = Move(file.Root), Path = Move(file.Path) })
            .Where(file => staged.Contains(file.Path));
        return [.. Images(), .. segmentations];

        string Move(string path) => path.Length == 0 ? "" : staging + path.Substring(common.Length);
    }

    // A folder in which one file is protected was repaired and linked before.
    private IReadOnlyList<string> PathsWithoutProtected(IReadOnlyCollection<SourceFile> protectedBefore)
    {
        if (protectedBefore.Count == 0)
            return _folders;
        var done = new HashSet<string>(protectedBefore.Select(file => Path.GetDirectoryName(file.Path)!), PathComparison.Comparer);
        return [.. _files.Select(file => file.Path).Where(path => !done.Contains(Path.GetDirectoryName(path)!))];
    }

    private SourceFile[] Images()
    {
        var segmentations = new HashSet<string>(Repaired.SelectMany(series => series.SourceFiles), PathComparison.Comparer);
        return [.. _files.Where(file => !file.IsXml && !segmentations.Contains(file.Path))];
    }

    private void Link(IReadOnlyList<SegmentationLink> links, IReadOnlyList<string> images)
    {
        var linker = new SegmentationLinker(
            new LinkOptions { Convention = _options.Convention, Workers = _options.Protection.Workers }, _listener, _cancellation);
        var requests = links.Where(link => link.SourcePath is not null && link.Path.Length > 0).Select(LinkRequest.From).ToList();
        if (_options.Discover)
        {
            var planned = new HashSet<string?>(requests.Select(request => request.SeriesInstanceUID));
            requests.AddRange(Repaired.Where(series => !planned.Contains(series.SeriesInstanceUID))
                .Select(series => new LinkRequest(series.Files, images) { Discover = true }));
        }
        LinkedCount = requests.Select((request, i) => linker.Link(request, i + 1)).Count(linked => linked is not null);
    }
}
