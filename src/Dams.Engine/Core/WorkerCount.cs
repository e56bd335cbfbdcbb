using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using Dams.Core.Compatibility;

namespace Dams.Core;

/// <summary>How many files are worked on at one time where the user does not say.</summary>
internal static class WorkerCount
{
    // On a share every call takes milliseconds in which nothing is computed.
    private const int OnShare = 16;

    // Linux tells by the list of all that is mounted, and a job asks for each step of each patient, whose folders are others on
    // one file system. What is mounted may change.
    private const int MostRemembered = 256;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<string, (bool IsShare, DateTime Asked)> Known = new(StringComparer.Ordinal);

    /// <summary>The number for files in a folder.</summary>
    /// <param name="path">A file or folder, which need not be there yet.</param>
    public static int For(string path) => IsOnShare(path) ? Math.Max(OnShare, Environment.ProcessorCount) : Environment.ProcessorCount;

    private static bool IsOnShare(string path)
    {
        if (IsUnc(path))
            return true;
        try
        {
            var folder = Path.DirectorySeparatorChar == '/' ? ExistingFolderOf(path) : Path.GetPathRoot(path)!;
            var now = DateTime.UtcNow;
            var fileSystem = Path.DirectorySeparatorChar == '/' && UnixCalls.FileSystemOf(folder) is { } number ? number.ToString(CultureInfo.InvariantCulture) : folder;
            if (Known.TryGetValue(fileSystem, out var known) && now - known.Asked < RememberedFor)
                return known.IsShare;
            if (Known.Count >= MostRemembered)
                Known.Clear();
            var drive = new DriveInfo(folder);
            var isShare = drive.DriveType == DriveType.Network || IsServedByProgram(drive.DriveFormat);
            Known[fileSystem] = (isShare, now);
            return isShare;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // \\server\share, and the same with the prefix that turns the parsing of paths off; \\?\C:\ is a disk.
    private static bool IsUnc(string path) => path.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase)
        || (path.StartsWith(@"\\", StringComparison.Ordinal) && path.Length > 2 && path[2] is not ('?' or '.'));

    // sshfs, rclone and their like, and clients of shares that need no rights; fuseblk is a disk of this machine.
    private static bool IsServedByProgram(string format) => format.StartsWith("fuse", StringComparison.Ordinal) && format != "fuseblk";

    // Other systems than Windows tell by any folder on what it lies.
    private static string ExistingFolderOf(string path)
    {
        while (!Directory.Exists(path) && Path.GetDirectoryName(path) is { Length: > 0 } parent)
            path = parent;
        return path;
    }
}
