using System.Runtime.InteropServices;

namespace Dams;

/// <summary>What Linux and macOS can do with files and .NET has no name for.</summary>
internal static class UnixCalls
{
    // struct statx is the same on every processor: owner, group and mode stand at these bytes.
    private const int StatusLength = 256, OwnerOffset = 20, GroupOffset = 24, ModeOffset = 28;
    private const int CurrentFolder = -100;
    private const uint BasicStatus = 0x7FF, PermissionBits = 0xFFF, Unchanged = uint.MaxValue;

    /// <summary>Gives a file a second name, unless there is a file of that name.</summary>
    /// <returns>Whether it was given.</returns>
    public static bool TryLink(string path, string name) => Link(path, name) == 0;

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
        catch (System.EntryPointNotFoundException)
        {
            return false;
        }
        var group = System.BitConverter.ToUInt32(status, GroupOffset);
        if (ChangeOwner(target, System.BitConverter.ToUInt32(status, OwnerOffset), group) != 0)
            _ = ChangeOwner(target, Unchanged, group);
        return ChangeMode(target, System.BitConverter.ToUInt16(status, ModeOffset) & PermissionBits) == 0;
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPStr)] string path, [MarshalAs(UnmanagedType.LPStr)] string name);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Status(
        int folder, [MarshalAs(UnmanagedType.LPStr)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPStr)] string path, uint owner, uint group);

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    private static extern int ChangeMode([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
}
