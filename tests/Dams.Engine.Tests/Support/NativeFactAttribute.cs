using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test of the command as one native file; skipped, with the reason, where DAMS_COMMAND names none.</summary>
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = Requirement.NativeCommand.WhySkipped;
}
