using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Core;
using Dams.Files;
using Dams.Reporting;
using Dams.Sources;

namespace Dams.Segmentations.Repair;

/// <summary>Finds the segmentations among files, and refuses what is none.</summary>
internal sealed class SegmentationFinder
{
    private readonly RepairOptions _options;
    private readonly IRunListener _listener;
    private readonly CancellationToken _cancellation;

    public SegmentationFinder(RepairOptions options, IRunListener listener, CancellationToken cancellation)
    {
        _options = options;
        _listener = listener;
        _cancellation = cancellation;
    }

    /// <summary>The segmentations, in the natural order of their paths.</summary>
    public IReadOnlyList<SegmentationGroup> Find(IReadOnlyList<SourceFile> files)
    {
        var headers = HeaderScan.Read(files, ImageHeader.Read, _options.Workers, _listener, _cancellation).ToArray();
        var chosen = headers.Where(IsChosen).ToArray();
        ReportRefused(headers, chosen);
        var others = new HashSet<string>(headers.Where(header => !IsChosen(header)).Select(header => header.SeriesInstanceUID));
        return chosen.GroupBy(KeyOf).Select(group => Group(group, chosen, others)).OfType<SegmentationGroup>()
            .OrderBy(group => group.Path, NaturalOrder.Instance).ToArray();
    }

    private bool IsChosen(ImageHeader header) =>
        MaskDetection.IsSegmentation(header) || (_options.Force && header.BitsAllocated > 0);

    /// <summary>The key of a group: all files of a mask lie in one folder; those of a SEG object are of one series.</summary>
    private static (string Folder, string Series) KeyOf(ImageHeader header) => (
        Path.GetDirectoryName(header.File.Path)!, header.IsSegmentationObject ? header.SeriesInstanceUID : "");

    private SegmentationGroup? Group(
        IGrouping<(string Folder, string Series), ImageHeader> group, ImageHeader[] chosen, HashSet<string> others)
    {
        var slices = Workers.Run(group, _options.Workers, Read, _cancellation).ToArray();
        foreach (var (header, _, error) in slices)
        {
            if (error is not null)
                _listener.Fail(new FileFailure($"File {header.File.Number}", header.File.Path, error));
        }
        var whole = slices.Select(slice => slice.Slice).OfType<SegmentationSlice>().ToArray();
        if (whole.Length == 0)
            return null;
        var isObject = group.Key.Series.Length > 0;
        var path = isObject && whole.Length == 1 ? whole[0].Header.File.Path : group.Key.Folder;
        return SegmentationGroup.Create(path, whole, isObject && HasOwnUids(group, chosen, others));
    }

    private (ImageHeader Header, SegmentationSlice? Slice, DamsException? Error) Read(ImageHeader header)
    {
        try
        {
            return (header, SegmentationSlice.Read(header, _cancellation), null);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return (header, null, error);
        }
    }

    /// <summary>Whether no other series has its series UID and no other file one of its instance UIDs.</summary>
    private static bool HasOwnUids(
        IGrouping<(string Folder, string Series), ImageHeader> group, ImageHeader[] chosen, HashSet<string> others)
    {
        var instances = new HashSet<string>(group.Select(header => header.SOPInstanceUID));
        return !others.Contains(group.Key.Series)
            && instances.Count == group.Count()
            && chosen.All(header => KeyOf(header) == group.Key
                || (header.SeriesInstanceUID != group.Key.Series && !instances.Contains(header.SOPInstanceUID)));
    }

    private void ReportRefused(ImageHeader[] headers, ImageHeader[] chosen)
    {
        if (_options.AllowsNone)
            return;
        var roots = new HashSet<string>(chosen.Select(header => header.File.Root), PathComparison.Comparer);
        foreach (var root in headers.GroupBy(header => header.File.Root, PathComparison.Comparer))
        {
            var refused = root.Where(header => !IsChosen(header)).ToArray();
            // A folder holds other images too; a file that was named was meant.
            if (root.Key.Length > 0 && !roots.Contains(root.Key))
                _listener.Fail(new FileFailure($"A folder with {Files(refused.Length)}", root.Key, SegmentationErrors.NotSegmentation()));
            foreach (var header in root.Key.Length > 0 ? [] : refused)
                _listener.Fail(new FileFailure($"File {header.File.Number}", header.File.Path, SegmentationErrors.NotSegmentation()));
        }
    }

    private static string Files(int count) => count == 1 ? "1 image" : $"{count} images";
}
