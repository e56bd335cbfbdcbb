using System;
using System.IO;
using Xunit;

namespace Dams.Tests.Support;

public sealed class RequirementTests
{
    [Fact]
    public void The_run_tells_what_it_had_to_skip()
    {
        var results = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "test-results"));

        File.WriteAllText(Path.Combine(results.FullName, "skipped.txt"), Requirement.TableOfMissing());

        Assert.All(Requirement.All, requirement => Assert.Equal(requirement.IsMet, requirement.WhySkipped is null));
        Assert.All(Requirement.All, requirement => Assert.Equal(
            !requirement.IsMet, Requirement.TableOfMissing().Contains(requirement.Cure, StringComparison.Ordinal)));
    }
}
