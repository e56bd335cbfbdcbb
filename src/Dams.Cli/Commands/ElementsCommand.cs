using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Completions;
using System.Linq;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary><c>dams elements PATH…</c>: lists the data elements of files.</summary>
internal static class ElementsCommand
{
    public static Command Build()
    {
        var paths = CommonOptions.Paths();
        var tag = new Option<string[]>("--tag")
        {
            // Without it, help prints all that completion offers.
            HelpName = "keyword",
            Description = "A keyword or tag to list; may be given several times. Without it, all.",
            AllowMultipleArgumentsPerToken = true,
        };
        tag.CompletionSources.Add(_ => DataDictionary.Keywords.Select(keyword => new CompletionItem(keyword)));
        var recurse = new Option<bool>("--recurse") { Description = "List what is inside sequences too." };
        var log = CommonOptions.FailureLog();
        var command = new Command("elements", "Lists the data elements of files.") { paths, tag, recurse, log };
        PathQuotes.AddValidator(command, paths, log);
        command.SetBody((parsed, listener, lines, cancellation) =>
        {
            using var failures = CommonOptions.StartLog(parsed, log, null, listener);
            var context = new RunContext(listener, cancellation);
            var wanted = ElementListing.ParseTags(parsed.GetValue(tag) ?? []);
            var files = SourceFiles.Find(parsed.GetValue(paths)!, context);
            if (files.Count == 0 && listener.FailedCount == 0)
                throw FileErrors.NothingFound();
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                Write(ElementListing.Read(file, wanted, parsed.GetValue(recurse), context), files.Count > 1, lines);
            }
            return listener.FailedCount == 0 ? ExitCode.Done
                : listener.FailedCount == files.Count || files.Count == 0 ? ExitCode.Unusable
                : ExitCode.SomeFailed;
        });
        return command;
    }

    private static void Write(IReadOnlyList<DicomElement> elements, bool hasTitle, JsonLines? lines)
    {
        if (lines is null)
            ElementTable.Write(elements, hasTitle);
        foreach (var element in elements)
            lines?.Write("element", EventObjects.Of(element));
    }
}
