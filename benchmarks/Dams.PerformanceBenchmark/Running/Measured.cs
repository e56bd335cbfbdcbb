using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Dams.Benchmarks.Performance.Running;

/// <summary>What one run of a command took.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">User and system time, that of its children too.</param>
/// <param name="PeakMebibytes">The largest resident set of the process itself, MiB.</param>
internal sealed partial record Measured(double Seconds, double ProcessorSeconds, double PeakMebibytes)
{
    private const int OfChildren = -1;
    private const int PollMilliseconds = 5;

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static Measured Run(string command, IEnumerable<string> arguments)
    {
        var before = ProcessorSecondsOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        do
            peak = Math.Max(peak, PeakKibibytes(process.Id));
        while (!process.WaitForExit(PollMilliseconds));
        var seconds = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {errors.Result}{output.Result}");
        return new(seconds, ProcessorSecondsOfChildren() - before, peak / 1024.0);
    }

    /// <summary>The median of each figure.</summary>
    public static Measured Median(IReadOnlyCollection<Measured> runs) => new(
        Median(runs.Select(run => run.Seconds)), Median(runs.Select(run => run.ProcessorSeconds)), Median(runs.Select(run => run.PeakMebibytes)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static long PeakKibibytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..^"kB".Length], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    private static double ProcessorSecondsOfChildren()
    {
        if (GetResourceUsage(OfChildren, out var usage) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>The start of <c>struct rusage</c>; what follows is counts that nothing here reads.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds, UserMicroseconds, SystemSeconds, SystemMicroseconds;
    }
}
