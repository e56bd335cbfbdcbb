using System;
using System.IO;

namespace Dams.Files;

/// <summary>The names of files that runs leave beside images.</summary>
internal static class RunFiles
{
    /// <summary>In which each run in place notes what it wrote.</summary>
    public const string Journal = ".dams-in-place";

    /// <summary>Whether a file is the journal of runs in place, or what a run was writing when it died.</summary>
    public static bool IsOne(string path) =>
        Path.GetFileName(path) == Journal || path.EndsWith(PartialFiles.Extension, StringComparison.Ordinal);
}
