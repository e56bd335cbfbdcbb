using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>Several processes at one time on one destination, one subject map, one key.</summary>
public sealed class SharingTests : IDisposable
{
    private const int Processes = 4;

    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Shards_at_one_time_give_the_tree_and_the_map_of_one_run()
    {
        _scene.WriteMany(patients: Processes * 2, slices: 3);
        var once = DamsProcess.Run(
            "protect", _scene.Source, "--destination", _scene["once"], "--key", _scene.KeyPath, "--export-map", _scene["once.csv"]);
        Assert.Equal(0, once.ExitCode);
        var shards = Enumerable.Range(0, Processes).Select(shard => DamsProcess.Start(
            "protect", _scene[$"source/p{(shard * 2) + 1}"], _scene[$"source/p{(shard * 2) + 2}"],
            "--destination", _scene.Destination, "--key", _scene.KeyPath, "--export-map", _scene["map.csv"])).ToArray();
        Assert.All(shards, shard => Assert.Equal(0, shard.Wait().ExitCode));
        Assert.Equal(BatchScene.Tree(_scene["once"]), BatchScene.Tree(_scene.Destination));
        Assert.Equal(File.ReadAllLines(_scene["once.csv"]).Order(), File.ReadAllLines(_scene["map.csv"]).Order());
        Assert.Empty(Directory.GetFiles(_scene["."], "*.lock*"));
    }

    [Fact]
    public void Processes_on_the_same_files_give_the_tree_of_one()
    {
        _scene.WriteMany(patients: 2, slices: 20);
        _scene.Run(_scene.ToDestination() with { Destination = _scene["once"] });
        var runs = Enumerable.Range(0, Processes).Select(_ => DamsProcess.Start(
            "protect", _scene.Source, "--destination", _scene.Destination, "--key", _scene.KeyPath, "--resume")).ToArray();
        Assert.All(runs, run => Assert.Equal(0, run.Wait().ExitCode));
        Assert.Equal(BatchScene.Tree(_scene["once"]), BatchScene.Tree(_scene.Destination));
    }

    [UnixFact]
    public void Processes_that_need_a_first_key_make_one_and_use_it()
    {
        _scene.WriteMany(patients: 1, slices: 2);
        var home = Directory.CreateDirectory(_scene["home"]).FullName;
        var runs = Enumerable.Range(0, Processes).Select(run => DamsProcess.Start(
            ("XDG_DATA_HOME", home), ["protect", _scene.Source, "--destination", _scene[$"d{run}"]])).ToArray();
        var ends = runs.Select(run => run.Wait()).ToArray();
        Assert.All(ends, end => Assert.Equal(0, end.ExitCode));
        Assert.Equal(1, ends.Count(end => end.Error.Contains("A new key was made", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(1, Processes - 1), run => Assert.Equal(BatchScene.Tree(_scene["d0"]), BatchScene.Tree(_scene[$"d{run}"])));
        Assert.Equal(["protection.key"], Directory.GetFiles(home, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }
}
