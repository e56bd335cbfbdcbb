using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Files;

public sealed class FileLockTests : IDisposable
{
    private static readonly FileLockTimes Short = new(
        RenewInterval: TimeSpan.FromMilliseconds(100), StaleAfter: TimeSpan.FromSeconds(1), LongestWait: TimeSpan.FromSeconds(20));

    private readonly TemporaryFolder _folder = new();

    private string Guarded => _folder["map.csv"];

    private string LockPath => _folder["map.csv.lock"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lock_says_who_made_it_and_goes_when_it_is_released()
    {
        using (var held = FileLock.Acquire(Guarded, Short))
        {
            var lines = File.ReadAllLines(LockPath);
            Assert.Equal([Environment.MachineName, $"{Environment.ProcessId}"], lines[1..3]);
            Assert.True(held.IsHeld);
        }
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task One_at_a_time_has_it()
    {
        var inside = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                using var held = FileLock.Acquire(Guarded, Short);
                lock (_folder)
                    most = Math.Max(most, ++inside);
                Assert.True(held.IsHeld);
                lock (_folder)
                    inside--;
            }
        })));
        Assert.Equal(1, most);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void One_whose_process_on_this_machine_is_no_more_is_broken_at_once()
    {
        File.WriteAllText(LockPath, $"token\n{Environment.MachineName}\n{int.MaxValue - 1}\n2026-01-01T00:00:00Z\n");
        var waits = Short with { StaleAfter = TimeSpan.FromHours(1), LongestWait = TimeSpan.FromSeconds(5) };
        using var held = FileLock.Acquire(Guarded, waits);
        Assert.True(held.IsHeld);
    }

    [Theory]
    [InlineData("token\nelsewhere\n1\n2026-01-01T00:00:00Z\n")]
    [InlineData("")]
    public void What_a_process_left_that_was_killed_while_it_released_one_goes_with_the_next(string content)
    {
        File.WriteAllText($"{LockPath}.{Guid.NewGuid():N}", content);
        var another = $"{LockPath}.txt";
        File.WriteAllText(another, "A file of somebody's own.");
        using (FileLock.Acquire(Guarded, Short))
            Assert.Equal([LockPath, another], Directory.GetFiles(_folder.Path).Order());
        Assert.Equal([another], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("token\nelsewhere\n1\n2026-01-01T00:00:00Z\n")]
    [InlineData("")]
    public void One_of_another_machine_that_nobody_writes_any_more_is_broken(string content)
    {
        File.WriteAllText(LockPath, content);
        using var held = FileLock.Acquire(Guarded, Short);
        Assert.True(held.IsHeld);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    [CoversError("LockHeld")]
    public void One_whose_maker_is_at_work_is_waited_for_and_not_broken()
    {
        using var held = FileLock.Acquire(Guarded, Short);
        var error = Assert.Throws<DamsException>(() => FileLock.Acquire(Guarded, Short with { LongestWait = TimeSpan.FromSeconds(3) }));
        Assert.Equal("LockHeld", error.Id);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", error.Message, StringComparison.Ordinal);
        Assert.True(held.IsHeld);
    }

    [Fact]
    public void One_whose_maker_lives_on_this_machine_is_not_broken_though_it_had_no_time_to_renew_it()
    {
        using var held = FileLock.Acquire(Guarded, Short with { RenewInterval = TimeSpan.FromHours(1) });
        var error = Assert.Throws<DamsException>(() =>
            FileLock.Acquire(Guarded, Short with { StaleAfter = TimeSpan.Zero, LongestWait = TimeSpan.FromMilliseconds(300) }));
        Assert.Equal("LockHeld", error.Id);
        Assert.True(held.IsHeld);
    }

    [Fact]
    public void One_whose_process_number_belongs_to_a_younger_process_is_broken_when_nobody_writes_it()
    {
        File.WriteAllText(LockPath, $"token\n{Environment.MachineName}\n{Environment.ProcessId}\n2026-01-01T00:00:00Z\n");
        using var held = FileLock.Acquire(Guarded, Short);
        Assert.True(held.IsHeld);
    }

    [Fact]
    public void Who_lost_a_lock_sees_it_and_does_not_release_that_of_another()
    {
        var first = FileLock.Acquire(Guarded, Short);
        File.Delete(LockPath);
        using var second = FileLock.Acquire(Guarded, Short);
        Assert.False(first.IsHeld);
        first.Dispose();
        Assert.True(second.IsHeld);
    }

    // Without its share, a mount point is a folder that is empty.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_that_could_not_be_removed_while_its_share_was_away_goes_when_it_is_back(bool isMountPointThere)
    {
        Directory.CreateDirectory(_folder["share"]);
        ReleaseWhileAway(FileLock.Acquire(_folder["share/map.csv"], Short with { RenewInterval = TimeSpan.FromSeconds(2) }), isMountPointThere);
        Assert.True(SpinWait.SpinUntil(() => Directory.GetFiles(_folder["share"]).Length == 0, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_that_its_own_process_could_not_remove_is_not_waited_for(bool isMountPointThere)
    {
        var rare = Short with { RenewInterval = TimeSpan.FromHours(1), LongestWait = TimeSpan.Zero };
        Directory.CreateDirectory(_folder["share"]);
        ReleaseWhileAway(FileLock.Acquire(_folder["share/map.csv"], rare), isMountPointThere);
        Assert.True(File.Exists(_folder["share/map.csv.lock"]));
        using var second = FileLock.Acquire(_folder["share/map.csv"], rare);
        Assert.True(second.IsHeld);
    }

    private void ReleaseWhileAway(FileLock held, bool isMountPointThere)
    {
        Directory.Move(_folder["share"], _folder["away"]);
        if (isMountPointThere)
            Directory.CreateDirectory(_folder["share"]);
        held.Dispose();
        if (isMountPointThere)
            Directory.Delete(_folder["share"]);
        Directory.Move(_folder["away"], _folder["share"]);
    }
}
