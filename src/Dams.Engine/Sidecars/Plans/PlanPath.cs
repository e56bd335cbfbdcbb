using System;
using System.IO;
using System.Linq;

namespace Dams.Sidecars.Plans;

/// <summary>
/// A path as a plan writes it, <c>\Segmentations\SeriesNo_3\SegmentationNo_0</c>: from the folder of the recording, with
/// the separators and the indifference to case of the system that wrote it.
/// </summary>
internal sealed class PlanPath
{
    private const string Root = "Segmentations";

    // From a folder inside the recording to that of the study is not further.
    private const int MostSteps = 6;

    private readonly string[] _names;

    private PlanPath(string[] names) => _names = names;

    /// <summary>Whether it leads anywhere.</summary>
    public bool IsEmpty => _names.Length == 0;

    /// <summary>Its folders, in a form that compares.</summary>
    public string Key => string.Join("/", _names).ToUpperInvariant();

    /// <summary>Reads a path. One that starts at a drive starts where the segmentations do; one that climbs leads nowhere.</summary>
    public static PlanPath Parse(string text)
    {
        var names = text.Trim().Split(['\\', '/'], StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".").ToArray();
        if (names.Length > 0 && names[0].EndsWith(":", StringComparison.Ordinal))
            names = names.SkipWhile(name => !name.Equals(Root, StringComparison.OrdinalIgnoreCase)).ToArray();
        return new PlanPath(names.Contains("..") || names.Any(name => name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) ? [] : names);
    }

    /// <summary>The folder or file that it leads to from the folder of a plan or one above; null where there is none.</summary>
    public string? Find(string planFolder, FolderEntries entries)
    {
        if (IsEmpty)
            return null;
        var folder = planFolder;
        for (var step = 0; step < MostSteps && !string.IsNullOrEmpty(folder); step++, folder = Path.GetDirectoryName(folder))
        {
            if (FindFrom(folder, entries) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>
    /// How near another path, which need not lead anywhere any more, is to being what this one means: the length of the
    /// folder that both start from, or -1 where it is not.
    /// </summary>
    public int Nearness(string planFolder, string path)
    {
        var names = path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (IsEmpty || names.Length <= _names.Length
            || !names.Skip(names.Length - _names.Length).SequenceEqual(_names, StringComparer.OrdinalIgnoreCase))
        {
            return -1;
        }
        var start = string.Join(Path.DirectorySeparatorChar.ToString(), names.Take(names.Length - _names.Length));
        return Files.PathComparison.IsInside(planFolder, start) ? start.Length : -1;
    }

    private string? FindFrom(string folder, FolderEntries entries)
    {
        var current = folder;
        foreach (var name in _names)
        {
            if (Child(current, name, entries) is not { } child)
                return null;
            current = child;
        }
        return current;
    }

    private static string? Child(string folder, string name, FolderEntries entries)
    {
        var alike = entries.Of(folder).Where(entry => Path.GetFileName(entry).Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return Array.Find(alike, entry => Path.GetFileName(entry) == name) ?? alike.OrderBy(entry => entry, StringComparer.Ordinal).FirstOrDefault();
    }
}
