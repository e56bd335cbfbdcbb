using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class StoppingTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [UnixFact]
    public void A_run_that_is_interrupted_ends_within_a_second_with_a_summary_and_no_half_file() => Stop("-INT");

    [UnixFact]
    public void A_run_that_the_system_ends_does_the_same() => Stop("-TERM");

    [UnixFact]
    public void A_run_whose_terminal_hangs_up_does_the_same() => Stop("-HUP");

    [RootFact("nohup")]
    public void A_run_that_is_to_outlive_its_terminal_does()
    {
        _scene.WriteLarge();
        using var run = Shell.Start("nohup", [DamsProcess.Path, .. Arguments("--jobs", "1")]);
        Wait(() => run.HasExited || (Directory.Exists(_scene.Destination) && Outputs() > 2));
        Shell.Run("kill", "-HUP", run.Id.ToString(CultureInfo.InvariantCulture));
        run.WaitForExit();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(60, Outputs());
    }

    [RootFact("script")]
    public void A_run_whose_terminal_is_closed_leaves_no_half_file_and_keeps_the_map()
    {
        // The native file writes half of these before anybody sees the first.
        const int slices = 120;
        _scene.WriteLarge(slices: slices);
        var command = $"{DamsProcess.Path} protect {_scene.Source} --destination {_scene.Destination} --key {_scene.KeyPath} "
            + $"--jobs 1 --export-map {_scene["map.csv"]}";
        // Tests that run under nohup hand on that this signal is to be ignored.
        using (var terminal = Shell.Start("env", "--default-signal=HUP", "script", "-qc", command, "/dev/null"))
        {
            Wait(() => Directory.Exists(_scene.Destination) && Outputs() > 2);
            terminal.Kill();
            terminal.WaitForExit();
        }
        // Nobody can wait for a process whose parent is gone; the map is the last that it writes.
        Wait(() => File.Exists(_scene["map.csv"]) && !File.Exists(_scene["map.csv.lock"]));
        Assert.InRange(Outputs(), 1, slices - 1);
        Assert.Empty(Directory.GetFiles(_scene.Destination, ".*", SearchOption.AllDirectories));
        AssertMapHasAll();
    }

    [UnixFact]
    public void The_map_of_a_run_whose_reader_goes_away_has_all_that_was_reported()
    {
        _scene.WriteLarge();
        using var run = Shell.Start(DamsProcess.Path, Arguments("--jobs", "1", "--json", "--export-map", _scene["map.csv"]));
        while (run.StandardOutput.ReadLine()?.Contains("\"event\":\"protected\"", StringComparison.Ordinal) == false)
        {
        }
        run.StandardOutput.Close();
        Assert.EndsWith("dams: stopped: nobody reads standard output any more.\n", run.StandardError.ReadToEnd(), StringComparison.Ordinal);
        run.WaitForExit();
        Assert.Equal(130, run.ExitCode);
        AssertMapHasAll();
    }

    [UnixFact]
    public void The_map_of_a_run_that_is_stopped_has_all_of_whom_something_came_out()
    {
        _scene.WriteLarge();
        var run = Interrupt("-TERM", "--export-map", _scene["map.csv"]);
        Assert.Equal(130, run.ExitCode);
        AssertMapHasAll();
        Assert.Equal(0, DamsProcess.Run(Arguments("--resume", "--export-map", _scene["map.csv"])).ExitCode);
        Assert.Equal(["MRN-0", "MRN-1", "MRN-2"], File.ReadAllLines(_scene["map.csv"]).Skip(1).Select(line => line.Split(',')[1]).Order());
    }

    [Fact]
    public void A_run_ends_with_a_summary_for_people_and_for_programs()
    {
        _scene.WriteMany(patients: 2, slices: 3);
        _scene.WriteBytes("p1/broken", File.ReadAllBytes(_scene["source/p1/IM001"])[..^5]);
        var (exit, _, error) = DamsProcess.Run(Arguments());
        Assert.Equal(1, exit);
        Assert.Matches(@"\n2 patients, 2 series, 6 instances, [\d.]+ kB in \d+:\d\d:\d\d; 0 skipped, 1 failed\.\n$", error);
        var summary = Events(DamsProcess.Run(Arguments("--json", "--resume")).Output, "summary").Single();
        Assert.Equal(
            [2, 2, 0, 6, 1],
            new[] { "patients", "series", "instances", "skipped", "failed" }.Select(name => (int)summary[name]!));
        Assert.False((bool)summary["stopped"]!);
        Assert.DoesNotContain("MRN-1", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Into_a_pipe_no_progress_is_written()
    {
        _scene.WriteLarge();
        var (_, _, error) = DamsProcess.Run(Arguments());
        Assert.DoesNotContain("\r", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_hear_of_progress_at_most_five_times_a_second()
    {
        _scene.WriteLarge();
        var watch = Stopwatch.StartNew();
        var (_, output, _) = DamsProcess.Run(Arguments("--json"));
        var reports = Events(output, "progress");
        Assert.True(reports.Length <= 2 + (watch.Elapsed.TotalSeconds * 5));
        Assert.All(reports, report => Assert.True((long)report["filesDone"]! <= (long)report["filesKnown"]!));
    }

    [RootFact("script")]
    public void On_a_terminal_there_is_a_line_of_patients_files_bytes_rate_and_time_left()
    {
        _scene.WriteLarge();
        var command = $"{DamsProcess.Path} protect {_scene.Source} --destination {_scene.Destination} --key {_scene.KeyPath} --jobs 1";
        var shown = Shell.Run("script", "-qec", $"stty cols 160; {command}", "/dev/null");
        Assert.Matches(@"\r\d+ of 3 patients, \d+ of 60 files, [\d.]+ .?B of [\d.]+ MB, [\d.]+ .?(B|bytes)/s, \d+:\d\d:\d\d left", shown);
    }

    [Fact]
    [CoversError("InPlaceUnconfirmed")]
    public void In_place_needs_somebody_who_agrees()
    {
        _scene.WriteMany(patients: 1, slices: 1);
        var before = BatchScene.Tree(_scene.Source);
        var (exit, _, error) = DamsProcess.Run("protect", _scene.Source, "--in-place", "--key", _scene.KeyPath);
        Assert.Equal(2, exit);
        Assert.Contains("--force", error, StringComparison.Ordinal);
        Assert.Equal(before, BatchScene.Tree(_scene.Source));
    }

    [Fact]
    public void In_place_the_map_has_every_patient_before_the_first_file_is_replaced()
    {
        _scene.WriteMany(patients: 2, slices: 1);
        File.WriteAllText(_scene["map.csv"], "neither column\n");
        var before = BatchScene.Tree(_scene.Source);
        string[] arguments = ["protect", _scene.Source, "--in-place", "--force", "--key", _scene.KeyPath, "--export-map", _scene["map.csv"]];
        Assert.Equal(2, DamsProcess.Run(arguments).ExitCode);
        Assert.Equal(before, BatchScene.Tree(_scene.Source));
        File.Delete(_scene["map.csv"]);
        Assert.Equal(0, DamsProcess.Run(arguments).ExitCode);
        Assert.Equal(["MRN-1", "MRN-2"], File.ReadAllLines(_scene["map.csv"]).Skip(1).Select(line => line.Split(',')[1]).Order());
    }

    private static JsonNode[] Events(string output, string name) =>
        [.. EventSchema.Read(output).Where(line => (string)line["event"]! == name)];

    private (int ExitCode, string Error, TimeSpan Time) Interrupt(string signal, params string[] more)
    {
        var (exit, error, time) = StopAmidWork(signal, more);
        // A run may be done before the signal gets to it.
        for (var again = 0; exit == 0 && again < 20; again++)
        {
            Directory.Delete(_scene.Destination, recursive: true);
            File.Delete(_scene["map.csv"]);
            (exit, error, time) = StopAmidWork(signal, more);
        }
        return (exit, error, time);
    }

    // Each patient has a folder of output, and a line below the titles.
    // A run that is stopped may have made the folder of a subject and no file in it yet.
    private void AssertMapHasAll() => Assert.Equal(
        Directory.GetDirectories(_scene.Destination).Where(folder => Directory.GetFiles(folder, "*.dcm", SearchOption.AllDirectories).Length > 0)
            .Select(Path.GetFileName).Order(),
        File.ReadAllLines(_scene["map.csv"]).Skip(1).Select(line => line.Split(',')[0]).Order());

    private void Stop(string signal)
    {
        _scene.WriteLarge();
        var (exit, error, time) = Interrupt(signal);
        // Of the processor, which is what a stop takes however busy the machine is.
        Assert.True(time < TimeSpan.FromSeconds(1), $"It took {time}.");
        Assert.Equal(130, exit);
        Assert.Matches(@"\d+ instances, .* failed\.\ndams: stopped\.\n$", error);
        var tree = BatchScene.Tree(_scene.Destination);
        Assert.InRange(tree.Count, 1, 59);
        Assert.All(tree.Keys, path => Assert.EndsWith(".dcm", path, StringComparison.Ordinal));
        Assert.Equal(0, DamsProcess.Run(Arguments("--resume")).ExitCode);
        _scene.Run(_scene.ToDestination() with { Destination = _scene["once"] });
        Assert.Equal(BatchScene.Tree(_scene["once"]), BatchScene.Tree(_scene.Destination));
    }

    private (int Exit, string Error, TimeSpan Time) StopAmidWork(string signal, string[] more)
    {
        using var process = DamsProcess.StartInForeground(Arguments(["--jobs", "1", .. more]));
        while (!process.Process.HasExited && !(Directory.Exists(_scene.Destination) && Outputs() > 2))
            Thread.Sleep(1);
        var before = TimeOf(process.Process) ?? TimeSpan.Zero;
        var after = before;
        Shell.TryRun("kill", signal, process.Process.Id.ToString(CultureInfo.InvariantCulture));
        while (TimeOf(process.Process) is { } time)
            after = time;
        var (exit, _, error) = process.Wait();
        return (exit, error, after - before);
    }

    /// <summary>The processor time of a process; null where it has ended, be it while it is asked.</summary>
    private static TimeSpan? TimeOf(Process process)
    {
        try
        {
            return process.HasExited ? null : process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private static void Wait(Func<bool> holds) => Assert.True(SpinWait.SpinUntil(holds, TimeSpan.FromMinutes(2)));

    private int Outputs() => Directory.GetFiles(_scene.Destination, "*.dcm", SearchOption.AllDirectories).Length;

    private string[] Arguments(params string[] more) =>
        ["protect", _scene.Source, "--destination", _scene.Destination, "--key", _scene.KeyPath, .. more];
}
