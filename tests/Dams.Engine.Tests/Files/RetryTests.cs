using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Core;
using Dams.Files;
using Xunit;

namespace Dams.Tests.Files;

public sealed class RetryTests
{
    private static readonly DamsException Locked = FileErrors.UnreadableFile(new IOException("", OperatingSystem.IsWindows() ? 32 : 11));
    private static readonly DamsException Unreachable = FileErrors.UnreadableFile(new IOException("", OperatingSystem.IsWindows() ? 53 : 116));
    private static readonly DamsException Full = FileErrors.UnwritableOutput(new IOException("", OperatingSystem.IsWindows() ? 112 : 28));

    private readonly List<TimeSpan> _waits = [];
    private readonly Retry _retry;

    public RetryTests() => _retry = new Retry((time, _) =>
    {
        _waits.Add(time);
        return false;
    });

    [Fact]
    public void What_may_pass_is_tried_again_after_growing_waits_until_it_succeeds()
    {
        var attempts = 0;
        Assert.Null(Try(() => ++attempts < 4 ? Unreachable : null));
        Assert.Equal([1, 2, 4], _waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public void A_file_is_waited_for_no_longer_than_is_stated()
    {
        Assert.Same(Locked, Try(() => Locked));
        Assert.Equal(TimeSpan.FromSeconds(3.75), _waits.Aggregate((sum, wait) => sum + wait));
        _waits.Clear();
        Assert.Same(Unreachable, Try(() => Unreachable));
        Assert.Equal(TimeSpan.FromSeconds(123), _waits.Aggregate((sum, wait) => sum + wait));
        Assert.Equal(_waits.Order(), _waits);
    }

    [Fact]
    public void What_does_not_pass_by_itself_is_tried_once()
    {
        Assert.Same(Full, Try(() => Full));
        Assert.Same(Full, Try(() => Full));
        Assert.Empty(_waits);
        Assert.Equal(RetryReason.None, FileErrors.UnreadableFile(new FileNotFoundException()).RetryReason);
        Assert.Equal(RetryReason.None, FileErrors.UnreadableFile(new UnauthorizedAccessException()).RetryReason);
    }

    [Fact]
    public void A_share_that_stays_away_does_not_hold_the_run()
    {
        for (var file = 0; file < 1000; file++)
            Try(() => Unreachable);
        Assert.True(_waits.Aggregate((sum, wait) => sum + wait) <= TimeSpan.FromMinutes(10));
        Assert.True(_waits.Aggregate((sum, wait) => sum + wait) > TimeSpan.FromMinutes(9));
    }

    [Fact]
    public void A_share_that_came_back_is_waited_for_again()
    {
        for (var file = 0; file < 4; file++)
            Try(() => Unreachable);
        var attempts = 0;
        Assert.Null(Try(() => ++attempts < 2 ? Unreachable : null));
        _waits.Clear();
        Try(() => Unreachable);
        Assert.Equal(7, _waits.Count);
    }

    [Fact]
    public void A_stop_ends_a_wait()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => new Retry().Run(() => Unreachable, error => error, stop.Token));
    }

    private DamsException? Try(Func<DamsException?> attempt) => _retry.Run(attempt, error => error, CancellationToken.None);
}
