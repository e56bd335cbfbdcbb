using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.Sources;

namespace Dams;

/// <summary>
/// The files in the folders that a user names, each once by whatever paths they are named, in the order of their paths.
/// </summary>
/// <remarks>A folder that is a link is not entered: it could lead back to one that holds it.</remarks>
public sealed class SourceFiles
{
    private readonly Retry _retry;
    private readonly CancellationToken _cancellation;
    // Folders that were listed, and files that were named themselves: by the paths without links that lead to the folders.
    private readonly HashSet<string> _listed = new(PathComparison.Comparer);
    private readonly HashSet<string> _named = new(PathComparison.Comparer);
    private readonly SourceFileList _files = new();
    private readonly List<FileFailure> _failures = [];
    private readonly List<string> _partialFiles = [];

    private SourceFiles(Retry retry, CancellationToken cancellation) => (_retry, _cancellation) = (retry, cancellation);

    /// <summary>The files.</summary>
    internal IReadOnlyList<SourceFile> Files => _files;

    /// <summary>The paths that do not exist and the folders that cannot be read.</summary>
    internal IReadOnlyList<FileFailure> Failures => _failures;

    /// <summary>What runs that died, or others that are under way, have left in the folders.</summary>
    internal IReadOnlyList<string> PartialFiles => _partialFiles;

    /// <summary>Number of folders that are links and were not entered.</summary>
    internal int LinkCount { get; private set; }

    /// <summary>Finds the files. A path that does not exist and a folder that cannot be read are reported and left out.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static IReadOnlyList<SourceFile> Find(IReadOnlyList<string> paths, RunContext context)
    {
        var found = List(paths, context);
        found.Report(context.Listener);
        return found.Files;
    }

    /// <summary>Finds the files, and what is left out; nothing is reported. Each folder is listed once.</summary>
    internal static SourceFiles List(IReadOnlyList<string> paths, RunContext context)
    {
        var files = new SourceFiles(context.Retry, context.Cancellation);
        for (var i = 0; i < paths.Count; i++)
        {
            var path = Path.GetFullPath(paths[i]);
            if (Directory.Exists(path))
                files.AddFolder(path, path, RealPath.Resolve(path));
            else if (File.Exists(path))
                files.AddNamed(path, RealPath.Resolve(Path.GetDirectoryName(path)!));
            else
                files._failures.Add(new FileFailure($"Path {i + 1}", path, FileErrors.NoSuchPath()));
        }
        return files;
    }

    /// <summary>Reports what is left out.</summary>
    internal void Report(IRunListener listener)
    {
        foreach (var failure in Failures)
            listener.Fail(failure);
        if (LinkCount > 0)
            listener.Warn(Warnings.LinkedFolders(LinkCount));
    }

    private void AddFolder(string root, string folder, string realFolder)
    {
        _cancellation.ThrowIfCancellationRequested();
        var (files, folders, links, error) = _retry.Run(() => Read(folder), listing => listing.Error, _cancellation);
        if (error is not null)
            _failures.Add(new FileFailure("A folder", folder, error) { Root = root });
        LinkCount += links;
        var isKnown = error is null && !_listed.Add(realFolder);
        foreach (var name in files)
            Add(root, Path.Combine(folder, name), isKnown || (_named.Count > 0 && _named.Contains(Path.Combine(realFolder, name))));
        foreach (var child in folders)
            AddFolder(root, child, Path.Combine(realFolder, Path.GetFileName(child)));
    }

    private static (IReadOnlyList<string> Files, IReadOnlyList<string> Folders, int LinkCount, DamsException? Error) Read(string folder)
    {
        try
        {
            var listing = FolderListing.Read(folder);
            var folders = listing.Folders.Select(name => Path.Combine(folder, name)).Where(child => !FileProperties.IsLink(child)).ToArray();
            return (listing.Files, folders, listing.Folders.Count - folders.Length, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], [], 0, FileErrors.UnreadableFolder(e));
        }
    }

    private void AddNamed(string path, string realFolder)
    {
        var isListed = _listed.Contains(realFolder);
        Add("", path, !_named.Add(RealPathOf(path, realFolder)) || isListed);
    }

    private void Add(string root, string path, bool isKnown)
    {
        if (RunFiles.IsPartial(path))
            _partialFiles.Add(path);
        else if (!isKnown && !RunFiles.IsJournal(path))
            _files.Add(root, path, _files.Count + 1);
    }

    /// <summary>The path without links; the same string where there are none.</summary>
    private static string RealPathOf(string path, string realFolder)
    {
        var name = Path.GetFileName(path);
        return path.Length == realFolder.Length + 1 + name.Length && path.StartsWith(realFolder, StringComparison.Ordinal) ? path : Path.Combine(realFolder, name);
    }
}
