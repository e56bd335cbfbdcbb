using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Core;
using Dams.Dicom.Reading;
using Dams.Reporting;

namespace Dams.Sources;

/// <summary>Reads the headers of files on several threads, in the order of the files.</summary>
internal static class HeaderScan
{
    /// <summary>Returns what a reader makes of each file; a file that is no instance is reported and left out.</summary>
    /// <param name="read">Takes what it needs from an open file.</param>
    public static IEnumerable<T> Read<T>(
        IReadOnlyList<SourceFile> files,
        Func<SourceFile, DicomFile, T> read,
        int workers,
        IRunListener listener,
        CancellationToken cancellation)
        where T : class
    {
        var skipped = new SkippedFiles();
        var clock = new ProgressThrottle(listener);
        var (done, bytes) = (0, 0L);
        foreach (var (file, found, length, error) in Workers.Run(files, workers, file => ReadOne(file, read, cancellation), cancellation))
        {
            bytes += length;
            clock.Report(new RunProgress(++done, files.Count, bytes));
            if (found is null)
                skipped.Add(file, error!, listener);
            else
                yield return found;
        }
        skipped.Report(listener);
    }

    private static (SourceFile File, T? Found, long Length, DamsException? Error) ReadOne<T>(
        SourceFile file, Func<SourceFile, DicomFile, T> read, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using var dicom = DicomFile.Open(file.Path, ReadScope.WithoutPixelData, cancellation);
            return FileHeader.IsDicomDir(dicom)
                ? (file, null, 0, DicomErrors.DicomDirectory())
                : (file, read(file, dicom), dicom.Source.Length, null);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return (file, null, 0, error);
        }
    }
}
