using System;
using System.Collections.Generic;
using System.IO;
#if !NETSTANDARD2_0
using System.IO.Enumeration;
#endif

namespace Dams.Files;

/// <summary>The names of what is in a folder, in their order.</summary>
/// <param name="Files">Files, links to files, and what is neither file nor folder.</param>
/// <param name="Folders">Folders and links to folders.</param>
internal sealed record FolderListing(IReadOnlyList<string> Files, IReadOnlyList<string> Folders)
{
#if !NETSTANDARD2_0
    // As Directory lists: hidden entries too, and no entry passed over that cannot be read.
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
#endif

    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not.</exception>
    public static FolderListing Read(string folder)
    {
        var (files, folders) = (new List<string>(), new List<string>());
        foreach (var (name, isFolder) in EntriesOf(folder))
            (isFolder ? folders : files).Add(name);
        files.Sort(StringComparer.Ordinal);
        folders.Sort(StringComparer.Ordinal);
        return new FolderListing(files, folders);
    }

#if NETSTANDARD2_0
    private static IEnumerable<(string Name, bool IsFolder)> EntriesOf(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            yield return (entry.Name, entry is DirectoryInfo);
    }
#else
    // What the listing says of an entry is enough; FileSystemInfo asks the system about each.
    private static IEnumerable<(string Name, bool IsFolder)> EntriesOf(string folder) =>
        new FileSystemEnumerable<(string, bool)>(folder, (ref entry) => (entry.FileName.ToString(), entry.IsDirectory), All);
#endif
}
