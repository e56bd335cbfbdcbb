#if !NETSTANDARD2_0
using System.IO;
#endif

namespace Dams.Batches;

/// <summary>Paths without links in them.</summary>
internal static class RealPath
{
    /// <summary>The path with every link of it followed. On .NET Standard, which cannot tell, as it is.</summary>
    /// <param name="path">A full path; what is not there yet is taken as written.</param>
    public static string Of(string path)
    {
#if NETSTANDARD2_0
        return path;
#else
        var parent = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(parent))
            return path;
        var real = Path.Combine(Of(parent), Path.GetFileName(path));
        try
        {
            return Directory.ResolveLinkTarget(real, returnFinalTarget: true)?.FullName ?? real;
        }
        catch (IOException)
        {
            return real;
        }
#endif
    }
}
