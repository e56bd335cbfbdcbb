using System;
using System.Collections.Generic;
using Dams.Cli.Output;

namespace Dams.Cli;

/// <summary>Does the whole job for the patients of a plan, and writes the result of each and a summary at the end.</summary>
internal static class BatchRun
{
    public static void Run(
        PatientBatchOptions options, IReadOnlyList<PlannedPatient> plan, ConsoleListener listener, JsonLines? lines, RunContext context)
    {
        var batch = new PatientBatch(options, plan.Count, context);
        try
        {
            foreach (var patient in plan)
                Write(batch.Run(patient), listener, lines);
        }
        catch (Exception e)
        {
            SummaryLine.Write(batch.Summary, isStopped: e is OperationCanceledException, listener, lines);
            throw;
        }
        SummaryLine.Write(batch.Summary, isStopped: false, listener, lines);
    }

    private static void Write(PatientResult result, ConsoleListener listener, JsonLines? lines)
    {
        if (lines is null)
        {
            // Of a patient who was left out, the failure was told.
            if (result.Subject.Length > 0)
            {
                listener.WriteLine($"{result.Subject}: {result.SeriesCount} series, {result.InstanceCount} instances; "
                    + $"{result.LinkedCount} of {result.SegmentationCount} segmentations linked, {result.XmlCount} XML files");
            }
            return;
        }
        foreach (var series in result.Series)
            lines.Write("protected", EventObjects.Of(series, lines.HasMrn));
        lines.Write("patient", EventObjects.Of(result, lines.HasMrn));
    }
}
