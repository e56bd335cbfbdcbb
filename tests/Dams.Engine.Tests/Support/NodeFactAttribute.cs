using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test that needs Node; skipped, with the reason, without.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Requirement.Node.WhySkipped;
}
