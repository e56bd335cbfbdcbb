using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Files.Fingerprints;

namespace Dams.Protection.InPlace;

/// <summary>
/// Keeps originals under their full paths: no two have the same place, and copying the tree back restores them. Only the owner
/// can read what is in it.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class OriginalBackup
{
    private const int BufferSize = 256 * 1024;

    private readonly string _folder;
    private readonly HashSet<string> _entered = new(PathComparison.Comparer);

    public OriginalBackup(string folder) => _folder = folder;

    /// <summary>Makes the folder.</summary>
    /// <exception cref="DamsException">It cannot be written to.</exception>
    public void EnsureWritable()
    {
        try
        {
            PrivateFile.CreateFolder(_folder);
            PrivateFile.TryWrite(Path.Combine(_folder, "probe"), stream => stream.WriteByte(0), replace: false, mayMove: () => false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProtectionErrors.UnwritableBackup(_folder, e);
        }
    }

    /// <summary>Refuses a backup that lies in a folder in which files were found, or around it.</summary>
    /// <exception cref="DamsException">It does.</exception>
    public void RefuseOverlap(IReadOnlyList<SourceFile> files)
    {
        foreach (var root in files.Select(file => file.Root).Where(root => root.Length > 0).Distinct(PathComparison.Comparer))
        {
            if (RealPath.IsInside(_folder, root) || RealPath.IsInside(root, _folder))
                throw ProtectionErrors.BackupMeetsSource();
        }
    }

    /// <summary>Whether there is a copy at the place of a file.</summary>
    public bool HasCopy(string path) => File.Exists(BackupPathOf(path));

    /// <summary>Copies a file; when this returns its copy is whole and on the disk.</summary>
    /// <exception cref="DamsException">There is another original at its place, or it cannot be written.</exception>
    public void Save(string path, CancellationToken cancellation) => Save(path, target => Copy(path, target, cancellation), cancellation);

    /// <summary>Copies a file that is open.</summary>
    /// <exception cref="DamsException">There is another original at its place, or it cannot be written.</exception>
    public void Save(string path, DicomFile file) => Save(path, file.Source.CopyFileTo, file.Source.Cancellation);

    private void Save(string path, Action<Stream> copy, CancellationToken cancellation)
    {
        var backupPath = BackupPathOf(path);
        try
        {
            Enter(Path.GetDirectoryName(backupPath)!);
            if (File.Exists(backupPath))
            {
                RefuseOther(copy, backupPath, cancellation);
                return;
            }
            PrivateFile.Write(backupPath, copy, replace: false);
            FileProperties.CopyTimes(path, backupPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProtectionErrors.UnwritableOriginal(e);
        }
    }

    private string BackupPathOf(string path)
    {
        var parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.TrimEnd(Path.VolumeSeparatorChar)).Where(part => part is not "?" and not ".");
        return Path.Combine([_folder, .. parts]);
    }

    private void Enter(string folder)
    {
        lock (_entered)
        {
            if (_entered.Contains(folder) && Directory.Exists(folder))
                return;
            PrivateFile.CreateFolder(folder);
            PartialFiles.RemoveAbandoned(folder);
            _entered.Add(folder);
        }
    }

    private static void Copy(string path, Stream target, CancellationToken cancellation)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            target.Write(buffer, 0, count);
        }
    }

    // A copy that is there already is the original of an earlier run; what the source holds now may be its output.
    private static void RefuseOther(Action<Stream> copy, string backupPath, CancellationToken cancellation)
    {
        using var original = new FingerprintStream(Stream.Null);
        copy(original);
        if (FileFingerprint.Compute(backupPath, long.MaxValue, cancellation) != (original.Fingerprint, original.Length))
            throw ProtectionErrors.BackupTaken();
    }
}
