using System;
using System.Collections.Generic;
using System.IO;
using Dams.Files;

namespace Dams.Sidecars.Plans;

/// <summary>What is in the folders through which the paths of plans lead: each is listed once.</summary>
internal sealed class FolderEntries
{
    private readonly Dictionary<string, IReadOnlyList<string>> _entries = new(PathComparison.Comparer);

    /// <summary>The full paths of what is in a folder; none where it cannot be listed.</summary>
    public IReadOnlyList<string> Of(string folder)
    {
        if (!_entries.TryGetValue(folder, out var entries))
            _entries.Add(folder, entries = List(folder));
        return entries;
    }

    private static IReadOnlyList<string> List(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
