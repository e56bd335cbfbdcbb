using System;
using System.Linq;
using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test that needs Linux, its administrator, and maybe a program; skipped, with the reason, without.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute(params string[] programs)
    {
        if (!OperatingSystem.IsLinux())
            Skip = "This is not Linux.";
        else if (!Environment.IsPrivilegedProcess)
            Skip = "This account is not root.";
        else if (programs.FirstOrDefault(program => !Shell.Has(program)) is { } missing)
            Skip = $"There is no {missing}.";
    }
}
