using System.CommandLine;
using System.CommandLine.Parsing;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>The options for runs that nobody watches: in place, with a backup, resumed, with a log of failures.</summary>
internal sealed class UnattendedOptions
{
    private readonly Option<bool> _inPlace =
        new("--in-place") { Description = "Replace each file by its output, instead of a destination." };
    private readonly Option<string> _backup =
        new("--backup") { Description = "With --in-place: a folder that keeps the originals, for their owner only." };
    private readonly Option<bool> _resume =
        new("--resume") { Description = "Leave output that an earlier run finished; write what it did not." };
    private readonly Option<string> _failureLog = CommonOptions.FailureLog();

    public void AddTo(Command command)
    {
        command.Add(_inPlace);
        command.Add(_backup);
        command.Add(_resume);
        command.Add(_failureLog);
        PathQuotes.AddValidator(command, _backup, _failureLog);
    }

    public bool IsInPlace(CommandResult result) => result.GetValue(_inPlace);

    /// <summary>Adds these options to those of a run.</summary>
    public ProtectionOptions Apply(ParseResult parsed, ProtectionOptions options) => options with
    {
        InPlace = parsed.GetValue(_inPlace),
        Backup = parsed.GetValue(_backup),
        Resume = parsed.GetValue(_resume),
    };

    /// <summary>Asks the user, where files are to be replaced in place.</summary>
    /// <exception cref="DamsException">The user does not agree.</exception>
    public static void Confirm(ProtectionOptions options)
    {
        if (options.InPlace && !options.Force)
            ConsoleQuestion.ConfirmInPlace(options.Backup is not null);
    }

    /// <summary>Starts the log of failures; null where none was asked for.</summary>
    public FailureLog? StartLog(ParseResult parsed, string? destination, ConsoleListener listener) =>
        CommonOptions.StartLog(parsed, _failureLog, destination, listener);
}
