using System;
using System.IO;

namespace Dams.Files;

/// <summary>Length and time of a file, which show whether something wrote to it meanwhile.</summary>
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    public static FileStamp Read(string path)
    {
        var file = new FileInfo(path);
        return new FileStamp(file.Length, file.LastWriteTimeUtc);
    }
}
