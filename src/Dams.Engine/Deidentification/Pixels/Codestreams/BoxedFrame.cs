using System;
using System.Buffers.Binary;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>
/// A frame in a file format of boxes, JP2 (ISO 15444-1 annex I) or JPEG XL (ISO 18181-2), which PS3.5 does not foresee and some
/// writers leave around their codestreams: texts and metadata stand in boxes of their own.
/// </summary>
internal static class BoxedFrame
{
    private const int HeaderLength = 8;
    private const uint SignatureLength = 12;

    private static bool IsSignature(ReadOnlySpan<byte> type) => type.SequenceEqual("jP  "u8) || type.SequenceEqual("JXL "u8);

    private static bool HoldsMetadata(ReadOnlySpan<byte> type) => type.SequenceEqual("xml "u8) || type.SequenceEqual("uuid"u8)
        || type.SequenceEqual("uinf"u8) || type.SequenceEqual("Exif"u8) || type.SequenceEqual("brob"u8) || type.SequenceEqual("jumb"u8);

    public static bool StartsAt(FragmentStream stream, long position)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        return stream.TryRead(position, header) && BinaryPrimitives.ReadUInt32BigEndian(header) == SignatureLength && IsSignature(header.Slice(4));
    }

    /// <summary>Finds what is no image; returns where the frame ends, or -1 where it cannot be read.</summary>
    public static long Read(FragmentStream stream, long position, HiddenParts parts)
    {
        Span<byte> header = stackalloc byte[HeaderLength], longLength = stackalloc byte[8];
        for (var isFirst = true; position < stream.Length && stream.TryRead(position, header); isFirst = false)
        {
            var type = header.Slice(4);
            if (!isFirst && IsSignature(type))
                return position;
            ulong length = BinaryPrimitives.ReadUInt32BigEndian(header);
            var value = position + HeaderLength;
            if (length == 1)
            {
                if (!stream.TryRead(value, longLength))
                    return -1;
                length = BinaryPrimitives.ReadUInt64BigEndian(longLength);
                value += longLength.Length;
            }
            // A box without a length is the last one. What is shorter than its header is none: fill bytes behind the frame.
            if (length > 0 && length < (ulong)(value - position))
                return position;
            if (length > (ulong)(stream.Length - position))
                return -1;
            var end = length == 0 ? stream.Length : position + (long)length;
            if (HoldsMetadata(type))
                parts.Add(value, end, 0);
            else if (type.SequenceEqual("jp2c"u8) && (!Jpeg2000Frame.StartsAt(stream, value) || Jpeg2000Frame.Read(stream, value, parts) < 0))
                return -1;
            position = end;
        }
        return position;
    }
}
