using System;
using System.Threading;
using Dams.Files;

namespace Dams;

/// <summary>What every step of a run needs and none decides: who hears of it, with how many workers, and what stops it.</summary>
/// <param name="Listener">Receives the events of the run, on the thread that calls it.</param>
/// <param name="Cancellation">Stops the run.</param>
public sealed record RunContext(IRunListener Listener, CancellationToken Cancellation = default)
{
    /// <summary>Number of files to work on at one time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Tries again after an error that may pass by itself.</summary>
    internal Retry Retry { get; init; } = new();
}
