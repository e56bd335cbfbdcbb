using System;
using System.IO;
using Dams.Files;

namespace Dams.PatientJobs;

/// <summary>
/// A folder that only its owner can read, for segmentations on their way; gone at the end. What processes that were
/// killed have left goes when the next one begins.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private readonly IRunListener _listener;

    /// <exception cref="DamsException">It cannot be made.</exception>
    public StagingFolder(IRunListener listener)
    {
        _listener = listener;
        var temporary = System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(temporary, PartialFiles.NextName());
        try
        {
            PartialFiles.RemoveAbandonedFolders(temporary);
            PrivateFile.CreateFolder(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PatientJobErrors.NoStagingFolder(temporary, e);
        }
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The exception's own words may name the patient's folders.
            _listener.Warn(Warnings.StagingLeft(Path));
        }
    }
}
