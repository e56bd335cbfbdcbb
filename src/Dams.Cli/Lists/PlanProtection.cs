using System.Collections.Generic;
using System.Linq;
using Dams.Cli.Output;

namespace Dams.Cli.Lists;

/// <summary>Protects the patients of a plan one after the other: only the series of one patient are in memory.</summary>
internal static class PlanProtection
{
    public static void Run(
        ProtectionOptions options,
        IReadOnlyList<PlannedPatient> plan,
        ConsoleListener listener,
        JsonLines? lines,
        RunContext context) =>
        SeriesProtection.Run(
            options,
            plan.Where(patient => patient.Error is null).SelectMany(patient => SeriesOf(patient, context)),
            listener,
            lines,
            context);

    private static IEnumerable<(DicomSeries Series, GivenIdentity Given)> SeriesOf(
        PlannedPatient patient, RunContext context) =>
        patient.ReadSeries(context with { Listener = new RowListener(patient, context.Listener) })
            .Select(series => (series, patient.Given));

    /// <summary>Puts the row before each message, since the files of each patient are counted from 1.</summary>
    private sealed class RowListener(PlannedPatient patient, IRunListener listener) : IRunListener
    {
        public void Warn(RunWarning warning) => listener.Warn(warning with { Message = $"{patient}: {warning.Message}" });

        public void Fail(FileFailure failure) => listener.Fail(failure with { Item = $"{patient}: {failure.Item}" });

        public void LeaveOut(FileFailure file) => listener.LeaveOut(file with { Item = $"{patient}: {file.Item}" });

        // The run itself reports its progress.
        public void Report(RunProgress progress)
        {
        }
    }
}
