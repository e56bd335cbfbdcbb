using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.AccessControl;
using Dams.Core.Compatibility;

namespace Dams.Files;

#pragma warning disable CA1416 // Each half is called on its own system alone.

/// <summary>Copies what a file keeps when its bytes are replaced, as far as the system allows.</summary>
internal static class FileProperties
{
    private const uint NameSurrogate = 0x2000_0000;

    /// <summary>Whether a path is a link to another place, and not what is at its own.</summary>
    /// <remarks>Windows marks folders of OneDrive and of DFS, and files without their duplicates, much as links.</remarks>
    public static bool IsLink(string path) =>
        (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0
        && (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows) || WindowsCalls.ReparseTagOf(path) is { } tag && IsNameSurrogate(tag));

    /// <summary>Whether a reparse tag is that of another name for something ([MS-FSCC] 2.1.2.1).</summary>
    internal static bool IsNameSurrogate(uint reparseTag) => (reparseTag & NameSurrogate) != 0;

    /// <summary>Copies who may do what with a file.</summary>
    public static void CopyPermissions(string source, string target)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            CopyPermissionsOnWindows(source, target);
        else if (!UnixCalls.TryCopyAccess(source, target))
            CopyMode(source, target);
    }

    /// <summary>Copies when a file was written.</summary>
    public static void CopyTimes(string source, string target)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            File.SetCreationTimeUtc(target, File.GetCreationTimeUtc(source));
        File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(source));
    }

    private static void CopyPermissionsOnWindows(string source, string target)
    {
        try
        {
            var security = new FileSecurity();
            security.SetSecurityDescriptorBinaryForm(
                new FileInfo(source).GetAccessControl(AccessControlSections.Access).GetSecurityDescriptorBinaryForm(),
                AccessControlSections.Access);
            new FileInfo(target).SetAccessControl(security);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or UnauthorizedAccessException)
        {
            // A file system without access lists, or one whose lists others keep.
        }
    }

    private static void CopyMode(string source, string target)
    {
#if !NETSTANDARD2_0
        File.SetUnixFileMode(target, File.GetUnixFileMode(source));
#endif
    }
}
