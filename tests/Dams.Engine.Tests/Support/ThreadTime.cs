using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Dams.Tests.Support;

/// <summary>The processor time of the thread that runs a test: however busy the machine is, it waits for nobody.</summary>
internal static class ThreadTime
{
    // On Linux the kernel counts the nanoseconds of each thread; elsewhere the clock stands in.
    private const string Counter = "/proc/thread-self/schedstat";

    /// <summary>What an action takes on this thread.</summary>
    public static TimeSpan Measure(Action action)
    {
        var start = Now();
        action();
        return Now() - start;
    }

    private static TimeSpan Now() => File.Exists(Counter)
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Counter).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);
}
