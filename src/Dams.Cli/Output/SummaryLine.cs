using System;

namespace Dams.Cli.Output;

/// <summary>Writes the summary of a run: a sentence for people, a JSON line for programs.</summary>
internal static class SummaryLine
{
    public static void Write(RunSummary summary, bool isStopped, ConsoleListener listener, JsonLines? lines)
    {
        // What failed before there was a series counts too.
        summary = summary with { Failed = Math.Max(summary.Failed, listener.FailedCount) };
        if (lines is null)
            listener.WriteLine(ProgressText.Format(summary));
        lines?.Write("summary", new
        {
            summary.Patients,
            summary.Series,
            summary.Instances,
            summary.Bytes,
            summary.Skipped,
            summary.Failed,
            summary.Seconds,
            Stopped = isStopped,
        });
    }
}
