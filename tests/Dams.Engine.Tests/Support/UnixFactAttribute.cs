using System;
using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test of what Windows has otherwise: file modes, links, and cutting a file that is open.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs the file modes, the links and the shared access of Unix";
    }
}
