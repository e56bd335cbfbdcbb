using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Core;
using Dams.Reporting;
using Dams.Sources;

namespace Dams.PatientLists;

/// <summary>Reads the headers of the files in folders; of each folder only its summary stays in memory.</summary>
internal static class FolderReader
{
    public static void Read(
        IEnumerable<FolderSummary> folders, PlanOptions options, IRunListener listener, CancellationToken cancellation)
    {
        var clock = new ProgressThrottle(listener);
        var (known, done, bytes) = (0, 0, 0L);
        var files = folders.SelectMany(folder => Find(folder, ref known, cancellation));
        foreach (var (folder, header) in Workers.Run(files, options.Workers, item => Read(item, cancellation), cancellation))
        {
            folder.Add(header, options.IgnoreIssuer);
            done++;
            bytes += header?.Length ?? 0;
            clock.Report(new RunProgress(done, known, bytes));
        }
    }

    private static (FolderSummary Folder, FileHeader? Header) Read(
        (FolderSummary Folder, SourceFile? File) item, CancellationToken cancellation) =>
        (item.Folder, item.File is null ? null : FileHeader.ReadFacts(item.File, cancellation));

    /// <summary>The files in a folder, and nothing in place of each folder in it that cannot be read.</summary>
    private static IEnumerable<(FolderSummary Folder, SourceFile? File)> Find(
        FolderSummary folder, ref int known, CancellationToken cancellation)
    {
        var failures = new FailureCounter();
        var files = SourceFiles.Find([folder.Path], failures, cancellation);
        known += files.Count + failures.Count;
        return files.Concat(Enumerable.Repeat<SourceFile?>(null, failures.Count)).Select(file => (folder, file));
    }

    private sealed class FailureCounter : IRunListener
    {
        public int Count { get; private set; }

        public void Warn(RunWarning warning)
        {
        }

        public void Fail(FileFailure failure) => Count++;

        public void Report(RunProgress progress)
        {
        }
    }
}
