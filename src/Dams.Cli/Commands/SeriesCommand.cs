using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams series PATH…</c>: lists the series in files and folders.</summary>
internal static class SeriesCommand
{
    public static Command Build()
    {
        var paths = CommonOptions.Paths();
        var csv = new Option<string>("--csv") { Description = "Also write the list to this file; it holds patients' names." };
        var log = CommonOptions.FailureLog();
        var jobs = CommonOptions.Jobs();
        var json = CommonOptions.Json();
        var command = new Command("series", "Lists the series in files and folders.") { paths, csv, log, jobs, json };
        PathQuotes.AddValidator(command, paths, csv, log);
        command.SetBody(json, (parsed, listener, lines, cancellation) =>
        {
            using var failures = CommonOptions.StartLog(parsed, log, null, listener);
            if (parsed.GetValue(csv) is { } list)
                SeriesTable.Check(list);
            var series = SeriesIndex.Read(parsed.GetValue(paths)!, new RunContext(listener, cancellation) { Workers = parsed.GetValue(jobs) });
            if (lines is null)
                WriteTable(series);
            foreach (var one in series)
                lines?.Write("series", one);
            if (parsed.GetValue(csv) is { } path)
                SeriesTable.Write(path, series);
            return listener.FailedCount == 0 ? ExitCode.Done
                : series.Count == 0 ? ExitCode.Unusable
                : ExitCode.SomeFailed;
        });
        return command;
    }

    private static void WriteTable(IReadOnlyList<DicomSeries> series) => TextTable.Write(
        ["PatientID", "CTDate", "Modality", "Number", "Files", "SeriesDescription"],
        series.Select(one => new[]
        {
            one.PatientID, one.CTDate, one.Modality, $"{one.SeriesNumber}", $"{one.InstanceCount}", one.SeriesDescription,
        }));
}
