using System;
using System.ComponentModel;
using System.Diagnostics;

namespace Dams.Tests.PowerShell;

/// <summary>The PowerShell of this machine.</summary>
internal static class PowerShellHost
{
    private const string Probe =
        "if ($PSVersionTable.PSVersion -ge [version]'7.4' -and (Get-Module Pester -ListAvailable | Where-Object Version -ge '5.0')) { 'ready' }";

    /// <summary>Its command, or null where there is none that can run the suite.</summary>
    public static string? Find()
    {
        var command = Environment.GetEnvironmentVariable("DAMS_PWSH") is { Length: > 0 } named ? named : "pwsh";
        try
        {
            return Run(command, "-Command", Probe).Output.Contains("ready", StringComparison.Ordinal) ? command : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs PowerShell without profile and without colours.</summary>
    public static (int ExitCode, string Output) Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
