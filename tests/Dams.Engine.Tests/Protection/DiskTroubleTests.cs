using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>What can go wrong with disks and shares, by real means.</summary>
public sealed class DiskTroubleTests : IDisposable
{
    private readonly BatchScene _scene = new();
    private readonly List<string> _mounts = [];
    private readonly List<TimeSpan> _waits = [];

    public void Dispose()
    {
        foreach (var mount in Enumerable.Reverse(_mounts))
            Shell.Run("umount", "-l", mount);
        _scene.Dispose();
    }

    [RootFact("mount", "umount")]
    public void A_disk_that_fills_fails_the_rest_leaves_no_half_file_and_a_resumed_run_ends_it()
    {
        WriteLarge(40);
        Mount("tmpfs", "-o", "size=1m");
        var results = _scene.Run(_scene.ToDestination());
        Assert.NotEmpty(_scene.Listener.Failures);
        Assert.All(_scene.Listener.Failures, failure => Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal));
        Assert.Equal(results.Sum(series => series.InstanceCount), BatchScene.Tree(_scene.Destination).Count);
        Shell.Run("mount", "-o", "remount,size=8m", _scene.Destination);
        _scene.Run(_scene.ToDestination() with { Resume = true });
        Assert.Empty(_scene.Listener.Failures);
        var resumed = BatchScene.Tree(_scene.Destination);
        _scene.Run(_scene.ToDestination() with { Destination = _scene["whole"] });
        Assert.Equal(BatchScene.Tree(_scene["whole"]), resumed);
    }

    [RootFact("mount", "umount", "mkfs.ext4")]
    public void In_place_on_a_disk_that_fills_leaves_every_file_old_or_new()
    {
        var image = _scene["disk.img"];
        using (var disk = File.Create(image))
            disk.SetLength(4 * 1024 * 1024);
        Shell.Run("mkfs.ext4", "-q", "-m", "0", image);
        Shell.Run("mount", "-o", "loop", image, _scene.Source);
        _mounts.Add(_scene.Source);
        WriteLarge(20);
        File.WriteAllBytes(_scene["source/ballast"], new byte[new DriveInfo(_scene.Source).AvailableFreeSpace - 20_000]);
        var before = BatchScene.Tree(_scene.Source);
        _scene.Run(_scene.InPlace());
        Assert.Equal(20, _scene.Summary.Failed);
        Assert.Equal(before, BatchScene.Tree(_scene.Source));
        File.Delete(_scene["source/ballast"]);
        _scene.Run(_scene.InPlace());
        Assert.Equal((20, 0), (_scene.Summary.Instances, _scene.Summary.Failed));
    }

    [RootFact("mount", "umount")]
    [CoversError("UnwritableDestination")]
    public void A_destination_that_is_read_only_stops_the_run_before_any_file()
    {
        _scene.Write("a/IM1");
        Mount("tmpfs", "-o", "ro");
        var error = Assert.Throws<DamsException>(() => _scene.Run(_scene.ToDestination()));
        Assert.Equal("UnwritableDestination", error.Id);
        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
    }

    [RootFact("mount", "umount")]
    public void In_place_in_a_source_that_is_read_only_each_file_fails_and_stays()
    {
        _scene.WriteMany(patients: 1, slices: 3);
        Shell.Run("mount", "--bind", _scene.Source, _scene.Source);
        _mounts.Add(_scene.Source);
        Shell.Run("mount", "-o", "remount,bind,ro", _scene.Source);
        var before = BatchScene.Tree(_scene.Source);
        _scene.Run(_scene.InPlace());
        Assert.Equal(3, _scene.Listener.Failures.Count);
        Assert.All(_scene.Listener.Failures, failure => Assert.Contains("read-only", failure.Message, StringComparison.Ordinal));
        Assert.Equal(before, BatchScene.Tree(_scene.Source));
    }

    [RootFact("mount", "umount")]
    [CoversError("UnreachableDestination")]
    public void A_destination_that_goes_and_comes_back_is_waited_for_and_nothing_is_written_where_it_was()
    {
        _scene.WriteMany(patients: 2, slices: 4);
        var share = Directory.CreateDirectory(_scene["share"]).FullName;
        Directory.CreateDirectory(_scene.Destination);
        Shell.Run("mount", "--bind", share, _scene.Destination);
        var left = new List<string>();
        var context = new RunContext(_scene.Listener)
        {
            Retry = new Retry((time, _) =>
            {
                lock (_waits)
                {
                    _waits.Add(time);
                    if (_waits.Count == 3)
                    {
                        left.AddRange(Directory.EnumerateFileSystemEntries(_scene.Destination));
                        Shell.Run("mount", "--bind", share, _scene.Destination);
                        _mounts.Add(_scene.Destination);
                    }
                }
                return false;
            }),
        };
        var series = SeriesIndex.Read([_scene.Source], new RunContext(_scene.Listener) { Workers = 2 });
        using var run = new ProtectionRun(_scene.ToDestination(), context);
        var results = run.Add(series[0], new GivenIdentity(null, null, null)).Count;
        SpinWait.SpinUntil(() => Directory.GetFiles(share, "*.dcm", SearchOption.AllDirectories).Length == 4, TimeSpan.FromSeconds(30));
        Shell.Run("umount", "-l", _scene.Destination);
        results += run.Add(series[1], new GivenIdentity(null, null, null)).Count;
        Assert.Equal(2, results + run.Complete().Count());
        Assert.Empty(_scene.Listener.Failures);
        Assert.Empty(left);
        Assert.Equal(8, BatchScene.Tree(share).Count);
        Assert.True(_waits.Count >= 3);
    }

    [RootFact("mount", "umount")]
    [CoversError("UnreachableSource")]
    public void A_source_that_goes_and_comes_back_is_waited_for_and_one_that_stays_away_is_told()
    {
        _scene.WriteMany(patients: 1, slices: 3);
        var share = _scene["share"];
        Directory.Move(_scene.Source, share);
        Directory.CreateDirectory(_scene.Source);
        var root = _scene["source/p1"];
        Shell.Run("mount", "--bind", share, _scene.Source);
        var series = SeriesIndex.Read([root], new RunContext(_scene.Listener) { Workers = 2 });
        Shell.Run("umount", _scene.Source);
        var context = new RunContext(_scene.Listener) { Workers = 1, Retry = new Retry((time, _) => Note(time, back: 100)) };
        Assert.Equal(3, Batch.Run(_scene.ToDestination(), context, series, Batch.Nothing).Single().FailedCount);
        Assert.All(_scene.Listener.Failures, failure => Assert.Equal("UnreachableSource", failure.Error.Id));
        Assert.Equal(21, _waits.Count);
        _waits.Clear();
        _scene.Listener.Failures.Clear();
        context = context with { Retry = new Retry((time, _) => Note(time, back: 2)) };
        Assert.Equal(3, Batch.Run(_scene.ToDestination(), context, series, Batch.Nothing).Single().InstanceCount);
        Assert.Empty(_scene.Listener.Failures);
        Assert.Equal(2, _waits.Count);

        bool Note(TimeSpan time, int back)
        {
            _waits.Add(time);
            if (_waits.Count == back)
            {
                Shell.Run("mount", "--bind", share, _scene.Source);
                _mounts.Add(_scene.Source);
            }
            return false;
        }
    }

    [RootFact("mount", "umount")]
    [CoversError("UnwritableOriginal")]
    public void An_original_that_does_not_fit_into_the_backup_stays_as_it_is()
    {
        WriteLarge(20);
        var before = BatchScene.Tree(_scene.Source);
        Directory.CreateDirectory(_scene["backup"]);
        Shell.Run("mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", _scene["backup"]);
        _mounts.Add(_scene["backup"]);
        _scene.Run(_scene.InPlace() with { Backup = _scene["backup"] });
        Assert.All(_scene.Listener.Failures, failure => Assert.Equal("UnwritableOriginal", failure.Error.Id));
        Assert.True(_scene.Summary is { Instances: > 0, Failed: > 0 });
        var kept = BatchScene.Tree(_scene["backup"]).Values.ToHashSet();
        var after = BatchScene.Tree(_scene.Source);
        Assert.All(before, file => Assert.True(after[file.Key] == file.Value || kept.Contains(file.Value)));
    }

    private void WriteLarge(int slices)
    {
        for (var slice = 1; slice <= slices; slice++)
        {
            _scene.WriteBytes($"a/IM{slice:D3}", FileBuilder.Build(
                Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset, "MRN-4711", $"1.2.3.4.{slice}", slice, 100_000)));
        }
    }

    private void Mount(string type, params string[] options)
    {
        Directory.CreateDirectory(_scene.Destination);
        Shell.Run("mount", ["-t", type, .. options, type, _scene.Destination]);
        _mounts.Add(_scene.Destination);
    }
}
