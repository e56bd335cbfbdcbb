using System;
using System.IO;
using System.Threading;
using Dams.Dicom.Rewriting;
using Dams.Files.Fingerprints;

namespace Dams.Protection.Destination;

/// <summary>
/// What an output would be, without writing it: its length and the fingerprint of its start, or of all of it where the
/// edits reach further. What no edit reaches is a copy of the source, of which the name of the output has the fingerprint.
/// </summary>
internal sealed class ExpectedOutput : Stream
{
    private const int StartLength = 1024 * 1024;

    private readonly Fingerprint _fingerprint = new();
    private readonly long _limit;
    private long _length;

    /// <param name="isWhole">Whether to compare all bytes.</param>
    public ExpectedOutput(EditList edits, bool isWhole) =>
        _limit = isWhole || edits.Pixels is not null || edits.ChangedLength > StartLength ? long.MaxValue : StartLength;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Whether a file has the expected length and bytes.</summary>
    public bool Matches(string path, CancellationToken cancellation)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == _length
            && FileFingerprint.Compute(path, _limit, cancellation).Fingerprint == _fingerprint.Finish();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var taken = (int)Math.Min(count, Math.Max(_limit - _length, 0));
        _fingerprint.Append(buffer.AsSpan(offset, taken));
        _length += count;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
