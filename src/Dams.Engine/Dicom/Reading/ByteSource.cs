using System;
using System.Buffers;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using Dams.Core.Compatibility;
using Dams.Files;

namespace Dams.Dicom.Reading;

/// <summary>
/// Random access to the bytes of one file through a window of fixed size, so that memory does not grow with the file.
/// Reading is cheap when it moves forward.
/// </summary>
/// <remarks>Not safe for use by several threads. A span that was handed out is valid until the next call.</remarks>
internal abstract class ByteSource : IDisposable
{
    private byte[] _window;
    private long _start;
    private int _count;

    /// <param name="windowSize">Bytes that the window holds: the largest span that <see cref="Peek"/> can give.</param>
    /// <param name="cancellation">Asked with every read.</param>
    protected ByteSource(int windowSize, CancellationToken cancellation)
    {
        WindowSize = windowSize;
        Cancellation = cancellation;
        _window = ArrayPool<byte>.Shared.Rent(windowSize);
    }

    /// <summary>Bytes in all.</summary>
    public abstract long Length { get; }

    /// <summary>The largest span that <see cref="Peek"/> can give.</summary>
    public int WindowSize { get; }

    /// <summary>Whether reading at an earlier offset means reading all bytes before it again.</summary>
    public virtual bool ReadsForwardOnly => false;

    /// <summary>Ends the work on the file. Every read asks it, and so does every loop over the file that does not read.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The bytes from an offset on: as many as asked for, fewer where the source ends.</summary>
    [MethodImpl(HotPath.Options)]
    public ReadOnlySpan<byte> Peek(long offset, int count)
    {
        var end = _start + _count;
        if (offset < _start || offset > end || (offset + count > end && end < Length))
            Fill(offset);
        var index = (int)(offset - _start);
        return _window.AsSpan(index, Math.Min(count, _count - index));
    }

    /// <summary>The bytes from an offset on that one read can give; empty only where the source ends.</summary>
    public ReadOnlySpan<byte> PeekAvailable(long offset) => PeekSegment(offset);

    /// <summary>The bytes from an offset on that one read can give, as a part of the window's own array.</summary>
    public ArraySegment<byte> PeekSegment(long offset)
    {
        var end = _start + _count;
        if (offset < _start || offset > end || (offset == end && end < Length))
            Fill(offset);
        return new ArraySegment<byte>(_window, (int)(offset - _start), (int)(_start + _count - offset));
    }

    /// <summary>Copies bytes out, whatever their number.</summary>
    public void CopyTo(long offset, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var part = PeekAvailable(offset);
            if (part.IsEmpty)
                throw new InvalidOperationException("Read past the end.");
            part = part.Slice(0, Math.Min(part.Length, target.Length));
            part.CopyTo(target);
            target = target.Slice(part.Length);
            offset += part.Length;
        }
    }

    /// <summary>Writes the bytes that the file has on the disk, which are others where this source inflates them.</summary>
    /// <exception cref="IOException">The file cannot be read, or the target not written.</exception>
    public void CopyFileTo(Stream target)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(WindowSize);
        try
        {
            int count;
            for (var offset = 0L; (count = File.Read(offset, buffer, 0, buffer.Length)) > 0; offset += count)
            {
                Cancellation.ThrowIfCancellationRequested();
                target.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_window.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(_window, clearArray: false);
        _window = [];
        _count = 0;
        Close();
    }

    /// <summary>The open file.</summary>
    protected abstract ReadableFile File { get; }

    /// <summary>Reads into a part of a buffer; returns fewer bytes than asked for only where the source ends.</summary>
    protected abstract int Read(long offset, byte[] buffer, int index, int count);

    /// <summary>Reads bytes of the file as they are on the disk.</summary>
    /// <exception cref="DamsException">They cannot be read.</exception>
    protected int ReadFile(long offset, byte[] buffer, int index, int count)
    {
        try
        {
            return File.Read(offset, buffer, index, count);
        }
        catch (IOException e)
        {
            throw FileErrors.UnreadableFile(e);
        }
    }

    /// <summary>Releases what the source holds open.</summary>
    protected abstract void Close();

    private void Fill(long offset)
    {
        Cancellation.ThrowIfCancellationRequested();
        // What the window holds already is not read again: a source that only goes forward would start anew for it.
        var kept = offset >= _start && offset < _start + _count ? (int)(_start + _count - offset) : 0;
        Buffer.BlockCopy(_window, _count - kept, _window, 0, kept);
        (_start, _count) = (offset, kept);
        if (offset + kept < Length)
            _count += Read(offset + kept, _window, kept, WindowSize - kept);
    }
}
