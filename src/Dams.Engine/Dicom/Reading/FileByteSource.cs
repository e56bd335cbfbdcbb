using System;
using System.Threading;
using Dams.Files;

namespace Dams.Dicom.Reading;

/// <summary>The bytes of a file as they are.</summary>
internal sealed class FileByteSource : ByteSource
{
    private bool _isHandedOver;

    /// <exception cref="DamsException">It has no bytes.</exception>
    public FileByteSource(string path, int windowSize, CancellationToken cancellation = default)
        : base(windowSize, cancellation)
    {
        File = ReadableFile.Open(path) ?? throw DicomErrors.EmptyFile();
        Length = File.Length;
    }

    public override long Length { get; }

    protected override ReadableFile File { get; }

    /// <summary>Closes this source and leaves the file open for another.</summary>
    public ReadableFile HandOver()
    {
        _isHandedOver = true;
        Dispose();
        return File;
    }

    protected override int Read(long offset, byte[] buffer, int index, int count) =>
        ReadFile(offset, buffer, index, (int)Math.Min(count, Length - offset));

    protected override void Close()
    {
        if (!_isHandedOver)
            File.Dispose();
    }
}
