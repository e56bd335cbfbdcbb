using System;
using System.Collections.Generic;

namespace Dams.Reporting;

/// <summary>Bytes per second over the last while: what skipped files and waits did long ago no longer counts.</summary>
internal sealed class TransferRate
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private readonly Queue<(TimeSpan Time, long Bytes)> _samples = new([(TimeSpan.Zero, 0)]);

    /// <summary>Takes in how many bytes are done at a time; returns the rate.</summary>
    public double Add(TimeSpan time, long bytes)
    {
        _samples.Enqueue((time, bytes));
        while (_samples.Count > 2 && time - _samples.Peek().Time > Window)
            _samples.Dequeue();
        var (firstTime, firstBytes) = _samples.Peek();
        var seconds = (time - firstTime).TotalSeconds;
        return seconds > 0 ? (bytes - firstBytes) / seconds : 0;
    }
}
