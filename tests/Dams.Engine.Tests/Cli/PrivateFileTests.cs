using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Judges;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>Private files are never anybody else's, not even for the moment between two calls of the system.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [JudgeFact("strace")]
    public void They_and_their_folders_are_made_with_their_final_mode()
    {
        _scene.Write("a/IM1");
        _scene.WriteBytes("a/IM2", File.ReadAllBytes(_scene["source/a/IM1"])[..^5]);
        var home = Directory.CreateDirectory(_scene["home"]).FullName;
        var log = _scene["strace"];
        using (var run = Shell.Start(
            "strace", "-f", "-e", "trace=open,openat,mkdir,mkdirat", "-s", "4096", "-o", log, "-E", $"XDG_DATA_HOME={home}",
            DamsProcess.Path, "protect", _scene.Source, "--destination", _scene.Destination, "--export-map", _scene["maps/map.csv"],
            "--failure-log", _scene["failures.csv"]))
        {
            run.WaitForExit();
            Assert.Equal(1, run.ExitCode);
        }

        var calls = File.ReadAllLines(log);
        var made = calls.Where(call => call.Contains("O_CREAT", StringComparison.Ordinal)
            && (Regex.IsMatch(call, @"/(home/dams|maps)/\.[^/]*dams-partial""") || call.Contains("failures.csv\"", StringComparison.Ordinal))).ToArray();
        // The key, the log, and the map twice: that one can be made is seen before anything is protected.
        Assert.Equal(4, made.Length);
        Assert.All(made, call => Assert.Contains(", 0600)", call, StringComparison.Ordinal));
        Assert.Contains(", 0700)", Assert.Single(calls, call => call.Contains("mkdir", StringComparison.Ordinal)
            && call.Contains("/home/dams\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
