using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Dams.Network.Tests.Partners;

/// <summary>A program of somebody else that a test starts and ends.</summary>
internal sealed class Program : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private Program(Process process) => _process = process;

    public static bool IsThere(string name) => Find(name) is not null;

    /// <summary>A port of this machine that nobody has.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a program, and waits until it listens.</summary>
    public static Program Serve(string name, int port, string folder, params string[] arguments)
    {
        var program = new Program(Start(name, folder, arguments));
        for (var watch = Stopwatch.StartNew(); !Listens(port);)
        {
            if (program._process.HasExited || watch.Elapsed > StartTime)
                throw new InvalidOperationException($"{name} does not listen.");
            Thread.Sleep(50);
        }
        return program;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public static (int ExitCode, string Output) Run(string name, string folder, params string[] arguments)
    {
        using var process = Start(name, folder, arguments, redirects: true);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Process Start(string name, string folder, string[] arguments, bool redirects = false)
    {
        var start = new ProcessStartInfo(Find(name)!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        if (!redirects)
        {
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        return process;
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
