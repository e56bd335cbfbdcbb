using System;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>Adds up what the engine costs, and not what those do who judge it.</summary>
internal static class CostMeter
{
    public static Limits.Cost Total { get; private set; }

    public static void Reset() => Total = default;

    /// <summary>Runs the engine.</summary>
    public static T Count<T>(Func<T> action)
    {
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        try
        {
            return action();
        }
        finally
        {
            Total = new Limits.Cost(
                Total.Time + (Environment.CpuUsage.TotalTime - time), Total.Bytes + GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }
    }
}
