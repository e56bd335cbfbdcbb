using System;
using System.CommandLine;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>Runs the body of a command and turns what can happen into an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>Gives a command the options that all have, and what it does.</summary>
    /// <param name="body">Returns an exit code.</param>
    /// <param name="withMrn">The option that lets events say who the patients are; null where the command has none.</param>
    public static void SetBody(
        this Command command, Func<ParseResult, ConsoleListener, JsonLines?, CancellationToken, int> body, Option<bool>? withMrn = null)
    {
        var json = CommonOptions.Json();
        command.Add(json);
        if (withMrn is not null)
        {
            command.Add(withMrn);
            command.Validators.Add(result =>
            {
                if (result.GetValue(withMrn) && !result.GetValue(json))
                    result.AddError($"{withMrn.Name} is for --json.");
            });
        }
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var lines = parsed.GetValue(json) ? new JsonLines(withMrn is not null && parsed.GetValue(withMrn)) : null;
            var listener = new ConsoleListener(lines);
            try
            {
                if (lines is not null)
                    StandardOutput.EnsureOpen();
                lines?.WriteStart(command.Name);
                return body(parsed, listener, lines, cancellation);
            }
            catch (BrokenPipeException)
            {
                listener.WriteLine("dams: stopped: nobody reads standard output any more.");
                return ExitCode.Stopped;
            }
            catch (OperationCanceledException)
            {
                listener.WriteLine("dams: stopped.");
                return ExitCode.Stopped;
            }
            catch (Exception e)
            {
                // The message of any other exception may hold a patient's value.
                var error = e as DamsException ?? CoreErrors.Unforeseen(e);
                var message = OptionWords.Of(error.Message);
                listener.WriteLine($"dams: {message}");
                lines?.Write("error", new JsonObject { ["id"] = error.Id, ["message"] = message });
                return ExitCode.Unusable;
            }
        }));
    }
}
