using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Dams.Cli;

/// <summary>
/// What asks the command to stop: Ctrl+C, the system, a terminal that is closed, and standard input where it is watched. The first of them stops it gently;
/// the next ends it at once. Those that came ignored, as with nohup, stay ignored.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const string StopLine = "stop";

    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _isDone = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Stop)),
    ];

    public CancellationToken Token => _stop.Token;

    /// <summary>Stops when standard input is closed, or brings the line <c>stop</c>.</summary>
    public void WatchStandardInput() => new Thread(ReadStandardInput) { IsBackground = true, Name = nameof(ReadStandardInput) }.Start();

    public void Dispose()
    {
        _isDone.Set();
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }

    private void ReadStandardInput()
    {
        try
        {
            using var reader = new StreamReader(Console.OpenStandardInput());
            while (reader.ReadLine() is { } line && line.Trim() != StopLine)
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be read brings no line any more, as if it were closed.
        }
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run has ended meanwhile.
        }
    }

    private void Stop(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
            return;
        context.Cancel = true;
        _stop.Cancel();
        // Windows ends the process of a closed window as soon as this handler returns.
        if (OperatingSystem.IsWindows() && context.Signal != PosixSignal.SIGINT)
            _isDone.Wait();
    }
}
