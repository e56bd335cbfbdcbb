using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test over the published standard itself; skipped, with the reason, where it is not.</summary>
public sealed class StandardFactAttribute : FactAttribute
{
    public StandardFactAttribute() => Skip = Requirement.Standard.WhySkipped;
}
