using System.CommandLine;
using System.CommandLine.Parsing;
using Dams.Cli.Output;

namespace Dams.Cli.Commands;

/// <summary>The options for where output goes, and from which key it is derived.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string> _destination = new("--destination") { Description = "The folder for the output." };
    private readonly Option<bool> _inPlace =
        new("--in-place") { Description = "Replace each file by its output, instead of a destination." };
    private readonly Option<string> _key = new("--key", "--key-path") { Description = "The key file; the user's own unless given." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace output that is there already; with --in-place, do not ask." };
    private readonly Option<string> _failureLog = CommonOptions.FailureLog();

    public OutputOptions(string? force = null) => _force.Description = force ?? _force.Description;

    public void AddTo(Command command)
    {
        command.Add(_destination);
        command.Add(_inPlace);
        command.Add(_key);
        command.Add(_force);
        command.Add(_failureLog);
        PathQuotes.AddValidator(command, _destination, _key, _failureLog);
    }

    /// <summary>Refuses output that has no place, or two.</summary>
    /// <param name="isNeeded">Whether something is to be written.</param>
    public void Check(CommandResult result, bool isNeeded)
    {
        var hasDestination = result.GetResult(_destination) is not null;
        if (isNeeded && !hasDestination && !result.GetValue(_inPlace))
            result.AddError("Option '--destination' is required.");
        if (hasDestination && result.GetValue(_inPlace))
            result.AddError("Give --destination or --in-place, not both.");
    }

    /// <summary>Whether a place for output is given.</summary>
    public bool AreGiven(CommandResult result) => result.GetResult(_destination) is not null || result.GetValue(_inPlace);

    public string? Destination(ParseResult parsed) => parsed.GetValue(_destination);

    public bool IsInPlace(ParseResult parsed) => parsed.GetValue(_inPlace);

    public bool IsForced(ParseResult parsed) => parsed.GetValue(_force);

    /// <summary>The key; the user's own is made on first use.</summary>
    public ProtectionKey ReadKey(ParseResult parsed, IRunListener listener) => KeySource.Read(parsed.GetValue(_key), listener);

    /// <summary>The key where there is one already: a plan makes none.</summary>
    public ProtectionKey? ReadExistingKey(ParseResult parsed) => KeySource.ReadExisting(parsed.GetValue(_key));

    /// <summary>Starts the log of failures; null where none was asked for.</summary>
    public FailureLog? StartLog(ParseResult parsed, ConsoleListener listener) =>
        CommonOptions.StartLog(parsed, _failureLog, Destination(parsed), listener);
}
