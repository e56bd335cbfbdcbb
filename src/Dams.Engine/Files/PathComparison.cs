using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dams.Files;

/// <summary>Compares paths as the file system of the machine does.</summary>
internal static class PathComparison
{
    public static StringComparer Comparer { get; } =
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Whether a folder is another or lies in it. Both paths are full.</summary>
    public static bool IsInside(string path, string folder)
    {
        var prefix = folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        path = path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return path.Length >= prefix.Length && Comparer.Equals(path.Substring(0, prefix.Length), prefix);
    }
}
