using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PowerShell;

/// <summary>A test that needs PowerShell 7.4 or later with Pester 5; skipped, with the reason, where they are not.</summary>
public sealed class PesterFactAttribute : FactAttribute
{
    public PesterFactAttribute() => Skip = Requirement.PowerShell.WhySkipped;
}
