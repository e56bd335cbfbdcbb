using System;
using System.Buffers;
using System.IO;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;

namespace Dams.Dicom.Rewriting;

/// <summary>Writes a file with its edits: forward in one pass, through buffers of fixed size.</summary>
internal sealed class FileRewriter
{
    private const int BufferSize = 32 * 1024;

    private readonly DicomFile _file;
    private readonly EditList _edits;
    private readonly CancellationToken _cancellation;
    private readonly Fingerprint _fingerprint = new();
    private Stream _target;
    private byte[] _buffer = [];
    private int _count;
    private long _read;

    private FileRewriter(DicomFile file, EditList edits, Stream target, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _file = file;
        _edits = edits;
        _target = target;
    }

    /// <summary>Writes the edited file, and returns the fingerprint of the source, which is read to its end.</summary>
    /// <exception cref="DamsException">The source cannot be read as it was before.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ulong Write(DicomFile file, EditList edits, Stream target, CancellationToken cancellation)
    {
        var rewriter = new FileRewriter(file, edits, target, cancellation) { _buffer = ArrayPool<byte>.Shared.Rent(BufferSize) };
        try
        {
            rewriter.Write();
            return rewriter._fingerprint.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rewriter._buffer);
        }
    }

    private void Write()
    {
        if (_edits.FileMeta is { } fileMeta)
        {
            AdvanceTo(_file.DatasetOffset, isKept: false);
            Emit(fileMeta);
        }
        else
        {
            AdvanceTo(_file.DatasetOffset, isKept: true);
        }
        var deflated = _edits.IsDeflated ? StartDeflating() : null;
        var pixels = _edits.Pixels is null ? long.MaxValue : _file.Dataset[_edits.PixelIndex].Offset;
        foreach (var edit in _edits.Complete())
        {
            if (edit.Start > pixels)
            {
                RewritePixels();
                pixels = long.MaxValue;
            }
            AdvanceTo(edit.Start, isKept: true);
            AdvanceTo(edit.End, isKept: false);
            Emit(_edits.NewBytesOf(edit));
        }
        if (pixels != long.MaxValue)
            RewritePixels();
        AdvanceTo(_file.Dataset.End, isKept: true);
        AdvanceTo(_file.Source.Length, isKept: !_edits.DropsTrailing);
        Flush();
        deflated?.Finish();
    }

    private void RewritePixels()
    {
        var pixels = _file.Dataset[_edits.PixelIndex];
        AdvanceTo(pixels.Offset, isKept: true);
        AdvanceTo(pixels.End, isKept: false);
        _edits.Pixels!.Rewrite(_file.Source, pixels, part =>
        {
            _cancellation.ThrowIfCancellationRequested();
            Emit(part.Span);
        });
    }

    private StoredDeflateStream StartDeflating()
    {
        Flush();
        var deflated = new StoredDeflateStream(_target);
        _target = deflated;
        return deflated;
    }

    private void AdvanceTo(long end, bool isKept)
    {
        while (_read < end)
        {
            _cancellation.ThrowIfCancellationRequested();
            var segment = _file.Source.PeekSegment(_read);
            var count = (int)Math.Min(segment.Count, end - _read);
            if (count == 0)
                throw FileErrors.SourceChanged();
            _fingerprint.Append(segment.AsSpan(0, count));
            if (isKept)
                Emit(segment.Array!, segment.Offset, count);
            _read += count;
        }
    }

    /// <summary>Copies small parts together and passes large ones on without a copy.</summary>
    private void Emit(byte[] bytes, int offset, int count)
    {
        if (count < BufferSize)
        {
            Emit(bytes.AsSpan(offset, count));
            return;
        }
        Flush();
        _target.Write(bytes, offset, count);
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_count == _buffer.Length)
                Flush();
            var taken = Math.Min(bytes.Length, _buffer.Length - _count);
            bytes.Slice(0, taken).CopyTo(_buffer.AsSpan(_count));
            _count += taken;
            bytes = bytes.Slice(taken);
        }
    }

    private void Flush()
    {
        _target.Write(_buffer, 0, _count);
        _count = 0;
    }
}
