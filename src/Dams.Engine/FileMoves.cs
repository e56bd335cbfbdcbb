using System.IO;

namespace Dams;

/// <summary>Moves a finished file to its name in one step, so that no reader ever sees a part of it.</summary>
internal static class FileMoves
{
    /// <exception cref="IOException">There is a file of that name and it may not be replaced, or the move fails.</exception>
    public static void Move(string source, string target, bool replace)
    {
#if NETSTANDARD2_0
        if (replace && File.Exists(target))
            File.Replace(source, target, null);
        else
            File.Move(source, target);
#else
        File.Move(source, target, replace);
#endif
    }
}
