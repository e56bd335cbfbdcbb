using System;
using System.IO;

namespace Dams.Files.Fingerprints;

/// <summary>Passes bytes on and takes their fingerprint.</summary>
internal sealed class FingerprintStream : Stream
{
    private readonly Stream _target;
    private readonly Fingerprint _fingerprint = new();
    private long _length;

    public FingerprintStream(Stream target) => _target = target;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Of all bytes so far.</summary>
    public ulong Fingerprint => _fingerprint.Finish();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _fingerprint.Append(buffer.AsSpan(offset, count));
        _length += count;
        _target.Write(buffer, offset, count);
    }

    public override void Flush() => _target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
