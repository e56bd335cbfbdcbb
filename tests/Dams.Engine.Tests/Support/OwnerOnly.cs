using System;
using System.IO;

namespace Dams.Tests.Support;

/// <summary>Files that only their owner can read.</summary>
internal static class OwnerOnly
{
    public static void Assert(string path)
    {
        if (!OperatingSystem.IsWindows())
            Xunit.Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    /// <summary>Lets everybody read a file.</summary>
    public static void Undo(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
