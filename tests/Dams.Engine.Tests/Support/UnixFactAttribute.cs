using System;
using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test of what only Unix allows to happen to an open file; skipped on Windows.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs a system that lets others cut a file that is being read";
    }
}
