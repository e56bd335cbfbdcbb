using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;

namespace Dams.Deidentification.Pixels;

/// <summary>One frame in RLE (PS3.5 annex G): a header of 64 bytes and a segment for each byte of each sample.</summary>
internal static class RleFrame
{
    private const int HeaderLength = 64;
    private const int MaximumSegments = 15;
    private const int LongestRun = 128;

    /// <summary>Decodes the segments of a frame.</summary>
    /// <param name="pixels">Bytes of one segment.</param>
    /// <returns>The segments; null where the frame is malformed.</returns>
    public static List<byte[]>? Decode(ReadOnlySpan<byte> frame, int pixels)
    {
        if (frame.Length < HeaderLength)
            return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(frame);
        if (count is < 1 or > MaximumSegments)
            return null;
        var segments = new List<byte[]>(count);
        for (var i = 0; i < count; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(frame.Slice(4 + 4 * i));
            var end = i + 1 < count ? BinaryPrimitives.ReadInt32LittleEndian(frame.Slice(8 + 4 * i)) : frame.Length;
            if (start < HeaderLength || end < start || end > frame.Length || DecodeSegment(frame.Slice(start, end - start), pixels) is not { } segment)
                return null;
            segments.Add(segment);
        }
        return segments;
    }

    /// <summary>Encodes segments as a frame; no run crosses from one row to the next (PS3.5 section G.3.1).</summary>
    public static byte[] Encode(IReadOnlyList<byte[]> segments, int columns)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(header, segments.Count);
        using var frame = new MemoryStream();
        frame.Write(header, 0, HeaderLength);
        for (var i = 0; i < segments.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4 + 4 * i), (int)frame.Length);
            for (var row = 0; row < segments[i].Length; row += columns)
                EncodeRow(segments[i].AsSpan(row, Math.Min(columns, segments[i].Length - row)), frame);
            if (frame.Length % 2 != 0)
                frame.WriteByte(0);
        }
        var bytes = frame.ToArray();
        header.CopyTo(bytes, 0);
        return bytes;
    }

    private static byte[]? DecodeSegment(ReadOnlySpan<byte> bytes, int pixels)
    {
        var segment = new byte[pixels];
        var written = 0;
        for (var i = 0; i < bytes.Length && written < pixels;)
        {
            var control = (sbyte)bytes[i++];
            if (control == -128)
                continue;
            var length = control >= 0 ? control + 1 : 1 - control;
            var taken = Math.Min(length, pixels - written);
            if (control >= 0)
            {
                if (i + taken > bytes.Length)
                    return null;
                bytes.Slice(i, taken).CopyTo(segment.AsSpan(written));
                i += length;
            }
            else
            {
                if (i >= bytes.Length)
                    return null;
                segment.AsSpan(written, taken).Fill(bytes[i++]);
            }
            written += taken;
        }
        return written == pixels ? segment : null;
    }

    private static void EncodeRow(ReadOnlySpan<byte> row, MemoryStream target)
    {
        for (var i = 0; i < row.Length;)
        {
            var run = RunLength(row, i);
            if (run > 2)
            {
                target.WriteByte((byte)(1 - run));
                target.WriteByte(row[i]);
                i += run;
                continue;
            }
            var start = i;
            while (i < row.Length && i - start < LongestRun && RunLength(row, i) <= 2)
                i++;
            target.WriteByte((byte)(i - start - 1));
            foreach (var value in row.Slice(start, i - start))
                target.WriteByte(value);
        }
    }

    private static int RunLength(ReadOnlySpan<byte> row, int start)
    {
        var end = start + 1;
        while (end < row.Length && end - start < LongestRun && row[end] == row[start])
            end++;
        return end - start;
    }
}
