using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Dams.Core.Compatibility;

/// <summary>Calls of Linux and macOS that .NET does not offer.</summary>
internal static class UnixCalls
{
    // struct statx is the same on every processor: owner, group, mode and the numbers of the device stand at these bytes.
    private const int StatusLength = 256, OwnerOffset = 20, GroupOffset = 24, ModeOffset = 28, DeviceOffset = 136;
    // PATH_MAX of Linux; that of macOS is shorter.
    private const int LongestPath = 4096 + 1;
    private const int CurrentFolder = -100;
    private const int NotPermitted = 1, NotThere = 2, AccessDenied = 13;
    private const uint BasicStatus = 0x7FF, PermissionBits = 0xFFF, Unchanged = uint.MaxValue;
    private const int KindBits = 0xF000, Folder = 0x4000, File = 0x8000;
    private const int ToRead = 0, WithoutWaiting = 0x800, NotForChildren = 0x80000;
    private const int SharedLock = 1, OrRefuse = 4;
    private const int OpenFilesOnLinux = 7, OpenFilesOnMac = 8;

    /// <summary>
    /// Opens a file to read it, in half of the calls that .NET makes for it, and without waiting for who writes into a pipe. As .NET does,
    /// it shares its lock with who reads, and refuses a file that is locked by who writes.
    /// </summary>
    /// <returns>Null where it cannot be opened so, and on other systems than Linux.</returns>
    public static SafeFileHandle? TryOpenToRead(string path)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
            return null;
        var file = new SafeFileHandle((IntPtr)Open(path, ToRead | WithoutWaiting | NotForChildren), ownsHandle: true);
        if (!file.IsInvalid && Lock(file, SharedLock | OrRefuse) == 0)
            return file;
        file.Dispose();
        return null;
    }

    /// <summary>Gives a file a second name, unless there is a file of that name.</summary>
    /// <returns>Whether it was given.</returns>
    public static bool TryLink(string path, string name) => Link(path, name) == 0;

    /// <summary>The path without links; null where nothing is there or this account cannot get to it.</summary>
    public static string? RealPathOf(string path)
    {
        var name = new byte[LongestPath];
        return RealPath(path, name) == IntPtr.Zero ? null : Encoding.UTF8.GetString(name, 0, Array.IndexOf(name, (byte)0));
    }

    /// <summary>Gives a file another name; a file that has it is replaced.</summary>
    /// <exception cref="IOException">The system refuses; what it says is in HResult.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not.</exception>
    public static void Rename(string path, string name)
    {
        if (ChangeName(path, name) == 0)
            return;
        throw Marshal.GetLastWin32Error() switch
        {
            NotPermitted or AccessDenied => new UnauthorizedAccessException(),
            NotThere => new FileNotFoundException(),
            var number => new IOException("The file cannot be renamed.", number),
        };
    }

    /// <summary>Gives a file owner, group and mode of another, as far as the account may.</summary>
    /// <returns>Whether the system said what they are.</returns>
    public static bool TryCopyAccess(string source, string target)
    {
        if (StatusOf(source) is not { } status)
            return false;
        var group = BitConverter.ToUInt32(status, GroupOffset);
        if (ChangeOwner(target, BitConverter.ToUInt32(status, OwnerOffset), group) != 0)
            _ = ChangeOwner(target, Unchanged, group);
        return ChangeMode(target, BitConverter.ToUInt16(status, ModeOffset) & PermissionBits) == 0;
    }

    /// <summary>
    /// Whether there is something at a path, behind links, that is neither a file nor a folder. On macOS this is not known; Windows
    /// has no such paths.
    /// </summary>
    public static bool IsPipeOrDevice(string path) =>
        !RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && StatusOf(path) is { } status && (BitConverter.ToUInt16(status, ModeOffset) & KindBits) is not (File or Folder);

    /// <summary>The number of the file system that a file or folder lies on; null where it is not known, as on macOS.</summary>
    public static long? FileSystemOf(string path) => StatusOf(path) is { } status ? BitConverter.ToInt64(status, DeviceOffset) : null;

    /// <summary>The most files that this process may have open; null where the system does not say.</summary>
    public static long? ReadOpenFileLimit()
    {
        var limits = new long[2];
        return Limits(RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? OpenFilesOnMac : OpenFilesOnLinux, limits) == 0 && limits[0] > 0
            ? limits[0]
            : null;
    }

    private static byte[]? StatusOf(string path)
    {
        var status = new byte[StatusLength];
        try
        {
            return Status(CurrentFolder, path, 0, BasicStatus, status) == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    private static extern int Limits(int resource, [Out] long[] limits);

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open([MarshalAs(UnmanagedType.LPStr)] string path, int flags);

    [DllImport("libc", EntryPoint = "flock")]
    private static extern int Lock(SafeFileHandle file, int operation);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPStr)] string path, [MarshalAs(UnmanagedType.LPStr)] string name);

    [DllImport("libc", EntryPoint = "realpath", SetLastError = true)]
    private static extern IntPtr RealPath([MarshalAs(UnmanagedType.LPStr)] string path, [Out] byte[] name);

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static extern int ChangeName([MarshalAs(UnmanagedType.LPStr)] string path, [MarshalAs(UnmanagedType.LPStr)] string name);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Status(
        int folder, [MarshalAs(UnmanagedType.LPStr)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPStr)] string path, uint owner, uint group);

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    private static extern int ChangeMode([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
}
