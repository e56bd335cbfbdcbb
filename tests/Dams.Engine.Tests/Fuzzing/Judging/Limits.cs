using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>What one file may cost.</summary>
internal static class Limits
{
    private const int Attempts = 3;
    private const long MostBytes = 256L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <summary>Tries cases, together where all of them cost no more than one may.</summary>
    public static IReadOnlyList<FuzzFinding> Watch(IFuzzTarget target, IReadOnlyList<FuzzCase> cases)
    {
        var (findings, cost) = Measure(target, cases);
        if (!cost.IsTooMuch)
            return findings;
        return cases.Count > 1 ? [.. cases.SelectMany(one => Watch(target, [one]))] : [.. findings, .. Confirm(target, cases[0], cost)];
    }

    /// <summary>The processor was somebody else's now and then, and code was compiled: the cheapest of some attempts counts.</summary>
    private static IEnumerable<FuzzFinding> Confirm(IFuzzTarget target, FuzzCase one, Cost cost)
    {
        for (var i = 1; i < Attempts && cost.IsTooMuch; i++)
        {
            var (_, next) = Measure(target, [one]);
            cost = new Cost(next.Time < cost.Time ? next.Time : cost.Time, Math.Min(next.Bytes, cost.Bytes));
        }
        if (cost.Time > MostTime)
            yield return new FuzzFinding(one, "Takes more than 1 s", $"{cost.Time.TotalSeconds:F1} s for {one.Bytes.Length} bytes");
        // What was allocated in all is no less than what was in use at one time, and costs nothing to know.
        if (cost.Bytes > MostBytes && PeakMemory.Measure(() => Measure(target, [one])) is > MostBytes and var peak)
            yield return new FuzzFinding(one, "Takes more than 256 MiB", $"{peak >> 20} MiB for {one.Bytes.Length} bytes");
    }

    private static (IReadOnlyList<FuzzFinding> Findings, Cost Cost) Measure(IFuzzTarget target, IReadOnlyList<FuzzCase> cases)
    {
        CostMeter.Reset();
        var findings = target.Try(cases).ToArray();
        return (findings, CostMeter.Total);
    }

    /// <param name="Time">Of the processor, on all threads.</param>
    /// <param name="Bytes">Allocated, whether or not they were free again.</param>
    public readonly record struct Cost(TimeSpan Time, long Bytes)
    {
        public bool IsTooMuch => Time > MostTime || Bytes > MostBytes;
    }
}
