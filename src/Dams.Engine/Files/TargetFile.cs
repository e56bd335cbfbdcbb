using System;
using System.IO;

namespace Dams.Files;

/// <summary>A file while it is written: beside its place, under a name of its own, until it is whole.</summary>
internal sealed class TargetFile : IDisposable
{
    private readonly string _folder;
    private bool _isCommitted;

    private TargetFile(string folder)
    {
        _folder = folder;
        PartialPath = Path.Combine(folder, PartialFiles.NextName());
        Stream = new FileStream(PartialPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
    }

    public FileStream Stream { get; }

    /// <summary>Where it is until it is whole.</summary>
    public string PartialPath { get; }

    /// <summary>Starts a file in a folder, which is made where it is missing.</summary>
    /// <param name="marker">The marker that has to exist before a folder is made.</param>
    public static TargetFile Create(string folder, RunMarker? marker = null)
    {
        try
        {
            return new TargetFile(folder);
        }
        catch (IOException e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            if (marker is { Exists: false })
                throw FileErrors.UnreachableDestination();
            // Where another worker makes the folder at this moment, the system throws either of the two.
            Directory.CreateDirectory(folder);
            return new TargetFile(folder);
        }
    }

    /// <summary>Gives the whole file its name.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="DamsException">There is a file of that name and it may not be replaced.</exception>
    public string Commit(string name, bool replace)
    {
        // Where it was closed to be read again, the system is asked.
        var length = Stream.CanWrite ? Stream.Position : new FileInfo(PartialPath).Length;
        Stream.Dispose();
        var path = Path.Combine(_folder, name);
        try
        {
            FileMoves.Move(PartialPath, path, length, replace);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            throw FileErrors.OutputExists();
        }
        _isCommitted = true;
        return path;
    }

    /// <summary>Removes the file unless it was given its name.</summary>
    public void Dispose()
    {
        if (_isCommitted)
            return;
        try
        {
            Stream.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The earlier error is the one to report.
        }
        UnremovedFiles.Remove(PartialPath);
    }
}
