using System.IO;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Files.Fingerprints;

namespace Dams.Protection.InPlace;

/// <summary>
/// Writes a file over its source: beside it first, where it is read again, then in one step over it. Whenever the run dies, each file is the old
/// one or the new one.
/// </summary>
/// <remarks>Safe for use by several threads. What runs that died have left beside the files is removed before.</remarks>
internal sealed class InPlaceWriter
{
    private readonly InPlaceJournal _journal;
    private readonly OriginalBackup? _backup;

    public InPlaceWriter(ProtectionOptions options)
    {
        _journal = new InPlaceJournal(options.Key);
        _backup = options.Backup is { } folder ? new OriginalBackup(folder) : null;
    }

    /// <summary>Replaces a file by its edited form.</summary>
    /// <param name="stamp">What the file was before it was opened.</param>
    /// <returns>The fingerprint of what it was.</returns>
    /// <exception cref="DamsException">It is a link, or something wrote to it meanwhile, or what was written cannot be read.</exception>
    public ulong Write(string path, FileStamp stamp, DicomFile file, EditList edits, CancellationToken cancellation)
    {
        if (FileProperties.IsLink(path))
            throw ProtectionErrors.SourceIsLink();
        var folder = Path.GetDirectoryName(path)!;
        using var target = TargetFile.Create(folder);
        FileProperties.CopyPermissions(path, target.PartialPath);
        using var output = new FingerprintStream(target.Stream);
        var fingerprint = FileRewriter.Write(file, edits, output, cancellation);
        target.Stream.Flush(flushToDisk: true);
        target.Stream.Dispose();
        OutputVerifier.Verify(file, edits, target.PartialPath);
        _backup?.Save(path, file);
        // Windows replaces no file that is open.
        file.Dispose();
        if (FileStamp.Read(path) != stamp)
            throw ProtectionErrors.SourceWritten();
        InPlaceJournal.Add(folder, _journal.LineOf(output.Fingerprint, output.Length));
        FileProperties.CopyTimes(path, target.PartialPath);
        target.Commit(Path.GetFileName(path), replace: true);
        return fingerprint;
    }

    /// <summary>Whether a run with this key wrote what an open file holds.</summary>
    public bool HasWritten(string path, DicomFile file) => _journal.Has(InPlaceJournal.Read(Path.GetDirectoryName(path)!), file);
}
