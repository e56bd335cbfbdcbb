using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Files;

namespace Dams.Dicom.Rewriting;

/// <summary>What a file holds after some edits, without being written: new bytes, and ranges of the file as it is.</summary>
/// <remarks>Memory: the new bytes, and the header of the file where it is held. Immutable.</remarks>
internal sealed class EditedContent
{
    private readonly string _path;
    private readonly HeldHeader? _held;
    private readonly long _fileLength;
    private readonly FileStamp? _stamp;

    // Where the dataset starts if it is deflated.
    private readonly long? _inflatesFrom;
    private readonly Part[] _parts;

    private EditedContent(string path, FileStamp? stamp, HeldHeader? held, long fileLength, long? inflatesFrom, Part[] parts) =>
        (_path, _stamp, _held, _fileLength, _inflatesFrom, _parts) = (path, stamp, held, fileLength, inflatesFrom, parts);

    /// <summary>Bytes in all.</summary>
    public long Length => _parts[_parts.Length - 1].End;

    /// <summary>What a file holds after some edits, none of which is of the pixel data or drops what stands behind the dataset.</summary>
    /// <param name="file">The file, of which at least the part before the pixel data was read.</param>
    /// <param name="stamp">Its length and time when its header was read, by which it is known to be the same; null where nobody asked.</param>
    /// <param name="held">Its header, to read that part of what is edited without opening the file; null to open it.</param>
    public static EditedContent Of(string path, FileStamp? stamp, HeldHeader? held, DicomFile file, EditList edits) =>
        new(path, stamp, held, file.Source.Length, file.Syntax.IsDeflated ? file.DatasetOffset : null, PartsOf(file, edits));

    /// <summary>What this holds after more edits.</summary>
    /// <param name="file">This, opened.</param>
    public EditedContent With(DicomFile file, EditList edits)
    {
        var parts = new List<Part>();
        foreach (var part in PartsOf(file, edits))
        {
            if (part.Bytes is not null)
                Add(parts, part);
            else
                AddRange(parts, part.Offset, part.Length);
        }
        return new EditedContent(_path, _stamp, _held, _fileLength, _inflatesFrom, [.. parts]);
    }

    /// <summary>The same with the file to open for whatever is read.</summary>
    public EditedContent WithoutHeader() => new(_path, _stamp, null, _fileLength, _inflatesFrom, _parts);

    /// <summary>Opens what is edited.</summary>
    /// <exception cref="DamsException">It cannot be read whole.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public DicomFile Open(ReadScope scope, CancellationToken cancellation)
    {
        if (scope == ReadScope.WithoutPixelData && _held is not null)
            return DicomFile.Open(new EditedByteSource(this, _held.ToSource(cancellation)));
        var file = new FileByteSource(_path, scope == ReadScope.Whole ? DicomFile.WindowSize : DicomFile.HeaderWindowSize, cancellation);
        ByteSource source = _inflatesFrom is { } start ? new InflatedByteSource(file, start) : file;
        if (source.Length == _fileLength && (_stamp is null || FileStamp.Read(_path) == _stamp))
            return DicomFile.Open(new EditedByteSource(this, source), scope);
        source.Dispose();
        throw FileErrors.SourceChanged();
    }

    /// <summary>Reads a part of what is edited; fewer bytes than asked for only where it ends, or the file does.</summary>
    /// <param name="file">The file as it is.</param>
    public int Read(long offset, Span<byte> target, ByteSource file)
    {
        var read = 0;
        for (var i = IndexOf(offset); i < _parts.Length && read < target.Length; i++)
        {
            var part = _parts[i];
            var skipped = offset + read - part.Start;
            var wanted = target.Slice(read, (int)Math.Min(target.Length - read, part.Length - skipped));
            var got = part.Bytes is { } bytes ? Copy(bytes, part.Offset + skipped, wanted) : Copy(file, part.Offset + skipped, wanted);
            read += got;
            if (got < wanted.Length)
                break;
        }
        return read;
    }

    private static int Copy(byte[] bytes, long offset, Span<byte> target)
    {
        bytes.AsSpan((int)offset, target.Length).CopyTo(target);
        return target.Length;
    }

    private static int Copy(ByteSource file, long offset, Span<byte> target)
    {
        var read = 0;
        while (read < target.Length && file.PeekAvailable(offset + read) is { IsEmpty: false } available)
        {
            var count = Math.Min(available.Length, target.Length - read);
            available.Slice(0, count).CopyTo(target.Slice(read));
            read += count;
        }
        return read;
    }

    private static Part[] PartsOf(DicomFile file, EditList edits)
    {
        var parts = new List<Part>();
        var position = 0L;
        if (edits.FileMeta is { } fileMeta)
        {
            Add(parts, new Part(0, 0, fileMeta.Length, fileMeta));
            position = file.DatasetOffset;
        }
        foreach (var edit in edits.Complete())
        {
            Keep(edit.Start);
            var bytes = edits.NewBytesOf(edit).ToArray();
            Add(parts, new Part(0, 0, bytes.Length, bytes));
            position = Math.Max(position, edit.End);
        }
        Keep(file.Source.Length);
        return [.. parts];

        void Keep(long end)
        {
            Add(parts, new Part(0, position, end - position, null));
            position = Math.Max(position, end);
        }
    }

    /// <summary>Adds what this holds in a range.</summary>
    private void AddRange(List<Part> parts, long start, long length)
    {
        for (var i = IndexOf(start); length > 0; i++)
        {
            var part = _parts[i];
            var skipped = start - part.Start;
            var taken = Math.Min(length, part.Length - skipped);
            Add(parts, part with { Offset = part.Offset + skipped, Length = taken });
            (start, length) = (start + taken, length - taken);
        }
    }

    private static void Add(List<Part> parts, Part part)
    {
        if (part.Length > 0)
            parts.Add(part with { Start = parts.Count == 0 ? 0 : parts[parts.Count - 1].End });
    }

    /// <summary>The part that holds an offset; the number of parts where none does.</summary>
    private int IndexOf(long offset)
    {
        var (low, high) = (0, _parts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <param name="Start">Where it starts in what is edited.</param>
    /// <param name="Offset">Where it starts in its bytes, or in the file.</param>
    /// <param name="Bytes">New bytes; null where it is a range of the file.</param>
    private readonly record struct Part(long Start, long Offset, long Length, byte[]? Bytes)
    {
        public long End => Start + Length;
    }
}
