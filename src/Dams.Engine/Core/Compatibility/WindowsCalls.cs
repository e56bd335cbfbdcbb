using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dams.Core.Compatibility;

/// <summary>Calls of Windows that .NET, or .NET Framework, does not offer.</summary>
internal static class WindowsCalls
{
    private const uint AllSharing = 7, OpenExisting = 3, BackupSemantics = 0x0200_0000, OpenReparsePoint = 0x0020_0000;
    private const uint ReplaceExisting = 1, NameAsOpened = 8;
    private const int LongestPlainPath = 247, LongestPath = 32_767;

    // BY_HANDLE_FILE_INFORMATION and FILE_ATTRIBUTE_TAG_INFO.
    private const int InformationLength = 52, CreationOffset = 4, VolumeOffset = 28, IndexHighOffset = 44, IndexLowOffset = 48;
    private const int TagInformationClass = 9, TagInformationLength = 8, TagOffset = 4;

    /// <summary>The path without links, mapped drives and further letters of a drive; null where Windows cannot tell.</summary>
    public static string? FinalPathOf(string path)
    {
        using var handle = Open(path, BackupSemantics);
        if (handle.IsInvalid)
            return null;
        var name = new char[LongestPath];
        var length = GetFinalPathNameByHandle(handle, name, (uint)name.Length, NameAsOpened);
        return length > 0 && length < name.Length ? new string(name, 0, (int)length) : null;
    }

    /// <summary>
    /// What a file or folder is known by whatever its path: volume, number in it and time of creation. Null where it is
    /// not there or its file system has no such numbers.
    /// </summary>
    public static (uint Volume, ulong Number, long Creation)? IdentityOf(string path)
    {
        using var handle = Open(path, BackupSemantics);
        var information = new byte[InformationLength];
        if (handle.IsInvalid || !GetFileInformationByHandle(handle, information))
            return null;
        var number = ((ulong)BitConverter.ToUInt32(information, IndexHighOffset) << 32) | BitConverter.ToUInt32(information, IndexLowOffset);
        return number is 0 or ulong.MaxValue
            ? null
            : (BitConverter.ToUInt32(information, VolumeOffset), number, BitConverter.ToInt64(information, CreationOffset));
    }

    /// <summary>The tag of a reparse point, which says who made it for what; null where Windows does not tell.</summary>
    public static uint? ReparseTagOf(string path)
    {
        using var handle = Open(path, BackupSemantics | OpenReparsePoint);
        var information = new byte[TagInformationLength];
        return handle.IsInvalid || !GetFileInformationByHandleEx(handle, TagInformationClass, information, TagInformationLength)
            ? null
            : BitConverter.ToUInt32(information, TagOffset);
    }

    /// <summary>Gives a file another name; a file that has it is replaced, and nothing of it stays, its access list either.</summary>
    /// <exception cref="IOException">The system refuses; what it says is in HResult.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not, or another program holds the file.</exception>
    public static void Replace(string path, string name)
    {
        const int notThere = 2, noFolder = 3, accessDenied = 5;
        if (MoveFileEx(Extended(path), Extended(name), ReplaceExisting))
            return;
        throw Marshal.GetLastWin32Error() switch
        {
            notThere => new FileNotFoundException(),
            noFolder => new DirectoryNotFoundException(),
            accessDenied => new UnauthorizedAccessException(),
            var number => new IOException("The file cannot be renamed.", unchecked((int)0x8007_0000) | number),
        };
    }

    // No right is asked for: a folder whose parents this account may not list opens too.
    private static SafeFileHandle Open(string path, uint flags) =>
        CreateFile(Extended(path), 0, AllSharing, IntPtr.Zero, OpenExisting, flags, IntPtr.Zero);

    private static string Extended(string path) =>
        path.Length <= LongestPlainPath || path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path
        : path.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC\" + path.Substring(2)
        : @"\\?\" + path;

    [DllImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, CharSet = CharSet.Unicode)]
    private static extern SafeFileHandle CreateFile(
        string path, uint access, uint share, IntPtr security, uint disposition, uint flags, IntPtr template);

    [DllImport("kernel32", EntryPoint = "GetFinalPathNameByHandleW", SetLastError = true, CharSet = CharSet.Unicode)]
    private static extern uint GetFinalPathNameByHandle(SafeFileHandle handle, [Out] char[] path, uint capacity, uint flags);

    [DllImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle handle, [Out] byte[] information);

    [DllImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandleEx(SafeFileHandle handle, int kind, [Out] byte[] information, uint length);

    [DllImport("kernel32", EntryPoint = "MoveFileExW", SetLastError = true, CharSet = CharSet.Unicode)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool MoveFileEx(string path, string name, uint flags);
}
