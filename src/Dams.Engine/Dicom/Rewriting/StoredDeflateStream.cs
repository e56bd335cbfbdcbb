using System;
using System.IO;

namespace Dams.Dicom.Rewriting;

/// <summary>
/// Writes a deflated stream of stored blocks (RFC 1951 section 3.2.4). Compressors differ between versions and
/// machines; stored blocks are the same everywhere, and so is the output. A zero after the last block makes the length even
/// (PS3.5 section A.5).
/// </summary>
internal sealed class StoredDeflateStream : Stream
{
    private readonly Stream _target;
    private readonly byte[] _block = new byte[ushort.MaxValue];
    private int _count;
    private bool _isOdd;

    public StoredDeflateStream(Stream target) => _target = target;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            if (_count == _block.Length)
                WriteBlock(isLast: false);
            var taken = Math.Min(count, _block.Length - _count);
            Buffer.BlockCopy(buffer, offset, _block, _count, taken);
            _count += taken;
            offset += taken;
            count -= taken;
        }
    }

    /// <summary>Writes the last block; the target stays open.</summary>
    public void Finish()
    {
        WriteBlock(isLast: true);
        if (_isOdd)
            _target.Write([0], 0, 1);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void WriteBlock(bool isLast)
    {
        byte[] header =
        [
            (byte)(isLast ? 1 : 0), (byte)_count, (byte)(_count >> 8), (byte)~_count, (byte)(~_count >> 8),
        ];
        _target.Write(header, 0, header.Length);
        _target.Write(_block, 0, _count);
        _isOdd ^= (header.Length + _count) % 2 != 0;
        _count = 0;
    }
}
