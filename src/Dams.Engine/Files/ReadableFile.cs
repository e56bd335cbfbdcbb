using System;
using System.IO;
#if !NETSTANDARD2_0
using Dams.Core.Compatibility;
using Microsoft.Win32.SafeHandles;
#endif

namespace Dams.Files;

/// <summary>A file that is open to be read, at any place.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class ReadableFile : IDisposable
{
    private const FileShare Share = FileShare.Read | FileShare.Delete;

#if NETSTANDARD2_0
    private readonly FileStream _file;

    private ReadableFile(string path)
    {
        // A buffer of one byte turns FileStream's own buffering off.
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, Share, 1);
        Length = _file.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private int ReadSome(long offset, byte[] buffer, int index, int count)
    {
        if (_file.Position != offset)
            _file.Position = offset;
        return _file.Read(buffer, index, count);
    }

    private static bool IsPipe(string path) => new FileInfo(path) is { Exists: true, Length: 0 };
#else
    private readonly SafeFileHandle _file;

    private ReadableFile(string path)
    {
        _file = UnixCalls.TryOpenToRead(path) ?? File.OpenHandle(path, FileMode.Open, FileAccess.Read, Share);
        Length = LengthOf(_file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private int ReadSome(long offset, byte[] buffer, int index, int count) => RandomAccess.Read(_file, buffer.AsSpan(index, count), offset);

    // Linux opens a pipe without waiting.
    private static bool IsPipe(string path) => !OperatingSystem.IsLinux() && new FileInfo(path) is { Exists: true, Length: 0 };

    private static long LengthOf(SafeFileHandle file)
    {
        try
        {
            return RandomAccess.GetLength(file);
        }
        catch (NotSupportedException)
        {
            // A pipe.
            return 0;
        }
    }
#endif

    /// <summary>Bytes of the file when it was opened; a pipe has none.</summary>
    public long Length { get; }

    /// <summary>Opens a file; null where it has no bytes. Nothing waits for somebody to write into a pipe.</summary>
    /// <exception cref="IOException">It is not there, or another program holds it.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not read it.</exception>
    public static ReadableFile? Open(string path)
    {
        if (IsPipe(path))
            return null;
        var file = new ReadableFile(path);
        if (file.Length > 0)
            return file;
        file.Dispose();
        return null;
    }

    /// <summary>Reads from a place on; returns fewer bytes than asked for only where the file ends.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public int Read(long offset, byte[] buffer, int index, int count)
    {
        var read = 0;
        while (read < count)
        {
            var got = ReadSome(offset + read, buffer, index + read, count - read);
            if (got == 0)
                break;
            read += got;
        }
        return read;
    }
}
