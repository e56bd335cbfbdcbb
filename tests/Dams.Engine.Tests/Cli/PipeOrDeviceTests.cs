using System;
using System.IO;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>
/// A pipe or a device where a file belongs is refused: a run that waited for a writer would never end, and one that wrote
/// to it would put a file in its place.
/// </summary>
public sealed class PipeOrDeviceTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [UnixFact]
    public void As_a_list() => AssertRefused("UnreadablePatientList", "--list", Pipe());

    [UnixFact]
    public void As_a_key() => AssertRefused("UnreadableKey", _scene.Source, "--key", Pipe());

    [UnixFact]
    public void As_a_subject_map() => AssertRefused("UnreadableSubjectMap", _scene.Source, "--subject-map", Pipe());

    [UnixFact]
    public void As_a_map_to_export_to() => AssertRefused("UnwritableSubjectMap", _scene.Source, "--export-map", Pipe());

    [UnixFact]
    public void As_a_recipe() => AssertRefused("UnreadableRecipe", _scene.Source, "--profile", Pipe());

    [UnixFact]
    public void As_a_failure_log() => AssertRefused("UnwritableList", _scene.Source, "--failure-log", Pipe());

    [UnixFact]
    public void As_the_list_of_series_it_is_told_before_patients_are_printed()
    {
        _scene.Write("a/IM1");

        var (exit, output, error) = Run("series", _scene.Source, "--csv", Pipe());

        Assert.True(exit == 2, error);
        Assert.Contains("it is a pipe or a device", error, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [UnixFact]
    public void A_device_as_a_key() => AssertRefused("UnreadableKey", _scene.Source, "--key", "/dev/zero");

    [UnixFact]
    public void A_device_as_a_list() => AssertRefused("UnreadablePatientList", "--list", "/dev/zero");

    [UnixFact]
    public void Among_the_source_files_it_is_one_failure()
    {
        _scene.Write("a/IM1");
        var pipe = Pipe("source/a/pipe");
        var (exit, _, error) = Run("protect", _scene.Source, "--destination", _scene.Destination, "--key", _scene.KeyPath);
        Assert.True(exit == 1 && error.Contains("1 failed", StringComparison.Ordinal), error);
        Assert.True(File.Exists(pipe));
    }

    [UnixFact]
    public void Among_the_text_files_of_an_audit_it_is_told_as_unchecked()
    {
        _scene.Write("a/IM1");
        Pipe("source/a/notes.txt");
        Pipe("source/a/notes.xml");
        var (exit, output, error) = Run("audit", _scene.Source);
        Assert.True(exit == 1, error);
        Assert.Contains($"Unchecked\t\t{_scene["source/a/notes.txt"]}", output, StringComparison.Ordinal);
        Assert.Contains($"Unchecked\t\t{_scene["source/a/notes.xml"]}", output, StringComparison.Ordinal);
    }

    private void AssertRefused(string id, params string[] arguments)
    {
        _scene.Write("a/IM1");
        string[] key = Array.IndexOf(arguments, "--key") >= 0 ? [] : ["--key", _scene.KeyPath];
        var (exit, output, error) = Run(["protect", "--destination", _scene.Destination, "--json", .. key, .. arguments]);
        Assert.True(exit == 2, error);
        Assert.Contains($"\"id\":\"{id}\"", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("it is a pipe or a device", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scene.Destination));
        Assert.NotEqual("", Shell.Run("find", arguments[^1], "-maxdepth", "0", "!", "-type", "f"));
    }

    // One that waits would make the test wait: it is ended.
    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var process = DamsProcess.Start(arguments);
        Assert.True(process.Process.WaitForExit(TimeSpan.FromSeconds(60)), "It waits.");
        return process.Wait();
    }

    private string Pipe(string name = "pipe.json")
    {
        var path = _scene[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Shell.Run("mkfifo", path);
        return path;
    }
}
