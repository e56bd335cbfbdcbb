using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test in the shells that no system brings by itself; skipped, with the reason, where one is missing.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = Requirement.Shells.WhySkipped;
}
