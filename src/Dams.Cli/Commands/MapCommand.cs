using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams map FILE…</c>: shows the lines of subject maps, or merges them into one.</summary>
internal static class MapCommand
{
    public static Command Build()
    {
        var files = new Argument<string[]>("map") { Description = "Subject maps, as CSV subj,MRN,CT_date.", Arity = ArgumentArity.OneOrMore };
        var merged = new Option<string>("--export-map") { Description = "Merge their lines into this CSV, which only its owner can read, and show none." };
        var command = new Command("map", "Shows the lines of subject maps, which lead back to the patients, or merges them into one.") { files, merged };
        PathQuotes.AddValidator(command, files, merged);
        command.SetBody((parsed, listener, lines, cancellation) =>
        {
            // All are read before the first line is written: one that is none stops the merge.
            var entries = parsed.GetValue(files)!.SelectMany(file => SubjectMap.Read(file).Entries).Distinct().ToArray();
            if (parsed.GetValue(merged) is not { } target)
            {
                Write(entries, lines);
                return ExitCode.Done;
            }
            if (SubjectMap.Merge(target, entries, cancellation))
                listener.Warn(Warnings.AmbiguousSubjectMap());
            if (lines is null)
                listener.WriteLine($"{entries.Length} lines were merged into {target}.");
            lines?.Write("merged", new JsonObject { ["path"] = System.IO.Path.GetFullPath(target), ["entries"] = entries.Length });
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReadOnlyList<SubjectMapEntry> entries, JsonLines? lines)
    {
        if (lines is null)
            TextTable.Write(["subj", "MRN", "CT_date"], entries.Select(entry => new[] { entry.Subj, entry.MRN, entry.CT_date }));
        foreach (var entry in entries)
            lines?.Write("entry", EventObjects.Of(entry));
    }
}
