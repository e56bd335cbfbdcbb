using System;
using System.IO;
using System.Text;
using Dams.Files;
using Dams.Reporting;

namespace Dams;

/// <summary>
/// Writes each failure, and each file that was left out since it is no instance, as a line of a CSV that only its owner can read, since it says where the source is, and passes on
/// the events of a run. No cell is run by a spreadsheet (<see cref="SpreadsheetCell"/>). A line is on the disk when the failure is reported.
/// </summary>
public sealed class FailureLog : IRunListener, IDisposable
{
    private static readonly string[] Titles = ["Item", "Root", "Source", "Id", "Where", "Cause", "Cure", "Time"];

    private readonly IRunListener? _listener;
    private readonly StreamWriter _writer;

    /// <summary>Starts a log; one that is there gives way, another file does not.</summary>
    /// <param name="path">Where to write it.</param>
    /// <param name="destination">The folder for the output, in which it may not lie; null where there is none.</param>
    /// <param name="listener">Receives the events of the run too; null where it receives them in another way.</param>
    /// <exception cref="DamsException">It cannot be written.</exception>
    public FailureLog(string path, string? destination, IRunListener? listener)
    {
        _listener = listener;
        path = Path.GetFullPath(path);
        if (!string.IsNullOrEmpty(destination)
            && RealPath.IsInside(path, Path.GetFullPath(destination)))
        {
            throw ReportingErrors.FailureLogInDestination();
        }
        try
        {
            CsvText.CheckReplaceable(path, Titles);
            // Excel takes a file without a byte order mark for one of the local code page.
            _writer = new StreamWriter(PrivateFile.Open(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { AutoFlush = true };
            CsvText.Write(_writer, Titles);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _writer?.Dispose();
            throw FileErrors.UnwritableList(path, e);
        }
    }

    /// <inheritdoc/>
    public void Warn(RunWarning warning) => _listener?.Warn(warning);

    /// <inheritdoc/>
    public void Report(RunProgress progress) => _listener?.Report(progress);

    /// <inheritdoc/>
    public void Fail(FileFailure failure)
    {
        Write(failure);
        _listener?.Fail(failure);
    }

    /// <inheritdoc/>
    public void LeaveOut(FileFailure file)
    {
        Write(file);
        _listener?.LeaveOut(file);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Write(FileFailure failure)
    {
        var root = failure.Root.Length > 0 ? failure.Root : Path.GetDirectoryName(failure.SourcePath) ?? "";
        var source = PathComparison.IsInside(failure.SourcePath, root) && failure.SourcePath.Length > root.Length
            ? failure.SourcePath.Substring(root.Length).TrimStart(Path.DirectorySeparatorChar)
            : failure.SourcePath;
        string[] cells =
        [
            failure.Item, root, source, failure.Error.Id, failure.Error.Where, failure.Error.Cause, failure.Error.Cure,
            DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        ];
        CsvText.Write(_writer, Array.ConvertAll(cells, SpreadsheetCell.Escape));
    }
}
