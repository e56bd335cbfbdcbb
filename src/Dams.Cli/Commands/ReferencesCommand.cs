using System;
using System.CommandLine;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams references PATH…</c>: shows where each segmentation leads, by its references alone.</summary>
internal static class ReferencesCommand
{
    public static Command Build()
    {
        var paths = CommonOptions.Paths();
        var csv = new Option<string>("--csv") { Description = "Also write the list to this file." };
        var log = CommonOptions.FailureLog();
        var jobs = CommonOptions.Jobs();
        var command = new Command("references", "Shows which images and which partner each segmentation has.") { paths, csv, log, jobs };
        PathQuotes.AddValidator(command, paths, csv, log);
        command.SetBody((parsed, listener, lines, cancellation) =>
        {
            using var failures = CommonOptions.StartLog(parsed, log, null, listener);
            if (parsed.GetValue(csv) is { } list)
                ReferenceTable.Csv.Check(list);
            var context = new RunContext(listener, cancellation) { Workers = parsed.GetValue(jobs) };
            var references = SegmentationIndex.Read(parsed.GetValue(paths)!, context);
            ReferenceTable.Write(references, Console.WriteLine, lines);
            if (parsed.GetValue(csv) is { } path)
                ReferenceTable.Csv.Write(path, references);
            return listener.FailedCount == 0 ? ExitCode.Done
                : references.Count == 0 ? ExitCode.Unusable
                : ExitCode.SomeFailed;
        });
        return command;
    }
}
