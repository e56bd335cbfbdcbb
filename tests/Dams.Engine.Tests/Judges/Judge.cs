using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace Dams.Tests.Judges;

/// <summary>A program of somebody else that reads DICOM.</summary>
internal static class Judge
{
    /// <summary>Python with pydicom: the command in DAMS_PYTHON, or one of the usual; null where there is none.</summary>
    public static string? Python { get; } = new[] { Environment.GetEnvironmentVariable("DAMS_PYTHON"), "python3", "/usr/bin/python3" }
        .FirstOrDefault(command => command is { Length: > 0 } && TryRun(command, "-c", "import pydicom") is { ExitCode: 0 });

    /// <summary>Whether a command is on the path.</summary>
    public static bool IsThere(string command) => TryRun(command, "--version") is not null;

    /// <summary>Runs a program; what it says on both streams, line by line.</summary>
    public static (int ExitCode, IReadOnlyList<string> Lines) Run(string command, params string[] arguments) =>
        TryRun(command, arguments) ?? throw new Win32Exception($"{command} cannot be run");

    private static (int ExitCode, IReadOnlyList<string> Lines)? TryRun(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, (output + errors.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
