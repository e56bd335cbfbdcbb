using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Core;
using Dams.Files;
using Dams.Files.Fingerprints;
using Dams.Reporting;

namespace Dams.Protection.InPlace;

/// <summary>Selects the files of a series that no earlier run in place has protected.</summary>
/// <remarks>This is done before the patient gets a subject: a file that is protected already is no second patient.</remarks>
internal static class InPlaceFilter
{
    /// <summary>The files that no run with this key has written. Removes what runs that died have left beside them.</summary>
    /// <exception cref="DamsException">A folder cannot be read, so that these files are not known.</exception>
    public static IReadOnlyList<SourceFile> SelectUnprotected(
        IReadOnlyList<SourceFile> sources, ProtectionOptions options, RunContext context)
    {
        var journal = new InPlaceJournal(options.Key);
        var lines = sources.Select(source => Path.GetDirectoryName(source.Path)!)
            .Distinct(PathComparison.Comparer)
            .ToDictionary(folder => folder, folder => Enter(folder, context), PathComparison.Comparer);
        if (lines.Values.All(folder => folder.Count == 0))
            return sources;
        var known = Workers.Run(sources, context.Workers, IsWritten, context.Cancellation).ToArray();
        return [.. sources.Where((_, i) => !known[i])];

        bool IsWritten(SourceFile source) =>
            IsKnown(source.Path, lines[Path.GetDirectoryName(source.Path)!], journal, context.Cancellation);
    }

    private static HashSet<string> Enter(string folder, RunContext context)
    {
        var (lines, error) = context.Retry.Run(Attempt, outcome => outcome.Error, context.Cancellation);
        return error is null ? lines : throw error;

        (HashSet<string> Lines, DamsException? Error) Attempt()
        {
            try
            {
                PartialFiles.RemoveAbandoned(folder);
                return (InPlaceJournal.Read(folder), null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return ([], FileErrors.UnreadableFolder(e));
            }
        }
    }

    private static bool IsKnown(string path, HashSet<string> lines, InPlaceJournal journal, CancellationToken cancellation)
    {
        if (lines.Count == 0)
            return false;
        try
        {
            var (fingerprint, length) = FileFingerprint.Compute(path, long.MaxValue, cancellation);
            return lines.Contains(journal.LineOf(fingerprint, length));
        }
        catch (Exception e) when (SourceErrors.Translate(e) is not null)
        {
            // The error is reported when the file is to be protected.
            return false;
        }
    }
}
