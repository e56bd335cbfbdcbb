using System;
using System.Collections.Generic;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>
/// The fragments of encapsulated pixel data (PS3.5 section A.4) as one stream: a frame, and even a marker, may go on in the next
/// fragment. Memory: 16 bytes for each fragment.
/// </summary>
/// <remarks>A span that was handed out is valid until the next call.</remarks>
internal sealed class FragmentStream
{
    private readonly ByteSource _source;
    private readonly List<(long Offset, long Position)> _fragments = [];
    private int _last;

    /// <exception cref="DamsException">The fragments cannot be read.</exception>
    public FragmentStream(ByteSource source, in Element element)
    {
        _source = source;
        var isOffsetTable = true;
        for (var offset = element.ValueOffset; offset < element.End;)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var item = HeaderReader.ReadItem(source, offset, element.End, ElementForm.None);
            offset += ElementHeader.ItemLength;
            if (item.Tag == ItemTag.SequenceDelimitation)
                break;
            if (!isOffsetTable && item.ValueLength > 0)
            {
                _fragments.Add((offset, Length));
                Length += item.ValueLength;
            }
            if (isOffsetTable)
                OffsetTable = (offset, offset + item.ValueLength);
            LengthWithHeaders += isOffsetTable ? 0 : ElementHeader.ItemLength + item.ValueLength;
            isOffsetTable = false;
            offset += item.ValueLength;
        }
    }

    /// <summary>Bytes of all fragments together, without their headers.</summary>
    public long Length { get; }

    /// <summary>Bytes of all fragments together, with their headers: what the offset table counts.</summary>
    public long LengthWithHeaders { get; }

    /// <summary>Where in the file the basic offset table stands; it may be empty.</summary>
    public (long Start, long End) OffsetTable { get; }

    /// <summary>The bytes from a position on that lie together; empty at the end.</summary>
    public ReadOnlySpan<byte> PeekAvailable(long position)
    {
        if (position >= Length)
            return [];
        var (offset, count) = Locate(position);
        var bytes = _source.PeekAvailable(offset);
        return bytes.Length > count ? bytes.Slice(0, (int)count) : bytes;
    }

    /// <summary>Copies bytes out. False where the stream ends before.</summary>
    public bool TryRead(long position, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var bytes = PeekAvailable(position);
            if (bytes.IsEmpty)
                return false;
            bytes = bytes.Slice(0, Math.Min(bytes.Length, target.Length));
            bytes.CopyTo(target);
            target = target.Slice(bytes.Length);
            position += bytes.Length;
        }
        return true;
    }

    /// <summary>The byte at a position; -1 where the stream has ended.</summary>
    public int ByteAt(long position) => PeekAvailable(position) is { IsEmpty: false } bytes ? bytes[0] : -1;

    /// <summary>Where the fragment ends that holds a position.</summary>
    public long EndOfFragment(long position) => position + Locate(position).Count;

    /// <summary>Where in the file a part of the stream stands: in one place, or in several.</summary>
    public IEnumerable<(long Start, long End)> Places(long start, long end)
    {
        while (start < end)
        {
            var (offset, count) = Locate(start);
            count = Math.Min(count, end - start);
            yield return (offset, offset + count);
            start += count;
        }
    }

    /// <summary>Finds the next marker of the JPEG family in coded data, where a byte FF is followed by one below 80 (ISO 10918-1 and 14495-1).</summary>
    /// <param name="position">Where to start; then where the marker stands.</param>
    public bool TryFindMarker(ref long position)
    {
        for (var bytes = PeekAvailable(position); !bytes.IsEmpty; bytes = PeekAvailable(position))
        {
            var index = bytes.IndexOf((byte)0xFF);
            position += index < 0 ? bytes.Length : index;
            if (index < 0)
                continue;
            var next = ByteAt(position + 1);
            if (next is >= 0x80 and not (>= 0xD0 and <= 0xD7) and not 0xFF)
                return true;
            position++;
        }
        return false;
    }

    private (long Offset, long Count) Locate(long position)
    {
        // Reading moves forward: the fragment is the one of the last time, or the next.
        if (_fragments[_last].Position > position)
            _last = 0;
        while (_last + 1 < _fragments.Count && _fragments[_last + 1].Position <= position)
            _last++;
        var (offset, start) = _fragments[_last];
        var end = _last + 1 < _fragments.Count ? _fragments[_last + 1].Position : Length;
        return (offset + position - start, end - position);
    }
}
