using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Reporting;

namespace Dams.Sources;

/// <summary>Reads the headers of files on several threads, in the order of the files: pixel data are not read.</summary>
internal static class HeaderScan
{
    /// <summary>SOP class of a DICOMDIR, Media Storage Directory Storage (PS3.4 section I.4).</summary>
    private const string DirectoryClass = "1.2.840.10008.1.3.10";

    /// <summary>What a reader makes of each file, or why it makes nothing of it; nothing is reported.</summary>
    /// <param name="read">Takes what it needs from an open file.</param>
    public static IEnumerable<ScannedFile<T>> Read<T>(
        IReadOnlyCollection<SourceFile> files, Func<SourceFile, DicomFile, T> read, RunContext context)
        where T : class => files.Count == 0 ? [] : Read(files, files.First().Path, read, context);

    /// <summary>The same for files that are found one after the other.</summary>
    /// <param name="folder">One in which they are.</param>
    public static IEnumerable<ScannedFile<T>> Read<T>(
        IEnumerable<SourceFile> files, string folder, Func<SourceFile, DicomFile, T> read, RunContext context)
        where T : class
    {
        return Workers.Run(files, context.WorkersFor(folder), ReadOne, context.Cancellation);

        ScannedFile<T> ReadOne(SourceFile file) =>
            context.Retry.Run(() => TryRead(file, read, context), scanned => scanned.Error, context.Cancellation);
    }

    /// <summary>Reads files that were all found, and reports how many of them are done.</summary>
    public static IEnumerable<ScannedFile<T>> ReadWithProgress<T>(
        IReadOnlyCollection<SourceFile> files, Func<SourceFile, DicomFile, T> read, RunContext context, RunPhase phase = RunPhase.Reading)
        where T : class
    {
        var clock = new ProgressThrottle(context.Listener);
        var (done, bytes) = (0, 0L);
        foreach (var scanned in Read(files, read, context))
        {
            bytes += scanned.Length;
            clock.Report(new RunProgress(++done, files.Count, bytes) { Phase = phase });
            yield return scanned;
        }
    }

    /// <summary>What a reader makes of the instances among files. A file that is no instance is reported and left out.</summary>
    public static IEnumerable<T> ReadInstances<T>(
        IReadOnlyCollection<SourceFile> files, Func<SourceFile, DicomFile, T> read, RunContext context, RunPhase phase = RunPhase.Reading)
        where T : class
    {
        var skipped = new SkippedFiles();
        foreach (var scanned in ReadWithProgress(files, read, context, phase))
        {
            if (scanned.Header is { } header)
                yield return header;
            else
                skipped.Add(scanned.File, scanned.Error!, context.Listener);
        }
        skipped.Report(context.Listener);
    }

    private static ScannedFile<T> TryRead<T>(SourceFile file, Func<SourceFile, DicomFile, T> read, RunContext context)
        where T : class
    {
        try
        {
            using var dicom = file.Open(ReadScope.WithoutPixelData, context.Cancellation);
            return IsDicomDir(dicom)
                ? new ScannedFile<T>(file, null, dicom.Source.Length, DicomErrors.DicomDirectory())
                : new ScannedFile<T>(file, read(file, dicom), dicom.Source.Length, null);
        }
        catch (Exception e) when (SourceErrors.Translate(e, file.Root) is { } error)
        {
            return new ScannedFile<T>(file, null, 0, error);
        }
    }

    private static bool IsDicomDir(DicomFile dicom)
    {
        var index = dicom.Meta.Find(KnownTag.MediaStorageSOPClassUID);
        return (index >= 0 && dicom.Values.Text(dicom.Meta, index) == DirectoryClass)
            || dicom.Dataset.Find(KnownTag.DirectoryRecordSequence) >= 0;
    }
}

/// <summary>A file of which the header was to be read.</summary>
/// <param name="Header">What was read; null where the file is no instance.</param>
/// <param name="Length">Bytes of the file; 0 where it cannot be read.</param>
/// <param name="Error">Why nothing was read; null where something was.</param>
internal readonly record struct ScannedFile<T>(SourceFile File, T? Header, long Length, DamsException? Error)
    where T : class;
