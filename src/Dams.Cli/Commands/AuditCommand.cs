using System;
using System.CommandLine;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams audit PATH…</c>: finds identifying data that is left in files to be shared.</summary>
internal static class AuditCommand
{
    public static Command Build()
    {
        var paths = CommonOptions.Paths();
        var map = new Option<string>("--subject-map") { Description = "A CSV subj,MRN,CT_date: none of its MRNs may be found." };
        var reference = new Option<string[]>("--reference", "--reference-path")
        {
            Description = "Originals: none of their names, numbers and UIDs may be found.",
            AllowMultipleArgumentsPerToken = true,
        };
        var log = CommonOptions.FailureLog();
        var jobs = CommonOptions.Jobs();
        var command = new Command("audit", "Finds identifying data that is left in files to be shared.") { paths, map, reference, log, jobs };
        PathQuotes.AddValidator(command, paths, map, reference, log);
        command.SetBody((parsed, listener, lines, cancellation) =>
        {
            using var failures = CommonOptions.StartLog(parsed, log, null, listener);
            var audit = new Audit(new RunContext(listener, cancellation) { Workers = parsed.GetValue(jobs) });
            if (parsed.GetValue(map) is { } csv)
                audit.AddReference(SubjectMap.Read(csv));
            if (parsed.GetValue(reference) is { Length: > 0 } originals)
                audit.AddReference(originals);
            foreach (var finding in audit.Find(parsed.GetValue(paths)!))
            {
                if (lines is null)
                    Console.WriteLine($"{finding.Kind}\t{finding.ElementPath}\t{finding.File}");
                lines?.Write("finding", EventObjects.Of(finding));
            }
            var summary = audit.Summary;
            listener.WriteLine($"{summary}");
            lines?.Write("summary", EventObjects.Of(summary));
            return summary.FindingCount + listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        });
        return command;
    }
}
