using System;
using System.Buffers.Binary;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>A frame in RLE (PS3.5 annex G), which is one fragment: behind the runs of a segment nothing but fill bytes belongs.</summary>
internal static class RleFragment
{
    private const int HeaderLength = 64;
    private const int MaximumSegments = 15;

    /// <summary>Finds what is no image; returns where the frame ends, or -1 where it cannot be read.</summary>
    /// <param name="pixels">Pixels of a frame: what a segment holds when it is decoded.</param>
    public static long Read(FragmentStream stream, long position, long pixels, HiddenParts parts)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        var end = stream.EndOfFragment(position);
        if (end - position < HeaderLength || !stream.TryRead(position, header))
            return -1;
        var count = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (count is 0 or > MaximumSegments)
            return -1;
        // The offsets of segments that are not there.
        parts.Add(position + sizeof(uint) * (1 + count), position + HeaderLength, 0);
        for (var i = 1; i <= count; i++)
        {
            var start = position + BinaryPrimitives.ReadUInt32LittleEndian(header.Slice(4 * i));
            var segmentEnd = i == count ? end : position + BinaryPrimitives.ReadUInt32LittleEndian(header.Slice(4 * i + 4));
            if (start < position + HeaderLength || segmentEnd < start || segmentEnd > end || SkipRuns(stream, start, segmentEnd, pixels) is not { } used)
                return -1;
            parts.Add(used, segmentEnd, 0);
        }
        return end;
    }

    private static long? SkipRuns(FragmentStream stream, long position, long end, long pixels)
    {
        while (pixels > 0)
        {
            if (position >= end)
                return null;
            var control = (sbyte)stream.ByteAt(position++);
            if (control == sbyte.MinValue)
                continue;
            pixels -= control >= 0 ? control + 1 : 1 - control;
            position += control >= 0 ? control + 1 : 1;
        }
        return position <= end ? position : null;
    }
}
