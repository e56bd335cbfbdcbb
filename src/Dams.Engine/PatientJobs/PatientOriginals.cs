using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Protection.InPlace;
using Dams.Sources;

namespace Dams.PatientJobs;

/// <summary>
/// The files of one patient before a run in place changes the first of them: which of them an earlier run has protected, and
/// the copies of the others in the backup. Both are done while the file is open for its header.
/// </summary>
internal sealed class PatientOriginals
{
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly InPlaceFilter? _filter;
    private readonly OriginalBackup? _backup;
    private readonly ConcurrentDictionary<SourceFile, bool> _protected = new();
    private readonly ConcurrentDictionary<SourceFile, bool> _saved = new();
    private readonly CancellationToken _cancellation;
    private DamsException? _error;

    private PatientOriginals(
        IReadOnlyList<SourceFile> files, InPlaceFilter? filter, OriginalBackup? backup, DamsException? error, CancellationToken cancellation) =>
        (_files, _filter, _backup, _error, _cancellation) = (files, filter, backup, error, cancellation);

    /// <summary>The files that an earlier run with the key has protected.</summary>
    public HashSet<SourceFile> FindProtected() => [.. _protected.Keys];

    /// <summary>Reads what earlier runs have left in the folders, and makes the backup.</summary>
    /// <exception cref="DamsException">The backup cannot be written to, or lies in a source folder or around it.</exception>
    public static PatientOriginals Prepare(SourceFiles found, ProtectionOptions options, RunContext context)
    {
        // Only the folders of files that were named themselves were not listed.
        var unlisted = new HashSet<string>(found.Files.Where(file => file.Root.Length == 0).Select(file => FolderOf(file.Path)), PathComparison.Comparer);
        var partial = found.PartialFiles.ToLookup(FolderOf, PathComparison.Comparer);
        InPlaceFilter filter;
        try
        {
            filter = InPlaceFilter.Read(found.Files, options.Key, Clean, context);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            // The headers are read all the same: what is wrong with them is reported too.
            return new PatientOriginals(found.Files, null, null, e, context.Cancellation);
        }
        var backup = options.Backup is { } folder ? new OriginalBackup(folder) : null;
        backup?.RefuseOverlap(found.Files);
        backup?.EnsureWritable();
        return new PatientOriginals(found.Files, filter, backup, null, context.Cancellation);

        void Clean(string folder)
        {
            if (unlisted.Contains(folder))
                PartialFiles.RemoveAbandoned(folder);
            else
                PartialFiles.RemoveAbandoned(partial[folder]);
        }
    }

    /// <summary>Reads the header of an open file.</summary>
    public InstanceHeader Read(SourceFile source, DicomFile file)
    {
        var header = InstanceHeader.ReadForRepairInPlace(source, file);
        if (_filter is null || Volatile.Read(ref _error) is not null)
            return header;
        if (_filter.IsWritten(source, file))
            _protected[source] = true;
        else if (_backup?.HasCopy(source.Path) == false && Try(() => _backup.Save(source.Path, file)))
            _saved[source] = true;
        return header;
    }

    /// <summary>Copies what was not open for its header.</summary>
    /// <returns>Why the patient has to stay as it is; null where nothing keeps it.</returns>
    public DamsException? Complete()
    {
        if (_backup is null)
            return _error;
        // Where a run has changed files before, a copy that is there already is the original.
        var isFirst = _protected.IsEmpty;
        foreach (var file in _files.Where(file => !_protected.ContainsKey(file) && !_saved.ContainsKey(file)))
        {
            if (_error is not null)
                break;
            if (isFirst || !_backup.HasCopy(file.Path))
                Try(() => _backup.Save(file.Path, _cancellation));
        }
        return _error;
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!;

    private bool Try(Action save)
    {
        try
        {
            save();
            return true;
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Interlocked.CompareExchange(ref _error, e, null);
            return false;
        }
    }
}
