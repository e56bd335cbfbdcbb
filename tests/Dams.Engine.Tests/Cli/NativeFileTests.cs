using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>The command as one native file beside the command of the checkout, which .NET runs.</summary>
[Collection(AloneCollection.Name)]
public sealed partial class NativeFileTests : IDisposable
{
    private const int LargestMegabytes = 20;
    private const int Starts = 20;

    private static readonly string[] Profiles = [ProfileBuilder.Basic, ProfileBuilder.Research, ProfileBuilder.Encode];

    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [NativeFact]
    public void It_is_one_file_that_needs_no_other()
    {
        var copy = _scene[Path.GetFileName(DamsProcess.Path)];
        File.Copy(DamsProcess.Path, copy);
        Assert.InRange(new FileInfo(copy).Length, 1, LargestMegabytes * 1_000_000L);
        var demo = Run(copy, ("DOTNET_ROOT", _scene["nowhere"]), "demo", _scene["demo"]);
        Assert.True(demo.ExitCode == 0, demo.Output + demo.Error);
    }

    [NativeFact]
    public void It_is_there_in_a_fraction_of_the_time_that_the_runtime_takes_to_start() =>
        Assert.True(FastestStart(DamsProcess.Path) * 2 < FastestStart(DamsProcess.Built));

    [NativeFact]
    public void It_writes_the_trees_that_the_build_writes()
    {
        var sources = Sources();
        foreach (var profile in Profiles)
            Assert.Equal(Protect(DamsProcess.Built, profile, sources), Protect(DamsProcess.Path, profile, sources));
    }

    // A processor that lacks what most have is what the file meets in an old server or an emulator.
    [NativeFact]
    public void It_writes_the_same_where_the_processor_has_no_wide_instructions()
    {
        var sources = Sources();
        Assert.Equal(
            Protect(DamsProcess.Path, ProfileBuilder.Basic, sources),
            Protect(DamsProcess.Path, ProfileBuilder.Basic, sources, ("DOTNET_EnableAVX", "0")));
    }

    [NativeFact]
    public void Its_events_are_those_of_the_build()
    {
        var sources = Sources();
        string[] audit = ["audit", .. sources, "--json"];
        string[] series = ["series", .. sources, "--json"];
        foreach (var arguments in new[] { series, audit })
        {
            var (built, native) = (Run(DamsProcess.Built, null, arguments), Run(DamsProcess.Path, null, arguments));
            Assert.NotEmpty(built.Output);
            Assert.Equal(built.ExitCode, native.ExitCode);
            Assert.Equal(EventsOf(built.Output), EventsOf(native.Output));
        }
    }

    /// <summary>The demonstration's patients, and real files where they are.</summary>
    private string[] Sources()
    {
        Assert.Equal(0, Run(DamsProcess.Built, null, "demo", _scene["demo"]).ExitCode);
        return CorpusFiles.Folder is { } corpus ? [_scene["demo/source"], corpus] : [_scene["demo/source"]];
    }

    private SortedDictionary<string, string> Protect(string command, string profile, string[] sources, (string, string)? environment = null)
    {
        var (destination, map) = (_scene[Guid.NewGuid().ToString("N")], _scene[$"{Guid.NewGuid():N}.csv"]);
        var run = Run(command, environment, ["protect", .. sources, "--destination", destination, "--profile", profile, "--key", _scene.KeyPath, "--export-map", map]);
        var tree = BatchScene.Tree(destination);
        Assert.True(tree.Count > 100, run.Error);
        tree.Add("the map", File.ReadAllText(map));
        tree.Add("the exit code", $"{run.ExitCode}");
        return tree;
    }

    // How far a run is when it tells depends on the time it takes.
    // Each run has a number, a start and a pace of its own.
    private static IEnumerable<string> EventsOf(string output) => output.Split('\n')
        .Where(line => !line.Contains("\"progress\"", StringComparison.Ordinal) && !line.Contains("\"started\"", StringComparison.Ordinal))
        .Select(line => OwnOfRun().Replace(line, ""));

    [GeneratedRegex("\"(?:run|seconds)\":[^,}]*,?")]
    private static partial Regex OwnOfRun();

    private static TimeSpan FastestStart(string command) => Enumerable.Range(0, Starts).Min(_ =>
    {
        var time = Stopwatch.StartNew();
        Assert.Equal(0, Run(command, null, "--version").ExitCode);
        return time.Elapsed;
    });

    private static (int ExitCode, string Output, string Error) Run(string command, (string Name, string Value)? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (environment is { } variable)
            start.Environment[variable.Name] = variable.Value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
