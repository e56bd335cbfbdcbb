using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Dams.Tests.Support.Expecting;

/// <summary>Fails with all problems that were found and not only with the first.</summary>
internal static class Problems
{
    public static void AssertNone(IReadOnlyCollection<string> problems) =>
        Assert.True(problems.Count == 0, $"{problems.Count}:{Environment.NewLine}{string.Join(Environment.NewLine, problems.Take(50))}");
}
