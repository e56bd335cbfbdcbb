using System;
using System.IO;
using System.Runtime.InteropServices;

#if NETSTANDARD2_0
using System.ComponentModel;
#endif
using System.Security.AccessControl;
using System.Security.Principal;
using Dams.Files;

namespace Dams;

#pragma warning disable CA1416 // Each half is called on its own system alone.

/// <summary>Writes files that only their owner can read: mode 0600, or an access list of the owner alone.</summary>
public static class PrivateFile
{
    // The variable for users who keep such files on a share whose permissions they may not change.
    private const string ByFolderVariable = "DAMS_PRIVATE_BY_FOLDER";

    private static bool IsPrivateByFolder => Environment.GetEnvironmentVariable(ByFolderVariable) == "1";

    /// <summary>Writes a file beside its place and moves it there when it is whole.</summary>
    /// <exception cref="IOException">It cannot be written, or there is one and it may not be replaced.</exception>
    public static void Write(string path, Action<Stream> write, bool replace) => TryWrite(path, write, replace, () => true);

    /// <summary>Writes a file beside its place and moves it there if it still may be moved when it is whole.</summary>
    /// <returns>Whether it was moved.</returns>
    internal static bool TryWrite(string path, Action<Stream> write, bool replace, Func<bool> mayMove)
    {
        FilePath.EnsureCanBeFile(path);
        path = Path.GetFullPath(path);
        var partial = Path.Combine(Path.GetDirectoryName(path)!, PartialFiles.NextName());
        try
        {
            using (var stream = Create(partial, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            if (!mayMove())
                return false;
            FileMoves.Move(partial, path, replace);
            return true;
        }
        finally
        {
            UnremovedFiles.Remove(partial);
        }
    }

    /// <summary>Starts a file at its final path; one that is there is replaced. Others can read it while it is written.</summary>
    internal static FileStream Open(string path)
    {
        FilePath.EnsureCanBeFile(path);
        File.Delete(path);
        return Create(path, FileShare.Read);
    }

    /// <summary>Makes a folder, with those above it that are missing, that only its owner can enter.</summary>
    internal static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
            CreateFolder(parent);
        MakeFolder(path);
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            RestrictFolderOnWindows(path);
    }

    private static FileStream Create(string path, FileShare share)
    {
        var stream = MakeFile(path, share);
        try
        {
            // Before the first byte is written: nobody else ever sees one.
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
                RestrictOnWindows(path);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Restricts access, or leaves that to the folder above where somebody says that it lets nobody else in.</summary>
    /// <exception cref="DamsException">The account may not, or the file system knows no access lists.</exception>
    internal static void Restrict(Action restrict, bool isPrivateByFolder)
    {
        try
        {
            restrict();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or InvalidOperationException or NotSupportedException)
        {
            if (!isPrivateByFolder)
                throw FileErrors.UnrestrictableFile();
        }
    }

    private static void RestrictOnWindows(string path)
    {
        using var owner = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(owner.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        Restrict(() => new FileInfo(path).SetAccessControl(security), IsPrivateByFolder);
    }

    private static void RestrictFolderOnWindows(string path)
    {
        using var owner = WindowsIdentity.GetCurrent();
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(
            owner.User!,
            FileSystemRights.FullControl,
            InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
            PropagationFlags.None,
            AccessControlType.Allow));
        Restrict(() => new DirectoryInfo(path).SetAccessControl(security), IsPrivateByFolder);
    }

#if NETSTANDARD2_0
    // This runtime cannot make them with their mode: it changes at once, while they are empty.
    private static FileStream MakeFile(string path, FileShare share)
    {
        const uint ownerReadsAndWrites = 0x180;
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, share);
        try
        {
            RestrictOnUnix(path, ownerReadsAndWrites);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static void MakeFolder(string path)
    {
        const uint ownerDoesAll = 0x1C0;
        Directory.CreateDirectory(path);
        RestrictOnUnix(path, ownerDoesAll);
    }

    private static void RestrictOnUnix(string path, uint mode)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && ChangeMode(path, mode) != 0)
            throw new IOException("The access to a file cannot be restricted.", new Win32Exception());
    }

    [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
    private static extern int ChangeMode([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
#else
    private static FileStream MakeFile(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
#endif
}
