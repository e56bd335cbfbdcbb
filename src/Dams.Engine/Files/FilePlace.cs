using System;
using System.IO;
using Dams.Core;
using Dams.Core.Compatibility;

namespace Dams.Files;

/// <summary>Refuses paths at which no file can be, before anything is done: a root, a share, a folder, a pipe, a device.</summary>
internal static class FilePlace
{
    private const string Devices = @"\\.\";

    /// <param name="path">What a user names; there need be nothing.</param>
    /// <exception cref="IOException">It is one of those; what it is, is in HResult.</exception>
    public static void Check(string path)
    {
        string full;
        try
        {
            full = Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw SystemErrors.BadName();
        }
        if (full.StartsWith(Devices, StringComparison.Ordinal) || UnixCalls.IsPipeOrDevice(full))
            throw SystemErrors.Device();
        if (string.IsNullOrEmpty(Path.GetDirectoryName(full)) || Path.GetFileName(full).Length == 0 || Directory.Exists(full))
            throw SystemErrors.Folder();
    }
}
