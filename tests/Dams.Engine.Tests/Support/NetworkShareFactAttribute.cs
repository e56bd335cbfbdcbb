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
    private static readonly string[] Programs = ["smbd", "smbnetfs", "fusermount"];

    public NetworkShareFactAttribute() => Skip = Requirement.NetworkShare.WhySkipped;

    internal static bool IsHere() =>
        Environment.GetEnvironmentVariable("DAMS_LONG_TESTS") is { Length: > 0 }
        && OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/dev/fuse") && Programs.All(Shell.Has);
}
