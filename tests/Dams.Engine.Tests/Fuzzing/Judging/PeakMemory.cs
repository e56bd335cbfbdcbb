using System;
using System.Threading;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>The most memory that is in use at one time, without what is only not collected yet.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Bytes more than before, at the worst of the many times that it is looked at.</summary>
    public static long Measure(Action action)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        using var isDone = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            do
            {
                GC.Collect();
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
            }
            while (!isDone.Wait(Pause));
        });
        watcher.Start();
        try
        {
            action();
        }
        finally
        {
            isDone.Set();
            watcher.Join();
        }
        return peak;
    }
}
