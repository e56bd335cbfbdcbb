using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Dams.Core.Compatibility;

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

/// <summary>Finds where paths lead, however they are written.</summary>
internal static class RealPath
{
    private const string Extended = @"\\?\", ExtendedShare = @"\\?\UNC\";

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>
    /// The path with every link of it followed; on Windows without mapped drives and <c>\\?\</c> too.
    /// </summary>
    /// <param name="path">A full path; what is not there yet is taken as written.</param>
    public static string Resolve(string path) => IsWindows ? Resolve(path, WindowsCalls.FinalPathOf, WithoutPrefix) : Resolve(path, UnixCalls.RealPathOf, real => real);

    /// <summary>Whether one path leads to a folder or into it. Both are full.</summary>
    public static bool IsInside(string path, string folder) =>
        PathComparison.IsInside(Resolve(path), Resolve(folder)) || (IsWindows && IsInside(path, folder, WindowsCalls.IdentityOf));

    /// <summary>Whether one path leads to a folder or into it, by the identity that the system gives each folder, whatever its paths.</summary>
    /// <param name="identityOf">Gives null for what is not there.</param>
    internal static bool IsInside<T>(string path, string folder, Func<string, T?> identityOf)
        where T : struct, IEquatable<T>
    {
        if (identityOf(folder) is not { } sought)
            return false;
        for (var above = path; !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (identityOf(above) is { } identity && identity.Equals(sought))
                return true;
        }
        return false;
    }

    /// <summary>The path as Windows resolves it; tests on other systems call it.</summary>
    /// <param name="finalPathOf">Gives the final path of one that exists; null for another.</param>
    internal static string ResolveOnWindows(string path, Func<string, string?> finalPathOf) => Resolve(path, finalPathOf, WithoutPrefix);

    private static string Resolve(string path, Func<string, string?> realPathOf, Func<string, string> plain)
    {
        var rest = "";
        for (var above = path; !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (realPathOf(above) is { } real)
                return rest.Length == 0 ? plain(real) : Path.Combine(plain(real), rest);
            rest = Path.Combine(Path.GetFileName(above), rest);
        }
        return plain(path);
    }

    private static string WithoutPrefix(string path) =>
        path.StartsWith(ExtendedShare, StringComparison.OrdinalIgnoreCase) ? @"\\" + path.Substring(ExtendedShare.Length)
        : path.StartsWith(Extended, StringComparison.Ordinal) ? path.Substring(Extended.Length)
        : path;
}

/// <summary>Refuses to write where a run, or the next, would take its own output for input.</summary>
internal static class OutputPlace
{
    /// <param name="destination">The folder for the output; null or empty where there is none.</param>
    /// <param name="sources">The folders in which files were found; an empty one is passed over.</param>
    /// <exception cref="DamsException">The destination is one of the folders or lies in one.</exception>
    public static void RefuseInside(string? destination, IEnumerable<string> sources)
    {
        if (string.IsNullOrEmpty(destination))
            return;
        foreach (var source in sources.Where(source => source.Length > 0).Distinct(PathComparison.Comparer))
        {
            if (RealPath.IsInside(destination!, source))
                throw FileErrors.DestinationInsideSource();
        }
    }
}

/// <summary>The folder that holds all of some files.</summary>
internal static class CommonFolder
{
    /// <summary>The innermost such folder; empty where there are no files.</summary>
    public static string Find(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            return "";
        var common = Path.GetDirectoryName(files[0])!;
        foreach (var file in files)
            common = Find(common, Path.GetDirectoryName(file)!);
        return common;
    }

    /// <summary>The innermost folder that holds two.</summary>
    public static string Find(string common, string folder)
    {
        while (!PathComparison.IsInside(folder, common))
            common = Path.GetDirectoryName(common)!;
        return common;
    }
}
