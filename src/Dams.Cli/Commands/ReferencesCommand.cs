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
        var jobs = CommonOptions.Jobs();
        var json = CommonOptions.Json();
        var command = new Command("references", "Shows which images and which partner each segmentation has.") { paths, jobs, json };
        PathQuotes.AddValidator(command, paths);
        command.SetBody(json, (parsed, listener, lines, cancellation) =>
        {
            var context = new RunContext(listener, cancellation) { Workers = parsed.GetValue(jobs) };
            var references = SegmentationIndex.Read(parsed.GetValue(paths)!, context);
            ReferenceTable.Write(references, Console.WriteLine, lines);
            return listener.FailedCount == 0 ? ExitCode.Done
                : references.Count == 0 ? ExitCode.Unusable
                : ExitCode.SomeFailed;
        });
        return command;
    }
}
