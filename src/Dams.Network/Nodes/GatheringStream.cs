using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Dams.Network.Nodes;

/// <summary>
/// Gathers what fo-dicom writes: it sends each PDU at once and its header before it, which with PDUs of 16 KiB, as most archives
/// have, is two calls of the system for each. Within a dataset nobody waits for an answer, so PDUs go together.
/// </summary>
internal sealed class GatheringStream(Stream inner, PromptAcknowledgement acknowledgement) : Stream
{
    private const int Capacity = 128 * 1024;

    private readonly Outgoing _outgoing = new();
    private readonly byte[] _gathered = new byte[Capacity];
    private int _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override bool CanTimeout => inner.CanTimeout;

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override int WriteTimeout
    {
        get => inner.WriteTimeout;
        set => inner.WriteTimeout = value;
    }

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // fo-dicom flushes again where nothing has come.
    private bool IsDue => _count > 0 && _outgoing.IsAwaited;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _outgoing.Follow(buffer);
        while (buffer.Length > 0)
        {
            var count = Math.Min(buffer.Length, Capacity - _count);
            buffer[..count].CopyTo(_gathered.AsSpan(_count));
            _count += count;
            buffer = buffer[count..];
            if (_count == Capacity)
                Send();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _outgoing.Follow(buffer.Span);
        while (buffer.Length > 0)
        {
            var count = Math.Min(buffer.Length, Capacity - _count);
            buffer.Span[..count].CopyTo(_gathered.AsSpan(_count));
            (_count, buffer) = (_count + count, buffer[count..]);
            if (_count == Capacity)
                await SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Flush()
    {
        if (IsDue)
            Send();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        IsDue ? SendAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        acknowledgement.Renew();
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        acknowledgement.Renew();
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Send()
    {
        inner.Write(_gathered, 0, _count);
        inner.Flush();
        _count = 0;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await inner.WriteAsync(_gathered.AsMemory(0, _count), cancellationToken).ConfigureAwait(false);
        await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
        _count = 0;
    }

    private sealed class Outgoing : PduReader
    {
        /// <summary>Whether the other side may be waited for: all but a dataset of which more comes.</summary>
        public bool IsAwaited => !IsData || (Control & (IsCommand | IsLast)) != 0;

        protected override void BeginPdu(long length)
        {
        }

        protected override void BeginPart(long length, long pduLeft)
        {
        }

        protected override void TakePart(ReadOnlySpan<byte> bytes)
        {
        }

        protected override void EndPart()
        {
        }
    }
}
