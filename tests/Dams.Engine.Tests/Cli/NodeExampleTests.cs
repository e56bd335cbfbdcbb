using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>docs/examples/run-dams.mjs, as a program in Node or Electron has it.</summary>
public sealed class NodeExampleTests : IDisposable
{
    private const string Folder = "환자 1 & Söhne";

    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [NodeFact]
    public void It_runs_a_batch_over_folders_with_Korean_names_and_gives_what_the_engine_gives()
    {
        Write(slices: 4);

        var run = Node(Example, DamsProcess.Path, "batch", _scene[$"source/{Folder}"], "--destination", _scene["대상"], "--key", _scene.KeyPath);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Folder 1: SUBJ-", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("4 instances of 1 patients; 0 failed.\n", run.Output, StringComparison.Ordinal);
        _scene.Run(_scene.ToDestination());
        Assert.Equal(BatchScene.Tree(_scene.Destination), BatchScene.Tree(_scene["대상"]));
    }

    [NodeFact]
    public void It_gives_the_reason_where_nothing_can_be_done()
    {
        Write(slices: 1);

        var run = Node(Example, DamsProcess.Path, "batch", _scene[$"source/{Folder}"], "--key", _scene.KeyPath);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error Usage: ", run.Output, StringComparison.Ordinal);
    }

    [NodeFact]
    public void It_stops_a_run_that_is_cancelled()
    {
        _scene.WriteLarge(Folder, patients: 1);
        var script = $$"""
            import { runDams } from {{Quote(new Uri(Example).AbsoluteUri)}};
            import { existsSync } from 'node:fs';
            const cancel = new AbortController();
            const watch = setInterval(() => { if (existsSync(process.argv[4])) cancel.abort(); }, 5);
            const [program, key, out] = process.argv.slice(2);
            const result = await runDams(program, ['protect', {{Quote(_scene.Source)}}, '--destination', out, '--key', key, '--jobs', '1'], { signal: cancel.signal });
            clearInterval(watch);
            console.log(JSON.stringify(result));
            """;
        var path = _scene["cancel.mjs"];
        File.WriteAllText(path, script);

        var run = Node(path, DamsProcess.Path, _scene.KeyPath, _scene.Destination);

        Assert.True(run.ExitCode == 0, run.Error);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(130, (int)result["exitCode"]!);
        Assert.True((bool)result["summary"]!["stopped"]!);
        Assert.Equal(BatchScene.Tree(_scene.Destination).Count, (int)result["summary"]!["instances"]!);
    }

    private static string Example { get; } = Path.Combine(Repository.Root, "docs", "examples", "run-dams.mjs");

    private void Write(int slices)
    {
        for (var number = 1; number <= slices; number++)
            _scene.Write(Path.Combine(Folder, $"영상 {number}"), number: number);
    }

    private static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    private static (int ExitCode, string Output, string Error) Node(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
