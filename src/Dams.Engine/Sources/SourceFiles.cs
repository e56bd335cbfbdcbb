using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Dams.Files;

namespace Dams;

/// <summary>The files in the folders that a user names, each once, in the order of their paths.</summary>
/// <remarks>A folder that is a link is not entered: it could lead back to one that holds it.</remarks>
public sealed class SourceFiles
{
    private readonly IRunListener _listener;
    private readonly Retry _retry = new();
    private readonly CancellationToken _cancellation;
    private readonly HashSet<string> _known = new(PathComparison.Comparer);
    private readonly List<SourceFile> _files = [];
    private int _linkCount;

    private SourceFiles(IRunListener listener, CancellationToken cancellation) =>
        (_listener, _cancellation) = (listener, cancellation);

    /// <summary>Finds the files. A path that does not exist and a folder that cannot be read are reported and left out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="listener">Is told what is left out.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="System.OperationCanceledException">The token asked for it.</exception>
    public static IReadOnlyList<SourceFile> Find(IReadOnlyList<string> paths, IRunListener listener, CancellationToken cancellation)
    {
        var files = new SourceFiles(listener, cancellation);
        for (var i = 0; i < paths.Count; i++)
        {
            var path = Path.GetFullPath(paths[i]);
            if (Directory.Exists(path))
                files.AddFolder(path, path);
            else if (File.Exists(path))
                files.Add("", path);
            else
                listener.Fail(new FileFailure($"Path {i + 1}", path, FileErrors.NoSuchPath()));
        }
        if (files._linkCount > 0)
            listener.Warn(Warnings.LinkedFolders(files._linkCount));
        return files._files;
    }

    private void AddFolder(string root, string folder)
    {
        _cancellation.ThrowIfCancellationRequested();
        var (files, folders, links, error) = _retry.Run(() => List(folder), listing => listing.Error, _cancellation);
        if (error is not null)
            _listener.Fail(new FileFailure("A folder", folder, error) { Root = root });
        _linkCount += links;
        foreach (var file in files)
            Add(root, file);
        foreach (var child in folders)
            AddFolder(root, child);
    }

    private static (string[] Files, string[] Folders, int LinkCount, DamsException? Error) List(string folder)
    {
        try
        {
            var children = Directory.GetDirectories(folder);
            var folders = Array.FindAll(children, child => !FileProperties.IsLink(child));
            return (Sorted(Directory.GetFiles(folder)), Sorted(folders), children.Length - folders.Length, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], [], 0, FileErrors.UnreadableFolder(e));
        }
    }

    private void Add(string root, string path)
    {
        if (RunFiles.IsOne(path))
            return;
        if (_known.Add(path))
            _files.Add(new SourceFile(root, path, _files.Count + 1));
    }

    private static string[] Sorted(string[] paths)
    {
        Array.Sort(paths, StringComparer.Ordinal);
        return paths;
    }
}
