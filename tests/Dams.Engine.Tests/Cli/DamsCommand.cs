using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Dams.Tests.Support;

namespace Dams.Tests.Cli;

/// <summary>The command as other programs see it: a process with an exit code and two streams.</summary>
/// <param name="Output">Standard output: for programs.</param>
/// <param name="Error">Standard error: for people.</param>
internal sealed record DamsCommand(int ExitCode, string Output, string Error)
{
    /// <summary>The command of the checkout, built as these tests were.</summary>
    private static readonly string Assembly = Path.Combine(
        Repository.Root, "src", "Dams.Cli", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "dams.dll");

    /// <summary>The events that <c>--json</c> writes, each a line, as the schema of events describes them.</summary>
    public IReadOnlyList<JsonObject> Events => EventSchema.Read(Output);

    public IEnumerable<JsonObject> EventsOf(string name) => Events.Where(line => (string?)line["event"] == name);

    /// <summary>A property of an event, whatever the case of its name.</summary>
    public static JsonNode? Property(JsonObject line, string name) =>
        line.First(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Runs the command. The account's own folders are below the given one, so that no test touches the user's key.</summary>
    public static DamsCommand Run(TemporaryFolder home, params string[] arguments)
    {
        using var process = Start(home, arguments);
        return Finish(process);
    }

    /// <summary>Runs the command and asks it to stop, as a terminal or a service does, once something holds.</summary>
    public static DamsCommand RunAndStop(TemporaryFolder home, Func<bool> isTime, params string[] arguments)
    {
        using var process = Start(home, arguments);
        while (!isTime() && !process.HasExited)
            Thread.Sleep(1);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            kill.WaitForExit();
        return Finish(process);
    }

    private static Process Start(TemporaryFolder home, string[] arguments)
    {
        var start = DamsProcess.Published is { } file
            ? new ProcessStartInfo(file, arguments)
            : new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Assembly, .. arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        start.WorkingDirectory = home.Path;
        start.Environment["HOME"] = home["home"];
        start.Environment["XDG_DATA_HOME"] = home[Path.Combine("home", "data")];
        start.Environment["LOCALAPPDATA"] = home[Path.Combine("home", "data")];
        start.Environment["NO_COLOR"] = "1";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static DamsCommand Finish(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new DamsCommand(process.ExitCode, output, errors.Result);
    }
}
