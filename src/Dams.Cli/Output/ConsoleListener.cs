using System;
using System.IO;
using System.Text.Json.Nodes;

namespace Dams.Cli.Output;

/// <summary>Writes the events of a run: for people to standard error and, where --json is given, for programs to standard output.</summary>
internal sealed class ConsoleListener(JsonLines? json) : IRunListener
{
    private readonly bool _showsProgress = !Console.IsErrorRedirected;
    private readonly ProgressLine _progress = new();

    /// <summary>Number of files, folders and paths that were left out as failures.</summary>
    public int FailedCount { get; private set; }

    /// <summary>Where failures are logged too.</summary>
    public FailureLog? Log { get; set; }

    public void Warn(RunWarning warning)
    {
        var message = OptionWords.Of(warning.Message);
        WriteLine($"warning: {message}");
        json?.Write("warning", new JsonObject { ["id"] = warning.Id, ["message"] = message });
    }

    public void Fail(FileFailure failure)
    {
        FailedCount++;
        Log?.Fail(failure);
        if (failure.IsRepeat)
            return;
        var message = OptionWords.Of(failure.Message);
        WriteLine($"error: {message}");
        json?.Write("failure", new JsonObject { ["id"] = failure.Error.Id, ["message"] = message });
    }

    public void LeaveOut(FileFailure file) => Log?.LeaveOut(file);

    public void Report(RunProgress progress)
    {
        json?.Write("progress", EventObjects.Of(progress));
        if (!_showsProgress)
            return;
        Write(_progress.Show(ProgressText.Format(progress), Console.WindowWidth));
    }

    /// <summary>Writes a sentence for people.</summary>
    public void WriteLine(string sentence) => Write($"{_progress.Clear()}{sentence}{Environment.NewLine}");

    // A run goes on where its messages cannot be written: the terminal may be closed, the disk full.
    private static void Write(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
