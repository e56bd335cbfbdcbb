using System;
using System.IO;

namespace Dams.Subjects;

/// <summary>Keeps lines of a subject map that cannot be replaced in a file beside it, so that no output is without its way back.</summary>
internal static class UnmergedSubjectMap
{
    private const int MostFiles = 1000;

    /// <summary>Writes lines to a file for their owner alone.</summary>
    /// <returns>Its path; null where it cannot be written either, or there is no line.</returns>
    public static string? Write(string map, SubjectMapEntry[] entries)
    {
        if (entries.Length == 0)
            return null;
        try
        {
            var full = Path.GetFullPath(map);
            for (var number = 1; number <= MostFiles; number++)
            {
                var path = Path.Combine(Path.GetDirectoryName(full)!, $"{Path.GetFileNameWithoutExtension(full)}.unmerged-{number}.csv");
                if (File.Exists(path))
                    continue;
                PrivateFile.Write(path, stream => SubjectMapFile.Empty().WriteTo(stream, entries), replace: false);
                return path;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or DamsException)
        {
            // Why the map cannot be written is what counts.
        }
        return null;
    }
}
