using System;
using Dams.Network.Nodes;
using Xunit;

namespace Dams.Network.Tests.Nodes;

/// <summary>How long an archive is left in peace.</summary>
public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(3, null, 8)]
    [InlineData(6, null, 60)]
    [InlineData(99, null, 60)]
    [InlineData(0, 90, 90)]
    [InlineData(0, 86_400, 300)]
    [InlineData(0, -5, 0)]
    public void It_is_tried_again_after_longer_and_longer_or_when_it_says(int attempt, int? asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.TimeOf(attempt, asked is { } time ? TimeSpan.FromSeconds(time) : null));
}
