using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>Runs a command to its end.</summary>
internal static class Command
{
    // Some of what is planted sends readers of DICOM into a loop.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <param name="isPatient">It may take as long as it likes.</param>
    public static CommandResult Run(string command, IEnumerable<string> arguments, string? input = null, bool isPatient = false)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!isPatient && !process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            return new(-1, "", "was still running");
        }
        process.WaitForExit();
        return new(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Where a command is installed; null where it is not.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
