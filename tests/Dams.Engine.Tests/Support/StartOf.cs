using System;
using System.IO;

namespace Dams.Tests.Support;

/// <summary>A stream that counts what is written and keeps only the start of it.</summary>
internal sealed class StartOf(int kept) : Stream
{
    private readonly byte[] _bytes = new byte[kept];
    private long _length;

    public byte[] Bytes => _bytes;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (_length < _bytes.Length)
            Array.Copy(buffer, offset, _bytes, _length, Math.Min(count, _bytes.Length - _length));
        _length += count;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
