using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Dams.Tests.Support;

/// <summary>
/// A test on a real share, of Samba on this machine, mounted through FUSE. It takes a minute or more: DAMS_LONG_TESTS asks
/// for it. Skipped, with the reason, without, or where a package is missing.
/// </summary>
public sealed class NetworkShareFactAttribute : FactAttribute
{
    public NetworkShareFactAttribute()
    {
        string[] programs = ["smbd", "smbnetfs", "fusermount"];
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DAMS_LONG_TESTS")))
            Skip = "DAMS_LONG_TESTS is not set.";
        else if (!OperatingSystem.IsLinux())
            Skip = "This is not Linux.";
        else if (!Environment.IsPrivilegedProcess)
            Skip = "This account is not root.";
        else if (programs.FirstOrDefault(program => !Shell.Has(program)) is { } missing)
            Skip = $"There is no {missing}.";
        else if (!File.Exists("/dev/fuse"))
            Skip = "There is no /dev/fuse.";
    }
}
