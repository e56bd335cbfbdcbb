using System.CommandLine;
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
        var command = new Command("series", "Lists the series in files and folders.") { paths, csv, log, jobs };
        PathQuotes.AddValidator(command, paths, csv, log);
        command.SetBody((parsed, listener, lines, cancellation) =>
        {
            using var failures = CommonOptions.StartLog(parsed, log, null, listener);
            if (parsed.GetValue(csv) is { } list)
                SeriesTable.Csv.Check(list);
            var series = SeriesIndex.Read(parsed.GetValue(paths)!, new RunContext(listener, cancellation) { Workers = parsed.GetValue(jobs) });
            SeriesTable.Write(series, lines);
            if (parsed.GetValue(csv) is { } path)
                SeriesTable.Csv.Write(path, series);
            return listener.FailedCount == 0 ? ExitCode.Done
                : series.Count == 0 ? ExitCode.Unusable
                : ExitCode.SomeFailed;
        });
        return command;
    }
}
