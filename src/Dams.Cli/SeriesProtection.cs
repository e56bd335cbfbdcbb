using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cli.Output;

namespace Dams.Cli;

/// <summary>Protects series and writes the result of each.</summary>
internal static class SeriesProtection
{
    public static void Run(
        ProtectionOptions options,
        IReadOnlyList<DicomSeries> series,
        GivenIdentity given,
        ConsoleListener listener,
        JsonLines? lines,
        RunContext context) =>
        Run(options, series.Select(one => (one, given)), listener, lines, context, known: series);

    /// <summary>Protects series, and writes the result of each and a summary at the end.</summary>
    /// <param name="known">All of them, where they are known from the start.</param>
    /// <param name="series">The series; they may be found only while the run goes on.</param>
    public static void Run(
        ProtectionOptions options,
        IEnumerable<(DicomSeries Series, GivenIdentity Given)> series,
        ConsoleListener listener,
        JsonLines? lines,
        RunContext context,
        IReadOnlyList<DicomSeries>? known = null)
    {
        using var run = new ProtectionRun(options, context);
        run.Expect(known ?? []);
        try
        {
            foreach (var (one, given) in series)
                WriteResults(run.Add(one, given));
            WriteResults(run.Complete());
        }
        catch (Exception e)
        {
            try
            {
                run.Stop();
            }
            finally
            {
                WriteSummary(isStopped: e is OperationCanceledException);
            }
            throw;
        }
        WriteSummary(isStopped: false);

        void WriteResults(IEnumerable<ProtectedSeries> ready)
        {
            foreach (var result in ready)
            {
                if (lines is null)
                    listener.WriteLine($"{result.Subject}: {result.InstanceCount} instances, {result.FailedCount} failed");
                lines?.Write("protected", EventObjects.Of(result, lines.HasMrn));
            }
        }

        void WriteSummary(bool isStopped) => SummaryLine.Write(run.Summary, isStopped, listener, lines);
    }
}
