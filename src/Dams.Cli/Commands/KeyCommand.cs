using System.CommandLine;
using System.IO;
using System.Text.Json.Nodes;

namespace Dams.Cli.Commands;

/// <summary><c>dams key FILE</c>: makes a key file that only its owner can read.</summary>
internal static class KeyCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "Where the key goes; only its owner can read it." };
        var force = new Option<bool>("--force") { Description = "Replace a key that is there: what was made with it cannot be matched any more." };
        var command = new Command("key", "Makes a key for a study.") { file, force };
        PathQuotes.AddValidator(command, file);
        command.SetBody((parsed, listener, lines, _) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            ProtectionKey.Create(path, parsed.GetValue(force));
            if (lines is null)
                listener.WriteLine($"A key was made at {path}. Keep a copy of it apart from what is shared.");
            lines?.Write("key", new JsonObject { ["path"] = path });
            return ExitCode.Done;
        });
        return command;
    }
}
