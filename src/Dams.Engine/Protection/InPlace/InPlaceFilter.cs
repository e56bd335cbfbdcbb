using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Files.Fingerprints;
using Dams.Reporting;

namespace Dams.Protection.InPlace;

/// <summary>Selects the files that no earlier run in place has protected.</summary>
/// <remarks>This is done before the patient gets a subject: a file that is protected already is no second patient.</remarks>
internal sealed class InPlaceFilter
{
    private readonly IReadOnlyList<SourceFile> _sources;
    private readonly InPlaceJournal _journal;
    private readonly Dictionary<string, HashSet<string>> _lines;
    private readonly RunContext _context;

    private InPlaceFilter(
        IReadOnlyList<SourceFile> sources, InPlaceJournal journal, Dictionary<string, HashSet<string>> lines, RunContext context) =>
        (_sources, _journal, _lines, _context) = (sources, journal, lines, context);

    /// <summary>Reads the journals of the folders of some files.</summary>
    /// <param name="clean">Removes from a folder what runs that died have left in it.</param>
    /// <exception cref="DamsException">A folder cannot be read, so that what it has of earlier runs is not known.</exception>
    public static InPlaceFilter Read(IReadOnlyList<SourceFile> sources, ProtectionKey key, Action<string> clean, RunContext context)
    {
        var lines = sources.Select(FolderOf).Distinct(PathComparison.Comparer)
            .ToDictionary(folder => folder, folder => Enter(folder, clean, context), PathComparison.Comparer);
        return new InPlaceFilter(sources, new InPlaceJournal(key), lines, context);
    }

    /// <summary>The files that no run with the key has written.</summary>
    public IReadOnlyList<SourceFile> SelectUnprotected()
    {
        if (_lines.Values.All(folder => folder.Count == 0))
            return _sources;
        var known = Workers.Run(_sources, _context.WorkersFor(_sources[0].Path), IsWritten, _context.Cancellation).ToArray();
        return [.. _sources.Where((_, i) => !known[i])];
    }

    /// <summary>Whether a run with the key has written what an open file holds.</summary>
    public bool IsWritten(SourceFile source, DicomFile file) => _journal.Has(_lines[FolderOf(source)], file);

    private static string FolderOf(SourceFile source) => Path.GetDirectoryName(source.Path)!;

    private static HashSet<string> Enter(string folder, Action<string> clean, RunContext context)
    {
        var (lines, error) = context.Retry.Run(Attempt, outcome => outcome.Error, context.Cancellation);
        return error is null ? lines : throw error;

        (HashSet<string> Lines, DamsException? Error) Attempt()
        {
            try
            {
                clean(folder);
                return (InPlaceJournal.Read(folder), null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return ([], FileErrors.UnreadableFolder(e));
            }
        }
    }

    private bool IsWritten(SourceFile source)
    {
        var lines = _lines[FolderOf(source)];
        if (lines.Count == 0)
            return false;
        try
        {
            var (fingerprint, length) = FileFingerprint.Compute(source.Path, long.MaxValue, _context.Cancellation);
            return lines.Contains(_journal.LineOf(fingerprint, length));
        }
        catch (Exception e) when (SourceErrors.Translate(e) is not null)
        {
            // The error is reported when the file is to be protected.
            return false;
        }
    }
}
