using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dams.Cli.Output;

namespace Dams.Cli;

/// <summary>Protects series and writes the result of each.</summary>
internal static class ProtectionBatch
{
    public static void Run(
        ProtectionOptions options,
        IReadOnlyList<DicomSeries> series,
        GivenIdentity given,
        ConsoleListener listener,
        JsonLines? lines,
        CancellationToken cancellation) =>
        Run(options, series.Select(one => (one, given)), listener, lines, cancellation, known: series);

    /// <summary>Protects series, and writes the result of each and a summary at the end.</summary>
    /// <param name="known">All of them, where they are known from the start.</param>
    /// <param name="series">The series; they may be found only while the run goes on.</param>
    public static void Run(
        ProtectionOptions options,
        IEnumerable<(DicomSeries Series, GivenIdentity Given)> series,
        ConsoleListener listener,
        JsonLines? lines,
        CancellationToken cancellation,
        IReadOnlyList<DicomSeries>? known = null)
    {
        using var run = new ProtectionRun(options, listener, cancellation);
        run.Expect(known ?? []);
        try
        {
            foreach (var (one, given) in series)
                Tell(run.Add(one, given));
            Tell(run.Complete());
        }
        catch (Exception e)
        {
            try
            {
                run.Stop();
            }
            finally
            {
                TellSummary(isStopped: e is OperationCanceledException);
            }
            throw;
        }
        TellSummary(isStopped: false);

        void Tell(IEnumerable<ProtectedSeries> ready)
        {
            foreach (var result in ready)
            {
                if (lines is null)
                    listener.Say($"{result.Subject}: {result.Modality}, {result.InstanceCount} instances, {result.FailedCount} failed");
                lines?.Write("protected", result);
            }
        }

        void TellSummary(bool isStopped) => SummaryLine.Tell(run.Summary, isStopped, listener, lines);
    }
}
