using System;
using System.Buffers.Binary;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>A frame in JPEG 2000 or High-Throughput JPEG 2000 (ISO 15444-1 annex A): its comments are no image.</summary>
internal static class Jpeg2000Frame
{
    private const byte StartOfCodestream = 0x4F, Size = 0x51, Comment = 0x64, StartOfTile = 0x90, StartOfData = 0x93, EndOfCodestream = 0xD9;

    public static bool StartsAt(FragmentStream stream, long position) =>
        stream.ByteAt(position) == 0xFF && stream.ByteAt(position + 1) == StartOfCodestream && stream.ByteAt(position + 3) == Size;

    /// <summary>Finds what is no image; returns where the frame ends, or -1 where it cannot be read.</summary>
    public static long Read(FragmentStream stream, long position, HiddenParts parts)
    {
        position += 2;
        var tileEnd = 0L;
        Span<byte> header = stackalloc byte[10];
        while (stream.TryRead(position, header.Slice(0, 2)) && header[0] == 0xFF)
        {
            if (header[1] == EndOfCodestream)
                return position + 2;
            if (header[1] == StartOfData)
            {
                position = tileEnd > position ? tileEnd : EndOfLastTile(stream, position);
                // Some writers leave the end mark out.
                if (position >= stream.Length)
                    return position == stream.Length ? position : -1;
                continue;
            }
            if (!stream.TryRead(position, header.Slice(0, 4)))
                return -1;
            var end = position + 2 + BinaryPrimitives.ReadUInt16BigEndian(header.Slice(2));
            if (end < position + 4 || end > stream.Length)
                return -1;
            // Behind the length stands whether the comment is text.
            if (header[1] == Comment)
                parts.Add(Math.Min(end, position + 6), end, (byte)' ');
            if (header[1] == StartOfTile)
            {
                if (!stream.TryRead(position, header))
                    return -1;
                var length = BinaryPrimitives.ReadUInt32BigEndian(header.Slice(6));
                tileEnd = length == 0 ? 0 : position + length;
            }
            position = end;
        }
        return -1;
    }

    /// <summary>The last tile part may leave its length out: it reaches to the mark that ends the codestream.</summary>
    private static long EndOfLastTile(FragmentStream stream, long position)
    {
        position += 2;
        while (stream.TryFindMarker(ref position))
        {
            if (stream.ByteAt(position + 1) == EndOfCodestream)
                return position;
            position++;
        }
        return stream.Length;
    }
}
