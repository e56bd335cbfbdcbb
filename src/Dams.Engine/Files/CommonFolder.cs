using System.Collections.Generic;
using System.IO;

namespace Dams.Files;

/// <summary>The folder that holds all of some files.</summary>
internal static class CommonFolder
{
    /// <summary>The innermost such folder; empty where there are no files.</summary>
    public static string Of(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            return "";
        var common = Path.GetDirectoryName(files[0])!;
        foreach (var file in files)
            common = Of(common, Path.GetDirectoryName(file)!);
        return common;
    }

    /// <summary>The innermost folder that holds two.</summary>
    public static string Of(string common, string folder)
    {
        while (!PathComparison.IsInside(folder, common))
            common = Path.GetDirectoryName(common)!;
        return common;
    }
}
