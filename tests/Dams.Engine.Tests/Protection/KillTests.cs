using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>
/// Kills runs once they have written so many files, a number by chance. DAMS_KILL_ROUNDS says how often, DAMS_KILL_SEED from
/// which number chance begins.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Patients = 6, Slices = 40, PixelLength = 100_000;

    private static readonly int Rounds = Number("DAMS_KILL_ROUNDS") ?? 3;
    // A run may end before the test sees the file for which it waits.
    private static readonly int MostRounds = 10 * Rounds;
    private static readonly int Seed = Number("DAMS_KILL_SEED") ?? 20240311;

    private readonly BatchScene _scene = new();
    private readonly Random _random = new(Seed);

    public KillTests()
    {
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

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_run_that_is_killed_and_resumed_leaves_the_tree_of_one_run()
    {
        RunToEnd(["--destination", _scene["once"]]);
        var expected = BatchScene.Tree(_scene["once"]);
        var cut = 0;
        for (var round = 1; round <= Rounds || (cut == 0 && round <= MostRounds); round++)
        {
            string[] arguments = ["--destination", _scene.Destination, "--resume"];
            KillSometime(arguments, () => Outputs(_scene.Destination).Length);
            var left = Directory.Exists(_scene.Destination) ? Whole(_scene.Destination) : [];
            Assert.All(left, file => Assert.Equal(expected[file.Key], file.Value));
            cut += left.Count > 0 && left.Count < expected.Count ? 1 : 0;
            // Now and then a run is killed in what the one before left.
            if (_random.Next(3) == 0)
                continue;
            RunToEnd(arguments);
            Assert.Equal(expected, BatchScene.Tree(_scene.Destination));
            Directory.Delete(_scene.Destination, recursive: true);
        }
        Assert.True(cut > 0, $"No run was killed at work; seed {Seed}.");
    }

    [Fact]
    public void A_run_in_place_that_is_killed_leaves_every_file_old_or_new_and_the_next_goes_on()
    {
        var old = BatchScene.Tree(_scene.Source);
        var originals = _scene["originals"];
        CopyTree(_scene.Source, originals);
        string[] arguments = ["--in-place", "--force", "--backup", _scene["backup"]];
        RunToEnd(arguments);
        var expected = Whole(_scene.Source);
        var cut = 0;
        for (var round = 1; round <= Rounds || (cut == 0 && round <= MostRounds); round++)
        {
            Directory.Delete(_scene.Source, recursive: true);
            Directory.Delete(_scene["backup"], recursive: true);
            CopyTree(originals, _scene.Source);
            KillSometime(arguments, () => Outputs(_scene["backup"]).Length);
            var left = Whole(_scene.Source);
            Assert.Equal(old.Keys, left.Keys);
            Assert.All(left, file => Assert.True(file.Value == old[file.Key] || file.Value == expected[file.Key], $"seed {Seed}"));
            var replaced = left.Count(file => file.Value != old[file.Key]);
            cut += replaced > 0 && replaced < left.Count ? 1 : 0;
            RunToEnd(arguments);
            Assert.Equal(expected, Whole(_scene.Source));
            Assert.DoesNotContain(BatchScene.Tree(_scene.Source).Keys, IsPartial);
            Assert.Equal(old.Values.Order(), BatchScene.Tree(_scene["backup"]).Values.Order());
        }
        Assert.True(cut > 0, $"No run was killed at work; seed {Seed}.");
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsPartial(string path) => path.EndsWith(".dams-partial", StringComparison.Ordinal);

    private static SortedDictionary<string, string> Whole(string folder) => new(
        BatchScene.Tree(folder).Where(file => !IsPartial(file.Key) && !file.Key.EndsWith(".dams-in-place", StringComparison.Ordinal))
            .ToDictionary(), StringComparer.Ordinal);

    private static void CopyTree(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private static string[] Outputs(string folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true })
        : [];

    private void KillSometime(string[] arguments, Func<int> count)
    {
        var moment = count() + _random.Next(Patients * Slices);
        using var process = Start(arguments);
        while (count() <= moment && !process.Process.HasExited)
            Thread.Sleep(1);
        process.Process.Kill();
        process.Process.WaitForExit();
    }

    private void RunToEnd(string[] arguments)
    {
        using var process = Start(arguments);
        var (exit, _, error) = process.Wait();
        Assert.True(exit == 0, $"seed {Seed}: {error}");
    }

    private DamsProcess Start(string[] arguments) =>
        DamsProcess.Start(["protect", _scene.Source, "--key", _scene.KeyPath, "--jobs", "2", .. arguments]);
}
