using System;
using System.IO;
using Dams.Core;
using Dams.Core.Compatibility;

namespace Dams.Files;

/// <summary>Refuses paths at which no file can be, before anything is done: a root, a share, a folder, a pipe, a device.</summary>
internal static class FilePath
{
    private const string Devices = @"\\.\";

    /// <param name="path">The path that a user gives; nothing needs to exist there.</param>
    /// <exception cref="IOException">The path is one of those; HResult says which.</exception>
    public static void EnsureCanBeFile(string path)
    {
        string full;
        try
        {
            full = Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw SystemErrors.BadNameException();
        }
        if (full.StartsWith(Devices, StringComparison.Ordinal) || UnixCalls.IsPipeOrDevice(full))
            throw SystemErrors.DeviceException();
        if (string.IsNullOrEmpty(Path.GetDirectoryName(full)) || Path.GetFileName(full).Length == 0 || Directory.Exists(full))
            throw SystemErrors.FolderException();
    }
}
