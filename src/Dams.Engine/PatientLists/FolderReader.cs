using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Reporting;
using Dams.Sources;

namespace Dams.PatientLists;

/// <summary>Reads the headers of the files in folders; of each folder only its summary stays in memory.</summary>
internal static class FolderReader
{
    public static void Read(IReadOnlyList<FolderSummary> folders, bool ignoresIssuer, RunContext context)
    {
        if (folders.Count == 0)
            return;
        var clock = new ProgressThrottle(context.Listener);
        var (known, done, bytes) = (0, 0, 0L);
        var summaries = folders.ToDictionary(folder => folder.Path, PathComparison.Comparer);
        // Folders are listed one after the other, while the files of those before are read.
        var files = folders.SelectMany(folder => Find(folder, ref known, context));
        foreach (var scanned in HeaderScan.Read(files, folders[0].Path, (_, file) => InstanceFacts.Read(file), context))
        {
            var root = scanned.File.Root;
            summaries[root.Length > 0 ? root : scanned.File.Path].Add(scanned, ignoresIssuer);
            bytes += scanned.Length;
            clock.Report(new RunProgress(++done, known, bytes) { Phase = RunPhase.Planning });
        }
    }

    private static IEnumerable<SourceFile> Find(FolderSummary folder, ref int known, RunContext context)
    {
        var found = SourceFiles.List([folder.Path], context);
        folder.AddUnreadable(found.Failures.Count);
        folder.LinkCount = found.LinkCount;
        // XML is no instance, whatever is in it: the job treats it as what its name says.
        var files = found.Files.Where(file => !file.IsXml).ToArray();
        known += files.Length;
        return files;
    }
}
