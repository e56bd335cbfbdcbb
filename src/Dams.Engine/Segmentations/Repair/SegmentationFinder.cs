using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Core;
using Dams.Files;
using Dams.Reporting;
using Dams.Sources;

namespace Dams.Segmentations.Repair;

/// <summary>Finds the segmentations among files, and refuses what is none.</summary>
internal sealed class SegmentationFinder
{
    private readonly RepairOptions _options;
    private readonly RunContext _context;

    public SegmentationFinder(RepairOptions options, RunContext context) => (_options, _context) = (options, context);

    /// <summary>The segmentations, in the natural order of their paths.</summary>
    public IReadOnlyList<SegmentationGroup> Find(IReadOnlyList<InstanceHeader> headers)
    {
        var chosen = headers.Where(IsChosen).ToArray();
        ReportRefused(headers, chosen);
        var others = new HashSet<string>(headers.Where(header => !IsChosen(header)).Select(header => header.Facts.SeriesInstanceUID));
        return chosen.GroupBy(KeyOf).Select(group => Group(group, chosen, others)).OfType<SegmentationGroup>()
            .OrderBy(group => group.Path, NaturalOrder.Instance).ToArray();
    }

    private bool IsChosen(InstanceHeader header) =>
        MaskDetection.IsSegmentation(header) || (_options.Force && header.BitsAllocated > 0);

    /// <summary>The key of a group: all files of a mask lie in one folder; those of a SEG object are of one series.</summary>
    private static (string Folder, string Series) KeyOf(InstanceHeader header) => (
        Path.GetDirectoryName(header.File.Path)!, header.IsSegmentationObject ? header.Facts.SeriesInstanceUID : "");

    private SegmentationGroup? Group(
        IGrouping<(string Folder, string Series), InstanceHeader> group, InstanceHeader[] chosen, HashSet<string> others)
    {
        var slices = Workers.Run(group, _context.WorkersFor(group.Key.Folder), Read, _context.Cancellation).ToArray();
        foreach (var (header, _, error) in slices)
        {
            if (error is not null)
                _context.Listener.Fail(new FileFailure($"File {header.File.Number}", header.File.Path, error));
        }
        var whole = slices.Select(slice => slice.Slice).OfType<SegmentationSlice>().ToArray();
        if (whole.Length == 0)
            return null;
        var isObject = group.Key.Series.Length > 0;
        var path = isObject && whole.Length == 1 ? whole[0].Header.File.Path : group.Key.Folder;
        return SegmentationGroup.Create(path, whole, isObject && HasOwnUids(group, chosen, others));
    }

    private (InstanceHeader Header, SegmentationSlice? Slice, DamsException? Error) Read(InstanceHeader header)
    {
        try
        {
            return (header, new SegmentationSlice(header, header.ReadPixels(_context.Cancellation).PixelFingerprint!.Value), null);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return (header, null, error);
        }
    }

    /// <summary>Whether no other series has its series UID and no other file one of its instance UIDs.</summary>
    private static bool HasOwnUids(
        IGrouping<(string Folder, string Series), InstanceHeader> group, InstanceHeader[] chosen, HashSet<string> others)
    {
        var instances = new HashSet<string>(group.Select(header => header.Facts.SOPInstanceUID));
        return !others.Contains(group.Key.Series)
            && instances.Count == group.Count()
            && chosen.All(header => KeyOf(header) == group.Key
                || (header.Facts.SeriesInstanceUID != group.Key.Series && !instances.Contains(header.Facts.SOPInstanceUID)));
    }

    private void ReportRefused(IReadOnlyList<InstanceHeader> headers, InstanceHeader[] chosen)
    {
        if (_options.AllowsNone)
            return;
        var roots = new HashSet<string>(chosen.Select(header => header.File.Root), PathComparison.Comparer);
        foreach (var root in headers.GroupBy(header => header.File.Root, PathComparison.Comparer))
        {
            var refused = root.Where(header => !IsChosen(header)).ToArray();
            // A folder holds other images too; a file that was named was meant.
            if (root.Key.Length > 0 && !roots.Contains(root.Key))
                _context.Listener.Fail(new FileFailure($"A folder with {Files(refused.Length)}", root.Key, SegmentationErrors.NotSegmentation()));
            foreach (var header in root.Key.Length > 0 ? [] : refused)
                _context.Listener.Fail(new FileFailure($"File {header.File.Number}", header.File.Path, SegmentationErrors.NotSegmentation()));
        }
    }

    private static string Files(int count) => count == 1 ? "1 image" : $"{count} images";
}
