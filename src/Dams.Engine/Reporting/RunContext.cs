using System.Threading;
using Dams.Core;
using Dams.Files;

namespace Dams;

/// <summary>What every step of a run needs and none decides: who hears of it, with how many workers, and what stops it.</summary>
/// <param name="Listener">Receives the events of the run, on the thread that calls it.</param>
/// <param name="Cancellation">Stops the run.</param>
public sealed record RunContext(IRunListener Listener, CancellationToken Cancellation = default)
{
    /// <summary>Number of files to work on at one time; null: as many as there are processors, and more where files are on a share.</summary>
    public int? Workers { get; init; }

    /// <summary>Tries again after an error that may pass by itself.</summary>
    internal Retry Retry { get; init; } = new();

    /// <summary>Number of files to work on at one time in a folder.</summary>
    internal int WorkersFor(string path) => Workers ?? WorkerCount.For(path);
}
