using Xunit;

namespace Dams.Tests.Support;

/// <summary>Tests that measure what the process does, and so run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
