using System.IO;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Distinguishes paths that come through a pipeline from other objects.</summary>
internal static class GivenPath
{
    /// <summary>The path that an object is; null where it is none.</summary>
    public static string? Find(PSObject given) => given.BaseObject switch
    {
        string path => path,
        FileSystemInfo file => file.FullName,
        _ => null,
    };

    /// <summary>What is at a path, as Get-ChildItem gives it.</summary>
    public static PSObject ItemOf(string path) =>
        PSObject.AsPSObject(Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path));
}
