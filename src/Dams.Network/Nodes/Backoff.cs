using System;
using System.Threading;

namespace Dams.Network.Nodes;

/// <summary>How long is waited before an archive that was lost or is busy is tried again: 1, 2, 4, 8, ... seconds, and no more than a minute.</summary>
internal static class Backoff
{
    private const int Longest = 60;

    // What a service asks for itself may be longer.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(5);

    /// <param name="attempt">Number of the attempt that failed, from 0 on.</param>
    /// <param name="asked">The time that the archive asks for; null for none.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Wait(int attempt, CancellationToken cancellation, TimeSpan? asked = null)
    {
        cancellation.WaitHandle.WaitOne(TimeOf(attempt, asked));
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The time before the next attempt.</summary>
    public static TimeSpan TimeOf(int attempt, TimeSpan? asked) => asked switch
    {
        null => TimeSpan.FromSeconds(Math.Min(1 << Math.Min(attempt, 6), Longest)),
        { } time when time < TimeSpan.Zero => TimeSpan.Zero,
        { } time => time < LongestAsked ? time : LongestAsked,
    };
}
