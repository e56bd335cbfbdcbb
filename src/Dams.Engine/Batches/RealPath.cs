using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dams.Batches;

/// <summary>Where paths lead, however they are written.</summary>
internal static class RealPath
{
    private const string Extended = @"\\?\", ExtendedShare = @"\\?\UNC\";

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>
    /// The path with every link of it followed; on Windows without mapped drives and <c>\\?\</c> too. .NET Standard cannot
    /// follow the links of Unix.
    /// </summary>
    /// <param name="path">A full path; what is not there yet is taken as written.</param>
    public static string Of(string path) => IsWindows ? OnWindows(path, WindowsCalls.FinalPathOf) : OnUnix(path);

    /// <summary>Whether one path leads to a folder or into it. Both are full.</summary>
    public static bool IsInside(string path, string folder) =>
        PathComparison.IsInside(Of(path), Of(folder)) || (IsWindows && IsInside(path, folder, WindowsCalls.IdentityOf));

    /// <summary>The same, by what folders are known by whatever their paths.</summary>
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

    /// <param name="path">A full path.</param>
    /// <param name="finalPathOf">What Windows says of one that is there; null of another.</param>
    internal static string OnWindows(string path, Func<string, string?> finalPathOf)
    {
        var rest = "";
        for (var above = path; !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (finalPathOf(above) is { } real)
                return rest.Length == 0 ? Plain(real) : Path.Combine(Plain(real), rest);
            rest = Path.Combine(Path.GetFileName(above), rest);
        }
        return Plain(path);
    }

    private static string Plain(string path) =>
        path.StartsWith(ExtendedShare, StringComparison.OrdinalIgnoreCase) ? @"\\" + path.Substring(ExtendedShare.Length)
        : path.StartsWith(Extended, StringComparison.Ordinal) ? path.Substring(Extended.Length)
        : path;

    private static string OnUnix(string path)
    {
#if NETSTANDARD2_0
        return path;
#else
        var parent = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(parent))
            return path;
        var real = Path.Combine(OnUnix(parent), Path.GetFileName(path));
        try
        {
            return Directory.ResolveLinkTarget(real, returnFinalTarget: true)?.FullName ?? real;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return real;
        }
#endif
    }
}
