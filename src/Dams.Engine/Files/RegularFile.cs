using System;
using System.IO;
using Dams.Core;
using Dams.Files;

namespace Dams;

/// <summary>
/// Opens what a user names, if it is a file. A pipe would be waited for until somebody writes to it, and a device may
/// have no end.
/// </summary>
public static class RegularFile
{
    private const int BufferSize = 4096;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It cannot be read, or is no file.</exception>
    public static FileStream OpenRead(string path, FileShare share = FileShare.Read)
    {
        FilePath.EnsureCanBeFile(path);
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, share, BufferSize);
        }
        catch (NotSupportedException)
        {
            // .NET Framework's words for a device.
            throw SystemErrors.DeviceException();
        }
        if (stream.CanSeek)
            return stream;
        stream.Dispose();
        throw SystemErrors.DeviceException();
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is no file.</exception>
    internal static byte[] ReadAll(string path)
    {
        using var stream = OpenRead(path);
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
