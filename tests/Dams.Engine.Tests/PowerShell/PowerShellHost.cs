using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using Dams.Tests.Support;

namespace Dams.Tests.PowerShell;

/// <summary>
/// A PowerShell that can run the Pester suite: the one that DAMS_PWSH names, else the one that the build brought as a
/// package (artifacts/powershell.txt tells where), else the one on the path.
/// </summary>
/// <param name="Command">The program and what stands in front of its arguments.</param>
/// <param name="Pester">The Pester module to import: a name or a path.</param>
internal sealed record PowerShellHost(string[] Command, string Pester)
{
    private const string Probe =
        "if ($PSVersionTable.PSVersion -ge [version]'7.4' -and (Get-Module $env:DAMS_PESTER -ListAvailable | Where-Object Version -ge '5.0')) { 'ready' }";

    private static readonly Lazy<PowerShellHost?> Found = new(Find);

    /// <summary>The PowerShell of this machine, or null where there is none that can run the suite.</summary>
    public static PowerShellHost? Here => Found.Value;

    /// <summary>Runs a script file without profile and without colours.</summary>
    /// <returns>What it wrote to standard output and then to standard error.</returns>
    public string RunFile(string script, params string[] arguments) => Run(["-File", script, .. arguments]);

    /// <summary>Runs a command in the same way.</summary>
    public string RunCommand(string command) => Run(["-Command", command]);

    private static PowerShellHost? Find()
    {
        var package = Packaged();
        var pester = package?.Pester ?? "Pester";
        if (Environment.GetEnvironmentVariable("DAMS_PWSH") is { Length: > 0 } named)
            return Ready(new PowerShellHost([named], pester));
        return Ready(package) ?? Ready(new PowerShellHost(["pwsh"], pester));
    }

    // The package has executables for x64 alone; elsewhere the runtime of these tests starts the same PowerShell.
    private static PowerShellHost? Packaged()
    {
        var file = Path.Combine(Repository.Root, "artifacts", "powershell.txt");
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var folder, var pester])
            return null;
        var (system, program) = OperatingSystem.IsWindows() ? ("win", "pwsh.exe") : ("unix", "pwsh");
        return RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64 && !OperatingSystem.IsMacOS()
            ? new PowerShellHost([Path.Combine(folder, system, program)], pester)
            : new PowerShellHost(["dotnet", Path.Combine(folder, system, "pwsh.dll")], pester);
    }

    private static PowerShellHost? Ready(PowerShellHost? host)
    {
        try
        {
            return host?.RunCommand(Probe).Contains("ready", StringComparison.Ordinal) == true ? host : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private string Run(string[] arguments)
    {
        var start = new ProcessStartInfo(Command[0], [.. Command[1..], "-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["DAMS_PESTER"] = Pester;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
