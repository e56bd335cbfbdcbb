using System;
using System.CommandLine;

namespace Dams.Cli.Commands;

/// <summary><c>dams completion SHELL</c>: prints what lets a shell complete commands, options and their values.</summary>
internal static class CompletionCommand
{
    public static Command Build()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong([.. ShellScripts.ByShell.Keys]);
        var command = new Command("completion", "Prints a script that lets a shell complete commands, options and their values.") { shell };
        command.SetAction(parsed =>
        {
            Console.Write(ShellScripts.ByShell[parsed.GetValue(shell)!]);
            return ExitCode.Done;
        });
        return command;
    }
}
