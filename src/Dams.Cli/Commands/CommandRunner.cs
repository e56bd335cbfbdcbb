using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>Runs the body of a command and turns what can happen into an exit code.</summary>
internal static class CommandRunner
{
    /// <param name="body">Returns an exit code.</param>
    public static void SetBody(
        this Command command, Option<bool> json, Func<ParseResult, ConsoleListener, JsonLines?, CancellationToken, int> body)
    {
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var lines = parsed.GetValue(json) ? new JsonLines() : null;
            var listener = new ConsoleListener(lines);
            try
            {
                if (lines is not null)
                    StandardOutput.EnsureOpen();
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
                lines?.Write("error", new { error.Id, Message = message });
                return ExitCode.Unusable;
            }
        }));
    }
}
