using System;
using System.Text.Json.Nodes;

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
        lines?.Write("summary", new JsonObject
        {
            ["patients"] = summary.Patients,
            ["series"] = summary.Series,
            ["instances"] = summary.Instances,
            ["bytes"] = summary.Bytes,
            ["duplicates"] = summary.Duplicates,
            ["skipped"] = summary.Skipped,
            ["failed"] = summary.Failed,
            ["files"] = summary.Files,
            ["seconds"] = summary.Seconds,
            ["stopped"] = isStopped,
        });
    }
}
