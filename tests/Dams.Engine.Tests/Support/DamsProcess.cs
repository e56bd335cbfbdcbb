using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Dams.Tests.Support;

/// <summary>The command <c>dams</c>, run as others run it.</summary>
public sealed class DamsProcess : IDisposable
{
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private DamsProcess(Process process)
    {
        Process = process;
        process.StandardInput.Close();
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    /// <summary>The published command that DAMS_COMMAND names; null where the tests run on what was built with them.</summary>
    public static string? Published { get; } =
        Environment.GetEnvironmentVariable("DAMS_COMMAND") is { Length: > 0 } path ? System.IO.Path.GetFullPath(path, Repository.Root) : null;

    /// <summary>The command of the checkout, in the configuration of these tests.</summary>
    public static string Built { get; } = System.IO.Path.Combine(
        Repository.Root, "src", "Dams.Cli", "bin", System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/', '\\'))!),
        "net10.0", OperatingSystem.IsWindows() ? "dams.exe" : "dams");

    /// <summary>The command that is tested.</summary>
    public static string Path => Published ?? Built;

    public static DamsProcess Start(params string[] arguments) => Start(environment: null, arguments);

    public static DamsProcess Start((string Name, string Value)? environment, string[] arguments)
    {
        var start = Redirected(new ProcessStartInfo(Path, arguments));
        if (environment is { } variable)
            start.Environment[variable.Name] = variable.Value;
        return new DamsProcess(Process.Start(start)!);
    }

    /// <summary>
    /// Starts it as a terminal does. Tests that run in the background of a shell ignore the interrupt, and what they start
    /// inherits that.
    /// </summary>
    public static DamsProcess StartInForeground(params string[] arguments) => OperatingSystem.IsLinux()
        ? new DamsProcess(Process.Start(Redirected(new ProcessStartInfo("env", ["--default-signal=INT,HUP,TERM", Path, .. arguments])))!)
        : Start(arguments);

    /// <summary>Runs it to its end.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return process.Wait();
    }

    public (int ExitCode, string Output, string Error) Wait()
    {
        Process.WaitForExit();
        return (Process.ExitCode, _output.Result, _error.Result);
    }

    private static ProcessStartInfo Redirected(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }
}
