using System;
using System.CommandLine;
using System.Linq;

namespace Dams.Cli.Commands;

/// <summary><c>dams audit PATH…</c>: finds identifying data that is left in files to be shared.</summary>
internal static class AuditCommand
{
    public static Command Build()
    {
        var paths = CommonOptions.Paths();
        var map = new Option<string>("--subject-map") { Description = "A CSV subj,MRN,CT_date: none of its MRNs may be found." };
        var reference = new Option<string[]>("--reference")
        {
            Description = "Originals: none of their names, numbers and UIDs may be found.",
            AllowMultipleArgumentsPerToken = true,
        };
        var log = CommonOptions.FailureLog();
        var jobs = CommonOptions.Jobs();
        var json = CommonOptions.Json();
        var command = new Command("audit", "Finds identifying data that is left in files to be shared.") { paths, map, reference, log, jobs, json };
        PathQuotes.AddValidator(command, paths, map, reference, log);
        command.SetBody(json, (parsed, listener, lines, cancellation) =>
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
                lines?.Write("finding", new { Kind = finding.Kind.ToString(), finding.ElementPath, finding.File, finding.Rule });
            }
            var summary = audit.Summary;
            listener.WriteLine($"{summary}");
            lines?.Write("summary", new { summary.Files, summary.Originals, Findings = summary.Findings.ToDictionary(kind => $"{kind.Key}", kind => kind.Value) });
            return summary.FindingCount + listener.FailedCount == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        });
        return command;
    }
}
