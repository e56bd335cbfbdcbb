using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Dams.Cli.Output;

namespace Dams.Cli;

/// <summary>Writes what is wrong with the arguments: for people, and for programs that have asked for JSON.</summary>
internal static class UsageErrors
{
    private const string Id = "Usage";

    /// <returns>The exit code.</returns>
    public static int Write(IReadOnlyList<string> errors, IReadOnlyList<string> arguments)
    {
        foreach (var error in errors)
            Console.Error.WriteLine($"dams: {error}");
        Console.Error.WriteLine("dams --help tells what there is.");
        // The parser does not know all options where it could not read one.
        if (arguments.TakeWhile(argument => argument != "--").Any(argument => argument is "--json" or "--json=true" or "--json:true"))
        {
            using var lines = new JsonLines();
            foreach (var error in errors)
                lines.Write("error", new JsonObject { ["id"] = Id, ["message"] = error });
        }
        return ExitCode.Unusable;
    }
}
