using System;
using System.IO;

namespace Dams.Batches;

/// <summary>A file while it is written: beside its place, under a name of its own, until it is whole.</summary>
internal sealed class TargetFile : IDisposable
{
    /// <summary>How the names of files that are not whole end.</summary>
    public const string PartialExtension = ".dams-partial";

    private readonly string _folder;
    private readonly string _partial;
    private bool _isCommitted;

    private TargetFile(string folder)
    {
        _folder = folder;
        _partial = Path.Combine(folder, $".{Guid.NewGuid():N}{PartialExtension}");
        Stream = new FileStream(_partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
    }

    public FileStream Stream { get; }

    /// <summary>Where it is until it is whole.</summary>
    public string PartialPath => _partial;

    /// <summary>Starts a file in a folder, which is made where it is missing.</summary>
    public static TargetFile Create(string folder)
    {
        try
        {
            return new TargetFile(folder);
        }
        catch (IOException e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            // Of a folder that another worker makes at this moment the system says the one or the other.
            Directory.CreateDirectory(folder);
            return new TargetFile(folder);
        }
    }

    /// <summary>Gives the whole file its name.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="DamsException">There is a file of that name and it may not be replaced.</exception>
    public string Commit(string name, bool replace)
    {
        Stream.Dispose();
        var path = Path.Combine(_folder, name);
        try
        {
            FileMoves.Move(_partial, path, replace);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            throw Errors.OutputExists();
        }
        _isCommitted = true;
        return path;
    }

    /// <summary>Removes the file unless it was given its name.</summary>
    public void Dispose()
    {
        if (_isCommitted)
            return;
        Stream.Dispose();
        File.Delete(_partial);
    }
}
