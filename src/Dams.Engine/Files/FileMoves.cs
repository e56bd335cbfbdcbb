using System.IO;
using System.Runtime.InteropServices;

namespace Dams;

/// <summary>Moves a finished file to its name in one step, so that no reader ever sees a part of it.</summary>
internal static class FileMoves
{
    private static readonly bool IsWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <exception cref="IOException">There is a file of that name and it may not be replaced, or the move fails.</exception>
    public static void Move(string source, string target, bool replace)
    {
        if (!IsWindows)
            MoveOnUnix(source, target, replace);
        else if (!replace)
            File.Move(source, target);
        else
            ReplaceOnWindows(source, target);
    }

    /// <summary>Gives a file a name that no other file has.</summary>
    public static void Rename(string source, string target)
    {
        if (IsWindows)
            File.Move(source, target);
        else
            UnixCalls.Rename(source, target);
    }

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

    private static void ReplaceOnWindows(string source, string target)
    {
#if NETSTANDARD2_0
        if (File.Exists(target))
            File.Replace(source, target, null);
        else
            File.Move(source, target);
#else
        File.Move(source, target, overwrite: true);
#endif
    }
}
