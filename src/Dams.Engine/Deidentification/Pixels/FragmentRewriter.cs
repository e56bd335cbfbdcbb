using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using Dams.Deidentification.Pixels.Codestreams;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Deidentification.Pixels;

/// <summary>
/// Blanks parts of fragments at their length, so that the offset tables hold, and leaves fragments out that belong to no frame
/// (PS3.5 section A.4).
/// </summary>
internal sealed class FragmentRewriter : IPixelRewriter
{
    private const int BufferLength = 64 * 1024;

    private readonly IReadOnlyList<HiddenPart> _parts;
    private readonly long _kept;

    /// <param name="parts">The parts to blank, in the order of the file.</param>
    /// <param name="kept">The bytes of fragments, without their headers, that stay; whole fragments.</param>
    public FragmentRewriter(IReadOnlyList<HiddenPart> parts, long? kept) => (_parts, _kept) = (parts, kept ?? long.MaxValue);

    public void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit)
    {
        var (buffer, next) = (ArrayPool<byte>.Shared.Rent(BufferLength), 0);
        try
        {
            Copy(element.Offset, element.ValueOffset);
            long written = 0;
            var position = element.ValueOffset;
            for (var isOffsetTable = true; position < element.End; isOffsetTable = false)
            {
                var item = HeaderReader.ReadItem(source, position, element.End, ElementForm.None);
                var end = position + ElementHeader.ItemLength + item.ValueLength;
                if (item.Tag == ItemTag.SequenceDelimitation)
                    break;
                if (isOffsetTable && _kept < long.MaxValue)
                    emit(ShortenedTable(source, element, position, item.ValueLength));
                else if (isOffsetTable || item.ValueLength == 0 || written < _kept)
                    Copy(position, end);
                written += isOffsetTable ? 0 : item.ValueLength;
                position = end;
            }
            emit(FragmentItem.Header(ItemTag.SequenceDelimitation, 0));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        void Copy(long start, long end)
        {
            while (start < end)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(BufferLength, end - start));
                source.CopyTo(start, part);
                next = Blank(part, start, next);
                emit(buffer.AsMemory(0, part.Length));
                start += part.Length;
            }
        }
    }

    /// <summary>Blanks what lies in some bytes of the file; returns the first part that goes on behind them.</summary>
    private int Blank(Span<byte> bytes, long offset, int next)
    {
        for (; next < _parts.Count && _parts[next].Start < offset + bytes.Length; next++)
        {
            var part = _parts[next];
            var start = Math.Max(0, part.Start - offset);
            bytes.Slice((int)start, (int)(Math.Min(bytes.Length, part.End - offset) - start)).Fill(part.Filler);
            if (part.End > offset + bytes.Length)
                break;
        }
        return next;
    }

    /// <summary>The basic offset table, without the frames that are left out.</summary>
    private byte[] ShortenedTable(ByteSource source, Element element, long position, uint length)
    {
        var table = new byte[length];
        source.CopyTo(position + ElementHeader.ItemLength, table);
        var end = KeptEnd(source, element, position + ElementHeader.ItemLength + length);
        var kept = new List<byte>(table.Length);
        for (var i = 0; i + sizeof(uint) <= table.Length; i += sizeof(uint))
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(i)) < end)
                kept.AddRange(table.AsSpan(i, sizeof(uint)).ToArray());
        }
        return [.. FragmentItem.Header(ItemTag.Item, kept.Count), .. kept];
    }

    /// <summary>The bytes of the fragments that stay, with their headers.</summary>
    private long KeptEnd(ByteSource source, Element element, long start)
    {
        var position = start;
        for (long written = 0; written < _kept && position < element.End;)
        {
            var item = HeaderReader.ReadItem(source, position, element.End, ElementForm.None);
            position += ElementHeader.ItemLength + item.ValueLength;
            written += item.ValueLength;
        }
        return position - start;
    }
}
