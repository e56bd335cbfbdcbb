using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.AccessControl;

namespace Dams;

#pragma warning disable CA1416 // Each half is called on its own system alone.

/// <summary>What a file keeps when its bytes give way to others, as far as the system allows.</summary>
internal static class FileTraits
{
    /// <summary>Who may do what with it.</summary>
    public static void CopyAccess(string source, string target)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            CopyAccessOnWindows(source, target);
        else if (!UnixCalls.TryCopyAccess(source, target))
            CopyMode(source, target);
    }

    /// <summary>When it was written.</summary>
    public static void CopyTimes(string source, string target)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            File.SetCreationTimeUtc(target, File.GetCreationTimeUtc(source));
        File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(source));
    }

    private static void CopyAccessOnWindows(string source, string target)
    {
        try
        {
            var security = new FileSecurity();
            security.SetSecurityDescriptorBinaryForm(
                new FileInfo(source).GetAccessControl(AccessControlSections.Access).GetSecurityDescriptorBinaryForm(),
                AccessControlSections.Access);
            new FileInfo(target).SetAccessControl(security);
        }
        catch (Exception e) when (e is NotSupportedException or UnauthorizedAccessException)
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
