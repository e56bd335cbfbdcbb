using System;
using System.IO;

namespace Dams.Files;

/// <summary>The names of files that runs leave beside images.</summary>
internal static class RunFiles
{
    /// <summary>In which each run in place notes what it wrote.</summary>
    public const string Journal = ".dams-in-place";

    /// <summary>Whether a file is the journal of runs in place.</summary>
    public static bool IsJournal(string path) => Path.GetFileName(path) == Journal;

    /// <summary>Whether a file is what a run writes, or was writing when it died.</summary>
    public static bool IsPartial(string path) => path.EndsWith(PartialFiles.Extension, StringComparison.Ordinal);
}
