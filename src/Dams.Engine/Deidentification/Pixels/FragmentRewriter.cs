using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
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
    private int _next;

    /// <param name="parts">The parts to blank, in the order of the file.</param>
    /// <param name="kept">The bytes of fragments, without their headers, that stay; whole fragments.</param>
    public FragmentRewriter(IReadOnlyList<HiddenPart> parts, long? kept) => (_parts, _kept) = (parts, kept ?? long.MaxValue);

    public void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
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
            emit(Delimiter());
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
                Blank(part, start);
                emit(buffer.AsMemory(0, part.Length));
                start += part.Length;
            }
        }
    }

    private void Blank(Span<byte> bytes, long offset)
    {
        for (; _next < _parts.Count && _parts[_next].Start < offset + bytes.Length; _next++)
        {
            var part = _parts[_next];
            var start = Math.Max(0, part.Start - offset);
            bytes.Slice((int)start, (int)(Math.Min(bytes.Length, part.End - offset) - start)).Fill(part.Filler);
            if (part.End > offset + bytes.Length)
                return;
        }
    }

    /// <summary>The basic offset table, without the frames that are left out.</summary>
    private byte[] ShortenedTable(ByteSource source, Element element, long position, uint length)
    {
        var table = new byte[length];
        source.CopyTo(position + ElementHeader.ItemLength, table);
        var end = KeptEnd(source, element, position + ElementHeader.ItemLength + length);
        using var kept = new MemoryStream();
        kept.Write(new byte[ElementHeader.ItemLength], 0, ElementHeader.ItemLength);
        for (var i = 0; i + sizeof(uint) <= table.Length; i += sizeof(uint))
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(i)) < end)
                kept.Write(table, i, sizeof(uint));
        }
        var item = kept.ToArray();
        WriteHeader(item, ItemTag.Item, item.Length - ElementHeader.ItemLength);
        return item;
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

    private static byte[] Delimiter()
    {
        var bytes = new byte[ElementHeader.ItemLength];
        WriteHeader(bytes, ItemTag.SequenceDelimitation, 0);
        return bytes;
    }

    private static void WriteHeader(Span<byte> target, Tag tag, int length)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, tag.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(target.Slice(2), tag.Element);
        BinaryPrimitives.WriteInt32LittleEndian(target.Slice(4), length);
    }
}
