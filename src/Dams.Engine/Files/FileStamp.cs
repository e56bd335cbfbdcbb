using System;
using System.IO;

namespace Dams.Files;

/// <summary>By what a file that was written to is told from one that was not.</summary>
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return new FileStamp(file.Length, file.LastWriteTimeUtc);
    }
}
