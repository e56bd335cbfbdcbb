using System;
using System.CommandLine;

namespace Dams.Cli.Commands;

/// <summary>The option for a recognizer of the user's own.</summary>
internal sealed class RecognizerOption
{
    private readonly Option<string> _recognizer = new("--recognizer")
    {
        Description = "A program or a service on this machine (http://127.0.0.1:PORT/) that also says where a text identifies.",
    };

    public void AddTo(Command command)
    {
        command.Add(_recognizer);
        PathQuotes.AddValidator(command, _recognizer);
    }

    /// <summary>The recognizer; null where none is given. A program ends with this one.</summary>
    public TextRecognizer? Open(ParseResult parsed)
    {
        if (parsed.GetValue(_recognizer) is not { } given)
            return null;
        var recognizer = TextRecognizer.Open(given);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => recognizer.Dispose();
        return recognizer;
    }
}
