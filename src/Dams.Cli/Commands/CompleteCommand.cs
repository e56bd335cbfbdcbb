using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace Dams.Cli.Commands;

/// <summary><c>dams complete -- LINE</c>: what can stand at the end of a line; the scripts of <c>dams completion</c> call it.</summary>
internal static class CompleteCommand
{
    public static Command Build()
    {
        var line = new Argument<string>("line") { Description = "The line as it was typed, up to the cursor." };
        var command = new Command("complete", "Prints what can stand at the end of a line.") { line };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var word in Find(parsed.GetValue(line)!))
                Console.WriteLine(word);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The words; none where a file or a folder belongs, which the shell knows better.</summary>
    public static IReadOnlyList<string> Find(string line)
    {
        var arguments = WithoutProgram(line);
        var word = arguments[(arguments.LastIndexOfAny([' ', '\t']) + 1)..];
        return [.. DamsRoot.Build().Parse(arguments).GetCompletions(arguments.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(text => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word.StartsWith('-') || text[0] is not ('-' or '/')))
            .Distinct()];
    }

    // Its path may hold spaces, and then stands in quotation marks.
    private static string WithoutProgram(string line)
    {
        line = line.TrimStart();
        var end = line.Length > 0 && line[0] is '"' or '\'' ? line.IndexOf(line[0], 1) + 1 : 0;
        end = line.IndexOfAny([' ', '\t'], end);
        return end < 0 ? "" : line[(end + 1)..];
    }
}
