using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.Files.Fingerprints;

namespace Dams.Protection.InPlace;

/// <summary>
/// Keeps originals under their full paths: no two have the same place, and copying the tree back restores them. Only the owner
/// can read what is in it.
/// </summary>
internal sealed class OriginalBackup
{
    private const int BufferSize = 256 * 1024;

    private readonly string _folder;
    private readonly OutputFolder _place = new(readsNames: false);

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

    /// <summary>Copies the files of folders, before the first of them changes.</summary>
    /// <param name="isFirst">Whether no run changed any of them; else a copy that is there already is the original.</param>
    /// <exception cref="DamsException">
    /// The backup and a source folder lie in one another, the place of a file holds another original, or a copy cannot be written.
    /// </exception>
    public void SaveAll(IReadOnlyList<SourceFile> files, bool isFirst, CancellationToken cancellation)
    {
        foreach (var root in files.Select(file => file.Root).Where(root => root.Length > 0).Distinct(PathComparison.Comparer))
        {
            if (RealPath.IsInside(_folder, root) || RealPath.IsInside(root, _folder))
                throw ProtectionErrors.BackupMeetsSource();
        }
        EnsureWritable();
        foreach (var file in files)
        {
            if (isFirst || !File.Exists(BackupPathOf(file.Path)))
                Save(file.Path, cancellation);
        }
    }

    /// <summary>Copies a file; when this returns its copy is whole and on the disk.</summary>
    /// <exception cref="DamsException">There is another original at its place, or it cannot be written.</exception>
    public void Save(string path, CancellationToken cancellation)
    {
        var backupPath = BackupPathOf(path);
        try
        {
            PrivateFile.CreateFolder(Path.GetDirectoryName(backupPath)!);
            _place.Enter(Path.GetDirectoryName(backupPath)!);
            if (File.Exists(backupPath))
                RefuseOther(path, backupPath, cancellation);
            else
                Copy(path, backupPath, cancellation);
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

    private static void Copy(string path, string backupPath, CancellationToken cancellation)
    {
        PrivateFile.Write(
            backupPath,
            target =>
            {
                using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
                var buffer = new byte[BufferSize];
                int count;
                while ((count = source.Read(buffer, 0, buffer.Length)) > 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    target.Write(buffer, 0, count);
                }
            },
            replace: false);
        FileProperties.CopyTimes(path, backupPath);
    }

    // A copy that is there already is the original of an earlier run; what the source holds now may be its output.
    private static void RefuseOther(string path, string backupPath, CancellationToken cancellation)
    {
        if (FileFingerprint.Compute(path, long.MaxValue, cancellation) != FileFingerprint.Compute(backupPath, long.MaxValue, cancellation))
            throw ProtectionErrors.BackupTaken();
    }
}
