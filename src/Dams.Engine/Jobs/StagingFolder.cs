using System;
using System.IO;
using Dams.Subjects;

namespace Dams.Jobs;

/// <summary>A folder that only its owner can read, for segmentations on their way; gone at the end.</summary>
internal sealed class StagingFolder : IDisposable
{
    public StagingFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"dams-{Guid.NewGuid():N}");
        PrivateFile.CreateFolder(Path);
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }
}
