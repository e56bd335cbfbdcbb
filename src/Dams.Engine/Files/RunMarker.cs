using System;
using System.IO;

namespace Dams.Files;

/// <summary>
/// A hidden file in the destination while a run goes on. Where a share was disconnected an empty folder is left; without the
/// marker nothing is written there.
/// </summary>
internal sealed class RunMarker : IDisposable
{
    private readonly TargetFile _file;

    /// <exception cref="DamsException">The destination cannot be written to.</exception>
    public RunMarker(string destination)
    {
        try
        {
            _file = TargetFile.Create(destination);
            _file.Stream.WriteByte(0);
            _file.Stream.Flush();
            Started = File.GetLastWriteTimeUtc(_file.PartialPath);
            PartialFiles.RemoveAbandoned(destination);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _file?.Dispose();
            throw FileErrors.UnwritableDestination(destination, e);
        }
    }

    /// <summary>When the run started, by the clock of the destination.</summary>
    public DateTime Started { get; }

    /// <summary>Whether the destination is still the one in which the run started.</summary>
    public bool Exists => File.Exists(_file.PartialPath);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
