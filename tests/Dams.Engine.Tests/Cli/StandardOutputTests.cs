using System;
using System.IO;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>Standard output and the number of open files are what the program that starts the command makes of them.</summary>
public sealed class StandardOutputTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public StandardOutputTests() => _scene.WriteMany(patients: 2, slices: 20);

    public void Dispose() => _scene.Dispose();

    [UnixFact]
    [CoversError("UnwritableStandardOutput")]
    public void A_full_disk_behind_it_is_told_as_that()
    {
        var (exit, error) = RunInShell($"{Protect} --json > /dev/full");
        Assert.Equal(2, exit);
        Assert.Contains("Standard output cannot be written to: the disk is full.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of its own", error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_table_or_help_for_a_full_disk_is_told_too()
    {
        foreach (var command in new[] { $"series {_scene.Source}", "--help", "protect --help", "--version" })
        {
            var (exit, error) = RunInShell($"{DamsProcess.Path} {command} > /dev/full");
            Assert.Equal(2, exit);
            Assert.StartsWith("dams: Standard output cannot be written to: the disk is full.", error, StringComparison.Ordinal);
        }
    }

    [UnixFact]
    public void Events_for_an_output_that_is_closed_are_refused_before_anything_is_written()
    {
        var (exit, error) = RunInShell($"{Protect} --json >&-");
        Assert.Equal(2, exit);
        Assert.Contains("Standard output cannot be written to: it is closed.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scene.Destination));
    }

    [UnixFact]
    public void A_run_that_needs_none_of_its_streams_is_done_without_them()
    {
        var (exit, _) = RunInShell($"{Protect} <&- >&- 2>&-");
        Assert.Equal(0, exit);
        _scene.Run(_scene.ToDestination() with { Destination = _scene["once"] });
        Assert.Equal(BatchScene.Tree(_scene["once"]), BatchScene.Tree(_scene.Destination));
    }

    [UnixFact]
    public void A_full_disk_behind_standard_error_ends_no_run()
    {
        var (exit, _) = RunInShell($"{Protect} 2> /dev/full");
        Assert.Equal(0, exit);
        Assert.Equal(40, BatchScene.Tree(_scene.Destination).Count);
    }

    [UnixFact]
    public void A_reader_that_is_gone_stops_the_run_which_says_so()
    {
        foreach (var command in new[] { $"{Protect} --json", $"{DamsProcess.Path} series {_scene.Source}" })
        {
            // The reader ends before there is anything to read.
            var pipe = _scene[$"pipe{command.Length}"];
            var (exit, error) = RunInShell($"mkfifo {pipe}; : < {pipe} & exec 3> {pipe}; wait; {command} >&3");
            Assert.Equal(130, exit);
            Assert.Contains("dams: stopped: nobody reads standard output any more.", error, StringComparison.Ordinal);
        }
    }

    [UnixFact]
    [CoversError("TooFewOpenFiles")]
    public void With_64_open_files_nothing_is_begun_and_that_is_told()
    {
        var (exit, error) = RunInShell($"ulimit -n 64; {Protect} --json");
        Assert.Equal(2, exit);
        Assert.StartsWith("dams: This process may have 64 files open at a time and needs ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scene.Destination));
    }

    [UnixFact]
    public void With_128_open_files_all_is_done_however_many_jobs_are_asked_for()
    {
        var (exit, error) = RunInShell($"ulimit -n 128; {Protect} --json --jobs 64");
        Assert.True(exit == 0, error);
        Assert.Equal(40, BatchScene.Tree(_scene.Destination).Count);
    }

    [UnixFact]
    public void In_place_with_128_open_files_all_is_done()
    {
        var (exit, error) = RunInShell($"ulimit -n 128; {DamsProcess.Path} protect {_scene.Source} --in-place --force "
            + $"--backup {_scene["backup"]} --key {_scene.KeyPath} --jobs 64");
        Assert.True(exit == 0, error);
        Assert.Equal(40, BatchScene.Tree(_scene["backup"]).Count);
    }

    private string Protect =>
        $"{DamsProcess.Path} protect {_scene.Source} --destination {_scene.Destination} --key {_scene.KeyPath}";

    private static (int ExitCode, string Error) RunInShell(string command)
    {
        using var process = Shell.Start("bash", "-c", command);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error + output.Result);
    }
}
