using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>What can go wrong with single files and accounts, by real means.</summary>
public sealed class FileTroubleTests : IDisposable
{
    private readonly BatchScene _scene = new();
    private readonly List<TimeSpan> _waits = [];

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_file_that_another_program_holds_is_waited_for()
    {
        var path = _scene.Write("a/IM1");
        var series = SeriesIndex.Read([_scene.Source], new RunContext(_scene.Listener) { Workers = 2 });
        var holder = ExclusiveFile.Open(path);
        var context = new RunContext(_scene.Listener)
        {
            Retry = new Retry((time, _) =>
            {
                _waits.Add(time);
                if (_waits.Count == 2)
                    holder.Dispose();
                return false;
            }),
        };
        Assert.Equal(1, Assert.Single(Batch.Run(_scene.ToDestination(), context, series, Batch.Nothing)).InstanceCount);
        Assert.Equal([250, 500], _waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public void A_file_that_vanished_is_told_at_once()
    {
        var path = _scene.Write("a/IM1");
        _scene.Write("a/IM2", number: 2);
        var series = SeriesIndex.Read([_scene.Source], new RunContext(_scene.Listener) { Workers = 2 });
        File.Delete(path);
        var context = new RunContext(_scene.Listener) { Retry = new Retry((_, _) => throw new InvalidOperationException("No wait.")) };
        var result = Assert.Single(Batch.Run(_scene.ToDestination(), context, series, Batch.Nothing));
        Assert.Equal((1, 1), (result.InstanceCount, result.FailedCount));
        Assert.Contains("it is not there", Assert.Single(_scene.Listener.Failures).Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_path_that_is_too_long_is_told_as_that()
    {
        const int longestPath = 4096;
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 200), 18));
        _scene.Write(Path.Combine(deep, "IM1"));
        _scene.Write("IM2", number: 2);
        var destination = Path.Combine(_scene.Destination, new string('e', 200), new string('f', 200), new string('g', 200));
        Assert.True(destination.Length + deep.Length > longestPath);
        var result = _scene.Run(_scene.ToDestination() with { Destination = destination, KeepStructure = true });
        Assert.Equal((1, 1), (result.Sum(series => series.InstanceCount), result.Sum(series => series.FailedCount)));
        Assert.Contains("too long", Assert.Single(_scene.Listener.Failures).Message, StringComparison.Ordinal);
    }

    [RootFact("setpriv")]
    public void What_the_account_may_not_read_is_told_and_the_rest_comes_out()
    {
        Shell.Run("chmod", "755", _scene["."]);
        var secret = _scene.Write("a/IM1");
        _scene.Write("a/IM2", number: 2);
        Shell.Run("chmod", "600", secret);
        Directory.CreateDirectory(_scene.Destination);
        Shell.Run("chown", "-R", "65534", _scene.Destination, Path.GetDirectoryName(_scene.KeyPath)!);
        using var process = Shell.Start(
            "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
            DamsProcess.Path, "protect", _scene.Source, "--destination", _scene.Destination, "--key", _scene.KeyPath);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Contains("File 1: The file cannot be read: access is denied.", error, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
        Assert.Single(BatchScene.Tree(_scene.Destination));
    }
}
