using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dams;

/// <summary>What Linux and macOS can do with files and .NET has no name for.</summary>
internal static class UnixCalls
{
    // struct statx is the same on every processor: owner, group and mode stand at these bytes.
    private const int StatusLength = 256, OwnerOffset = 20, GroupOffset = 24, ModeOffset = 28;
    private const int CurrentFolder = -100;
    private const int NotPermitted = 1, NotThere = 2, AccessDenied = 13;
    private const uint BasicStatus = 0x7FF, PermissionBits = 0xFFF, Unchanged = uint.MaxValue;

    /// <summary>Gives a file a second name, unless there is a file of that name.</summary>
    /// <returns>Whether it was given.</returns>
    public static bool TryLink(string path, string name) => Link(path, name) == 0;

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
    /// <returns>Whether the system could tell what they are.</returns>
    public static bool TryCopyAccess(string source, string target)
    {
        var status = new byte[StatusLength];
        try
        {
            if (Status(CurrentFolder, source, 0, BasicStatus, status) != 0)
                return false;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
        var group = BitConverter.ToUInt32(status, GroupOffset);
        if (ChangeOwner(target, BitConverter.ToUInt32(status, OwnerOffset), group) != 0)
            _ = ChangeOwner(target, Unchanged, group);
        return ChangeMode(target, BitConverter.ToUInt16(status, ModeOffset) & PermissionBits) == 0;
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPStr)] string path, [MarshalAs(UnmanagedType.LPStr)] string name);

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
