using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Core;

namespace Dams.Files;

/// <summary>
/// Tries again, after growing waits, what may pass by itself: files that another program holds, and shares that do not
/// answer. Safe for use by several threads.
/// </summary>
/// <remarks>
/// All waits of a run together are bounded too. When they are used up each file is tried once, until one can be read or
/// written after a wait again: a share that stays away ends the run and does not hold it.
/// </remarks>
internal sealed class Retry
{
    private static readonly int[] LockedWaits = [250, 500, 1000, 2000];
    private static readonly int[] UnreachableWaits = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000];
    private static readonly TimeSpan LongestInAll = TimeSpan.FromMinutes(10);

    private readonly object _lock = new();
    private readonly Func<TimeSpan, CancellationToken, bool> _wait;
    private TimeSpan _left = LongestInAll;

    public Retry()
        : this((time, cancellation) => cancellation.WaitHandle.WaitOne(time))
    {
    }

    /// <param name="wait">Waits for a time; that of a test returns at once.</param>
    public Retry(Func<TimeSpan, CancellationToken, bool> wait) => _wait = wait;

    /// <summary>Does something until it succeeds, or its error is none that may pass, or was waited for long enough.</summary>
    /// <param name="errorOf">The error that a result holds; null where it holds none.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public T Run<T>(Func<T> attempt, Func<T, DamsException?> errorOf, CancellationToken cancellation)
    {
        for (var count = 0; ; count++)
        {
            var result = attempt();
            var error = errorOf(result);
            if (error is null && count > 0)
                Restore();
            var waits = WaitsFor(error?.RetryReason ?? RetryReason.None);
            if (count >= waits.Count || !Take(TimeSpan.FromMilliseconds(waits[count])))
                return result;
            _wait(TimeSpan.FromMilliseconds(waits[count]), cancellation);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Does something until it succeeds.</summary>
    /// <exception cref="DamsException">It failed by what does not pass, or was waited for long enough.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public T Run<T>(Func<T> action, CancellationToken cancellation)
    {
        var (result, error) = Run(Attempt, outcome => outcome.Error, cancellation);
        return error is null ? result! : throw error;

        (T? Result, DamsException? Error) Attempt()
        {
            try
            {
                return (action(), null);
            }
            catch (DamsException e)
            {
                return (default, e);
            }
        }
    }

    /// <inheritdoc cref="Run{T}(Func{T}, CancellationToken)"/>
    public void Run(Action action, CancellationToken cancellation) => Run(
        () =>
        {
            action();
            return true;
        },
        cancellation);

    private static IReadOnlyList<int> WaitsFor(RetryReason reason) => reason switch
    {
        RetryReason.Locked => LockedWaits,
        RetryReason.Unreachable => UnreachableWaits,
        _ => [],
    };

    private void Restore()
    {
        lock (_lock)
            _left = LongestInAll;
    }

    private bool Take(TimeSpan time)
    {
        lock (_lock)
        {
            if (time > _left)
                return false;
            _left -= time;
            return true;
        }
    }
}
