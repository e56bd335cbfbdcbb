using System;
using System.Collections.Generic;
using System.IO;
using Dams.Files;

namespace Dams.Sidecars.Plans;

/// <summary>What is in the folders through which the paths of plans lead: each is listed once, or not at all where it is known.</summary>
internal sealed class FolderEntries
{
    private readonly Dictionary<string, List<string>> _entries = new(PathComparison.Comparer);
    private readonly bool _areKnown;

    /// <summary>Folders that are listed as paths lead into them.</summary>
    public FolderEntries()
    {
    }

    /// <summary>The folders of files that were found: paths lead to nothing else.</summary>
    public FolderEntries(IEnumerable<string> files)
    {
        _areKnown = true;
        var known = new HashSet<string>(PathComparison.Comparer);
        foreach (var file in files)
        {
            for (string? entry = file; entry is not null && known.Add(entry); entry = Path.GetDirectoryName(entry))
            {
                if (Path.GetDirectoryName(entry) is not { } folder)
                    break;
                if (!_entries.TryGetValue(folder, out var entries))
                    _entries.Add(folder, entries = []);
                entries.Add(entry);
            }
        }
    }

    /// <summary>The full paths of what is in a folder; none where it cannot be listed.</summary>
    public IReadOnlyList<string> Of(string folder)
    {
        if (!_entries.TryGetValue(folder, out var entries))
            _entries.Add(folder, entries = _areKnown ? [] : List(folder));
        return entries;
    }

    private static List<string> List(string folder)
    {
        try
        {
            return [.. Directory.GetFileSystemEntries(folder)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
