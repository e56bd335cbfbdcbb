using System;
using System.IO;
using System.Runtime.InteropServices;
using Dams.Core.Compatibility;

namespace Dams.Files;

/// <summary>Moves a finished file to its name in one step, so that no reader ever sees a part of it.</summary>
internal static class FileMoves
{
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <exception cref="IOException">There is a file of that name and it may not be replaced, or the move fails.</exception>
    public static void Move(string source, string target, bool replace) => Move(source, target, new FileInfo(source).Length, replace);

    /// <param name="length">Bytes of the file.</param>
    /// <exception cref="IOException">There is a file of that name and it may not be replaced, or the move fails.</exception>
    public static void Move(string source, string target, long length, bool replace)
    {
        try
        {
            if (!IsWindows)
                MoveOnUnix(source, target, replace);
            else if (!replace)
                File.Move(source, target);
            else
                ReplaceOnWindows(source, target, MoveOverOnWindows);
        }
        catch (FileNotFoundException) when (WasMoved(source, target, length))
        {
            // A share moved it and lost the answer; when it was asked once more there was nothing to move.
        }
    }

    /// <summary>
    /// Replaces a file as on other systems: a read-only file is replaced, and the new one is read-only; where another program
    /// holds the file, the error says so. Windows denies access to both.
    /// </summary>
    /// <param name="move">Moves one file over another.</param>
    /// <exception cref="IOException">Another program holds the file, or the move fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not.</exception>
    internal static void ReplaceOnWindows(string source, string target, Action<string, string> move)
    {
        var isReadOnly = File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0;
        if (isReadOnly)
            SetReadOnly(target, false);
        try
        {
            MoveOver(source, target, move);
        }
        finally
        {
            if (isReadOnly)
                SetReadOnly(target, true);
        }
    }

    /// <summary>Gives a file a name that no other file has.</summary>
    public static void Rename(string source, string target)
    {
        if (IsWindows)
            File.Move(source, target);
        else
            UnixCalls.Rename(source, target);
    }

    private static bool WasMoved(string source, string target, long length) =>
        !File.Exists(source) && new FileInfo(target) is { Exists: true } file && file.Length == length;

    // .NET would copy where a file system knows no second names, and a copy that is cut off is half a file.
    private static void MoveOnUnix(string source, string target, bool replace)
    {
        if (!replace)
        {
            if (UnixCalls.TryLink(source, target))
            {
                File.Delete(source);
                return;
            }
            if (File.Exists(target))
                throw new IOException("There is a file of that name.");
        }
        UnixCalls.Rename(source, target);
    }

    private static void MoveOver(string source, string target, Action<string, string> move)
    {
        try
        {
            move(source, target);
        }
        catch (UnauthorizedAccessException) when (File.Exists(target))
        {
            // Throws the error that says so where the file is held; else it was let go meanwhile.
            new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.None).Dispose();
            move(source, target);
        }
    }

    private static void SetReadOnly(string path, bool isReadOnly)
    {
        var others = File.GetAttributes(path) & ~FileAttributes.ReadOnly;
        File.SetAttributes(path, isReadOnly ? others | FileAttributes.ReadOnly : others);
    }

    // File.Replace, which .NET Framework has for this, keeps the access list of the file that is replaced.
    private static void MoveOverOnWindows(string source, string target)
    {
#if NETSTANDARD2_0
        WindowsCalls.Replace(source, target);
#else
        File.Move(source, target, overwrite: true);
#endif
    }
}
