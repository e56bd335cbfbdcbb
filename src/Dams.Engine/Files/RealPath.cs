using System;
using System.IO;
using System.Runtime.InteropServices;
using Dams.Core.Compatibility;

namespace Dams.Files;

/// <summary>Where paths lead, however they are written.</summary>
internal static class RealPath
{
    private const string Extended = @"\\?\", ExtendedShare = @"\\?\UNC\";

    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>
    /// The path with every link of it followed; on Windows without mapped drives and <c>\\?\</c> too.
    /// </summary>
    /// <param name="path">A full path; what is not there yet is taken as written.</param>
    public static string Of(string path) => IsWindows ? Of(path, WindowsCalls.FinalPathOf, Plain) : Of(path, UnixCalls.RealPathOf, real => real);

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

    /// <summary>The same as on Windows.</summary>
    /// <param name="finalPathOf">What Windows says of a path that is there; null of another.</param>
    internal static string OnWindows(string path, Func<string, string?> finalPathOf) => Of(path, finalPathOf, Plain);

    private static string Of(string path, Func<string, string?> realPathOf, Func<string, string> plain)
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

    private static string Plain(string path) =>
        path.StartsWith(ExtendedShare, StringComparison.OrdinalIgnoreCase) ? @"\\" + path.Substring(ExtendedShare.Length)
        : path.StartsWith(Extended, StringComparison.Ordinal) ? path.Substring(Extended.Length)
        : path;
}
