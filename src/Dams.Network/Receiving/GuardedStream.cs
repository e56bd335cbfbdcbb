using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Dams.Network.Nodes;

namespace Dams.Network.Receiving;

/// <summary>
/// A connection whose PDUs are followed before fo-dicom reads them, and that is never silent for long: fo-dicom waits for ever.
/// </summary>
internal sealed class GuardedStream(Stream inner, PromptAcknowledgement acknowledgement, TimeSpan idleTime) : Stream
{
    // fo-dicom reads the header of each PDU for itself, and each read has a timer.
    private readonly byte[] _read = new byte[128 * 1024];
    private readonly PduWatch _watch = new();
    private int _start;
    private int _end;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end)
        {
            var filled = await FillAsync(cancellationToken).ConfigureAwait(false);
            // What it refuses is not there for the next read either.
            _watch.Follow(_read.AsSpan(0, filled));
            (_start, _end) = (0, filled);
        }
        var count = Math.Min(buffer.Length, _end - _start);
        _read.AsSpan(_start, count).CopyTo(buffer.Span);
        _start += count;
        return count;
    }

    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(idleTime);
        try
        {
            var read = await inner.ReadAsync(_read, timer.Token).ConfigureAwait(false);
            acknowledgement.Renew();
            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The connection said nothing for too long.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(idleTime);
        try
        {
            await inner.WriteAsync(buffer, timer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The connection took nothing for too long.");
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
