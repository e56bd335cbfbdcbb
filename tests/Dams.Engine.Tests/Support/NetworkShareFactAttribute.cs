using System;
using Xunit;

namespace Dams.Tests.Support;

/// <summary>
/// A test on a real share, of Samba on this machine, mounted through FUSE. It takes a minute or more: DAMS_LONG_TESTS asks
/// for it. Skipped, with the reason, without, or where the share cannot be had.
/// </summary>
public sealed class NetworkShareFactAttribute : FactAttribute
{
    public NetworkShareFactAttribute() => Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DAMS_LONG_TESTS"))
        ? "DAMS_LONG_TESTS is not set."
        : Requirement.NetworkShare.WhySkipped;
}
