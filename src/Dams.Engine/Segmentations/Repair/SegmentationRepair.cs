using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Reporting;
using Dams.Segmentations;
using Dams.Segmentations.Repair;
using Dams.Sources;

namespace Dams;

/// <summary>
/// Gives segmentations what they should have had: a series of their own, an instance UID for each slice, numbers by
/// position. What has them already stays as it is.
/// </summary>
public sealed class SegmentationRepair
{
    private readonly RepairOptions _options;
    private readonly RunContext _context;
    private readonly HeldRewrites? _held;
    private readonly RepairUids _uids;

    private SegmentationRepair(RepairOptions options, RunContext context, HeldRewrites? held)
    {
        _options = options;
        _context = context;
        _held = held;
        _uids = new RepairUids(options.Key);
    }

    /// <summary>Repairs the segmentations among files and folders; other images are not touched.</summary>
    /// <returns>Old and new identifiers of each segmentation, in the natural order of their paths.</returns>
    /// <exception cref="DamsException">The destination lies in a source folder.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; no file is half written.</exception>
    public static IReadOnlyList<RepairedSeries> Run(
        IReadOnlyList<string> paths, RepairOptions options, RunContext context)
    {
        if (options.Destination is not null)
            options = options with { Destination = Path.GetFullPath(options.Destination) };
        var files = SourceFiles.Find(paths, context);
        OutputPlace.RefuseInside(options.Destination, files.Select(file => file.Root));
        return Run([.. HeaderScan.ReadInstances(files, InstanceHeader.ReadForRepair, context)], FolderOf(files), options, context);
    }

    /// <summary>Repairs the segmentations among instances whose headers were read.</summary>
    /// <param name="folder">The folder below which repaired files keep their folders.</param>
    /// <param name="held">Takes in the changes of files that are to stay as they are; null to write.</param>
    internal static IReadOnlyList<RepairedSeries> Run(
        IReadOnlyList<InstanceHeader> instances, string folder, RepairOptions options, RunContext context, HeldRewrites? held = null) =>
        new SegmentationRepair(options, context, held).Run(instances, folder);

    /// <summary>The folder below which repaired files keep their folders: the one that holds all that was given.</summary>
    internal static string FolderOf(IReadOnlyList<SourceFile> files) =>
        CommonFolder.Find([.. files.Select(file => file.Root.Length > 0 ? Path.Combine(file.Root, "file") : file.Path)]);

    private IReadOnlyList<RepairedSeries> Run(IReadOnlyList<InstanceHeader> instances, string folder)
    {
        var groups = new SegmentationFinder(_options, _context).Find(instances);
        var kept = groups.Where(group => group.HasOwnUids || group.IsLinked || group.IsRepaired(_uids)).ToArray();
        var numbers = new HashSet<(string, string, int)>(
            kept.Select(group => (group.Study.PatientID, group.Study.StudyInstanceUID, NumberOf(group))));
        var known = new HashSet<string>();
        return [.. groups.Select(group => kept.Contains(group) ? Keep(group, folder) : Repair(group, folder, numbers, known))];
    }

    private RepairedSeries Keep(SegmentationGroup group, string folder)
    {
        var uid = group.First.Facts.SeriesInstanceUID;
        return _options.Destination is null
            ? ToResult(group, folder, uid, uid, NumberOf(group), [.. group.Slices.Select(slice => slice.Header.File.Path)]) with { IsUntouched = true }
            : Write(group, folder, uid, uid, NumberOf(group), (_, _, _) => { });
    }

    private RepairedSeries Repair(
        SegmentationGroup group, string folder, HashSet<(string, string, int)> numbers, HashSet<string> known)
    {
        var number = _options.SeriesNumber;
        while (!numbers.Add((group.Study.PatientID, group.Study.StudyInstanceUID, number)))
            number++;
        var oldUid = group.OldSeriesUid(_uids);
        var (name, content, occurrence) = (MaskDetection.NameOf(group.Path), group.ContentFingerprint(), 0);
        string uid;
        do
            uid = _uids.Series(group.First, oldUid, name, content, occurrence++);
        while (!known.Add(uid));
        var instances = group.InstanceUids(uid, _uids);
        return Write(group, folder, oldUid, uid, number, (file, edits, i) =>
            Edit(file, edits, group.Slices[i], i + 1, instances[i], uid, number));
    }

    private static void Edit(
        DicomFile file, EditList edits, SegmentationSlice slice, int instanceNumber, string instanceUid, string uid, int number)
    {
        const int root = ElementTree.Root;
        edits.Set(file, root, KnownTag.SOPInstanceUID, Vr.UI, instanceUid);
        edits.Set(file, root, KnownTag.SeriesInstanceUID, Vr.UI, uid);
        edits.Set(file, root, KnownTag.SeriesNumber, Vr.IS, number.ToString(CultureInfo.InvariantCulture));
        edits.Set(file, root, KnownTag.InstanceNumber, Vr.IS, instanceNumber.ToString(CultureInfo.InvariantCulture));
        if (slice.Header.Plane is { } plane && !HasLocation(file, plane.Location))
            edits.Set(file, root, KnownTag.SliceLocation, Vr.DS, plane.Location.ToString("0.####", CultureInfo.InvariantCulture));
        edits.FileMeta = FileMetaPatch.Build(file, instanceUid);
    }

    private static bool HasLocation(DicomFile file, double location)
    {
        const double tolerance = 1e-4;
        return file.DecimalsIn(ElementTree.Root, KnownTag.SliceLocation, 1) is { } known
            && Math.Abs(known[0] - location) <= tolerance;
    }

    private RepairedSeries Write(
        SegmentationGroup group, string folder, string oldUid, string uid, int number, Action<DicomFile, EditList, int> edit)
    {
        var indexes = Enumerable.Range(0, group.Slices.Count);
        var outcomes = Workers.Run(indexes, _context.WorkersFor(folder), i => _context.Retry.Run(() => WriteOne(group, folder, i, edit), error => error, _context.Cancellation), _context.Cancellation).ToArray();
        var written = new List<string>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            var source = group.Slices[i].Header.File;
            if (outcomes[i] is { } error)
                _context.Listener.Fail(new FileFailure($"File {source.Number}", source.Path, error));
            else
                written.Add(TargetOf(source.Path, folder));
        }
        return ToResult(group, folder, oldUid, uid, number, written);
    }

    private RepairedSeries ToResult(
        SegmentationGroup group, string folder, string oldUid, string uid, int number, IReadOnlyList<string> written) =>
        new(group.Path, TargetOf(group.Path, folder), oldUid, uid, number, written.Count, written)
        {
            SourceFiles = [.. group.Slices.Select(slice => slice.Header.File.Path)],
        };

    private DamsException? WriteOne(SegmentationGroup group, string folder, int index, Action<DicomFile, EditList, int> edit)
    {
        var header = group.Slices[index].Header;
        try
        {
            if (_held is null)
                AtomicRewrite.Write(header.File.Path, TargetOf(header.File.Path, folder), (file, edits) => edit(file, edits, index), _context.Cancellation);
            else
                _held.Write(header, (file, edits) => edit(file, edits, index), _context.Cancellation);
            return null;
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return error;
        }
    }

    private string TargetOf(string path, string folder) => _options.Destination is { } destination
        ? Path.Combine(destination, path.Substring(folder.Length).TrimStart(Path.DirectorySeparatorChar))
        : path;

    private static int NumberOf(SegmentationGroup group) =>
        int.TryParse(group.First.Facts.SeriesNumber, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
