using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Dams.Tests.Cli;

/// <summary>
/// What happens on a share whose server dies and comes back, by the real thing. DAMS_SHARE_SEED chooses other moments.
/// The moments are numbers of files that the server has; the server comes back when a client has met that it was gone.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class NetworkShareTests : IDisposable
{
    private const int Patients = 4, Slices = 20, PixelLength = 60_000, Outages = 3;

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("DAMS_SHARE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20240311;

    private readonly BatchScene _scene = new();
    private readonly NetworkShare _share = new();
    private readonly Random _random = new(Seed);
    private readonly ITestOutputHelper _output;

    public NetworkShareTests(ITestOutputHelper output)
    {
        _output = output;
        _output.WriteLine($"seed {Seed}");
        for (var patient = 1; patient <= Patients; patient++)
        {
            for (var slice = 1; slice <= Slices; slice++)
            {
                _scene.WriteBytes(Path.Combine($"p{patient}", $"IM{slice:D3}"), FileBuilder.Build(
                    Syntax.ExplicitLittle,
                    dataset => FileBuilder.WriteCT(dataset, $"MRN-{patient}", $"1.2.3.{patient}.{slice}", slice, PixelLength)));
            }
        }
    }

    public void Dispose()
    {
        _share.Dispose();
        _scene.Dispose();
    }

    [NetworkShareFact]
    public void A_run_to_a_share_gives_the_tree_and_the_map_of_a_run_to_a_disk()
    {
        var root = _share.Mount();
        RunLocally();
        AssertDone(Protect(_scene.Source, root));
        AssertAsLocally();
    }

    [NetworkShareFact]
    public void Two_clients_on_one_destination_and_map_lose_nothing_when_the_server_dies_and_comes_back()
    {
        RunLocally();
        string[] roots = [_share.Mount(), _share.Mount()];
        var clients = roots.Select(root => Protect(_scene.Source, root, "--resume")).ToArray();
        Interrupt(clients, Inside("out"));
        Assert.All(clients, AssertDone);
        AssertAsLocally();
        AssertNothingPartialAfterTheNextRun(roots[0]);
    }

    [NetworkShareFact]
    public void A_client_that_dies_with_the_server_leaves_nothing_that_the_next_run_does_not_remove()
    {
        RunLocally();
        var root = _share.Mount();
        for (var round = 1; round <= Outages; round++)
        {
            var client = Protect(_scene.Source, root, "--resume");
            var moment = Moment(round);
            NetworkShare.Await(() => client.Process.HasExited || Whole(Inside("out")).Length >= moment, "Nothing is written.");
            _share.Kill();
            client.Process.Kill();
            client.Process.WaitForExit();
            client.Dispose();
            _share.Start();
        }
        AssertDone(Protect(_scene.Source, root, "--resume"));
        AssertAsLocally();
        Assert.Empty(Partial());
    }

    [NetworkShareFact]
    public void In_place_with_a_backup_every_original_is_kept_and_every_file_replaced_when_the_server_dies_and_comes_back()
    {
        var root = _share.Mount();
        foreach (var path in BatchScene.Tree(_scene.Source).Keys)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Inside(Path.Combine("source", path)))!);
            File.Copy(Path.Combine(_scene.Source, path), Inside(Path.Combine("source", path)));
        }
        var originals = BatchScene.Tree(_scene.Source);
        _scene.Run(_scene.InPlace());
        var expected = WithoutJournals(_scene.Source);
        string[] arguments =
        [
            "protect", Path.Combine(root, "source"), "--in-place", "--force", "--backup", Path.Combine(root, "backup"),
            "--key", _scene.KeyPath, "--export-map", Path.Combine(root, "map.csv"), "--jobs", "2",
        ];
        var client = DamsProcess.Start(arguments);
        Interrupt([client], Inside("backup"));
        AssertDone(client);
        Assert.Equal(expected, WithoutJournals(Inside("source")));
        Assert.Equal(originals.Values.Order(), BatchScene.Tree(Inside("backup")).Values.Order());
        Assert.Equal(Patients + 1, File.ReadAllLines(Inside("map.csv")).Length);

        AssertDone(DamsProcess.Start([.. arguments, "--resume"]));
        Assert.Equal(expected, WithoutJournals(Inside("source")));
        Assert.Empty(Partial());
    }

    private static SortedDictionary<string, string> WithoutJournals(string folder) => new(
        BatchScene.Tree(folder).Where(file => !file.Key.EndsWith(".dams-in-place", StringComparison.Ordinal)).ToDictionary(),
        StringComparer.Ordinal);

    private static string[] Whole(string folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => !IsPartial(path)).ToArray()
        : [];

    private static bool IsPartial(string path) =>
        path.EndsWith(".dams-partial", StringComparison.Ordinal) || path.Contains(".lock", StringComparison.Ordinal);

    private string Inside(string relative) => Path.Combine(_share.Inside, relative);

    private int Moment(int round) => ((Patients * Slices * (round - 1)) + _random.Next(Patients * Slices)) / (Outages + 1);

    /// <summary>Kills the server when so many files have come to a folder, and starts it when a client has met that.</summary>
    private void Interrupt(DamsProcess[] clients, string folder)
    {
        for (var outage = 1; outage <= Outages; outage++)
        {
            var moment = Moment(outage);
            NetworkShare.Await(() => IsOver() || Whole(folder).Length >= moment, "Nothing is written.");
            if (IsOver())
            {
                // On a busy machine the clients may end before a later moment is seen.
                Assert.True(outage > 1, $"All was done before the server died; seed {Seed}.");
                return;
            }
            var told = _share.Troubles();
            _share.Kill();
            NetworkShare.Await(() => IsOver() || _share.Troubles() > told, "No client met that the server was gone.");
            _share.Start();
            _output.WriteLine($"The server died at {moment} files.");
        }

        bool IsOver() => clients.All(client => client.Process.HasExited);
    }

    private DamsProcess Protect(string source, string root, params string[] more) => DamsProcess.Start(
    [
        "protect", source, "--destination", Path.Combine(root, "out"), "--key", _scene.KeyPath,
        "--export-map", Path.Combine(root, "map.csv"), "--jobs", "2", .. more,
    ]);

    private void RunLocally() => AssertDone(DamsProcess.Start(
        "protect", _scene.Source, "--destination", _scene["once"], "--key", _scene.KeyPath, "--export-map", _scene["once.csv"]));

    private static void AssertDone(DamsProcess process)
    {
        using (process)
        {
            var (exit, _, error) = process.Wait();
            Assert.True(exit == 0, $"seed {Seed}: {error}");
        }
    }

    private void AssertAsLocally()
    {
        Assert.Equal(BatchScene.Tree(_scene["once"]), new SortedDictionary<string, string>(
            BatchScene.Tree(Inside("out")).Where(file => !IsPartial(file.Key)).ToDictionary(), StringComparer.Ordinal));
        Assert.Equal(File.ReadAllLines(_scene["once.csv"]).Order(), File.ReadAllLines(Inside("map.csv")).Order());
    }

    private void AssertNothingPartialAfterTheNextRun(string root)
    {
        _output.WriteLine($"{Partial().Length} partial files at the end of the run.");
        AssertDone(Protect(_scene.Source, root, "--resume"));
        AssertAsLocally();
        Assert.Empty(Partial());
    }

    private string[] Partial() =>
        Directory.GetFiles(_share.Inside, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(IsPartial).ToArray();
}
