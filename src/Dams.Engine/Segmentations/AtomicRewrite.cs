using System;
using System.IO;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Files.Fingerprints;

namespace Dams.Segmentations;

/// <summary>Writes a file with some changes, whole or not at all.</summary>
internal static class AtomicRewrite
{
    /// <summary>Writes a file anew, in place or elsewhere.</summary>
    /// <param name="edit">Says what changes.</param>
    /// <exception cref="DamsException">It cannot be read or written, or something else is at the target already.</exception>
    public static void Write(string source, string target, Action<DicomFile, EditList> edit, CancellationToken cancellation)
    {
        var inPlace = PathComparison.Comparer.Equals(source, target);
        TargetFile? output = null;
        try
        {
            using (var file = DicomFile.Open(source, cancellation: cancellation))
            {
                var edits = new EditList(file);
                edit(file, edits);
                if (edits.IsEmpty && inPlace)
                    return;
                output = Start(Path.GetDirectoryName(target)!);
                if (edits.IsEmpty)
                    file.Source.CopyFileTo(output.Stream);
                else
                    Write(file, edits, output, inPlace, cancellation);
            }
            // The source is closed now: it may be the file to replace.
            if (inPlace || !HasSameBytes(output, target, cancellation))
                output.Commit(Path.GetFileName(target), replace: inPlace);
        }
        catch (Exception e) when (output is not null && e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableOutput(e);
        }
        finally
        {
            output?.Dispose();
        }
    }

    private static void Write(DicomFile file, EditList edits, TargetFile output, bool inPlace, CancellationToken cancellation)
    {
        FileRewriter.Write(file, edits, output.Stream, cancellation);
        output.Stream.Dispose();
        if (inPlace || OutputVerifier.IsNeeded(file, edits))
            OutputVerifier.Verify(file, edits, output.PartialPath);
    }

    private static TargetFile Start(string folder)
    {
        try
        {
            return TargetFile.Create(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableOutput(e);
        }
    }

    /// <summary>Whether the target is there already with the same bytes: a second run has nothing to do.</summary>
    private static bool HasSameBytes(TargetFile output, string target, CancellationToken cancellation)
    {
        if (!File.Exists(target))
            return false;
        output.Stream.Dispose();
        return new FileInfo(target).Length == new FileInfo(output.PartialPath).Length
            && FileFingerprint.Compute(target, long.MaxValue, cancellation) == FileFingerprint.Compute(output.PartialPath, long.MaxValue, cancellation);
    }
}
