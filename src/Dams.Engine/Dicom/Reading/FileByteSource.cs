using System;
using System.IO;
using System.Threading;

namespace Dams.Dicom.Reading;

/// <summary>The bytes of a file as they are.</summary>
internal sealed class FileByteSource : ByteSource
{
    private readonly FileStream _stream;
    private bool _isHandedOver;

    public FileByteSource(string path, int windowSize, CancellationToken cancellation = default)
        : base(windowSize, cancellation)
    {
        // Opening a pipe would wait for a writer; it has no length, as an empty file has none.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            throw DicomErrors.EmptyFile();
        // A buffer of one byte turns FileStream's own buffering off: the window is the buffer.
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        Length = _stream.Length;
    }

    public override long Length { get; }

    protected override Stream File => _stream;

    /// <summary>Closes this source and leaves the file open for another.</summary>
    public FileStream HandOver()
    {
        _isHandedOver = true;
        Dispose();
        return _stream;
    }

    protected override int Read(long offset, byte[] buffer, int index, int count)
    {
        try
        {
            if (_stream.Position != offset)
                _stream.Position = offset;
            return _stream.ReadUpTo(buffer, index, (int)Math.Min(count, Length - offset));
        }
        catch (IOException e)
        {
            throw FileErrors.UnreadableFile(e);
        }
    }

    protected override void Close()
    {
        if (!_isHandedOver)
            _stream.Dispose();
    }
}
