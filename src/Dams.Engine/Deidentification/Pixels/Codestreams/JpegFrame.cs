using System;
using System.Buffers.Binary;

namespace Dams.Deidentification.Pixels.Codestreams;

/// <summary>
/// A frame in JPEG (ISO 10918-1) or JPEG-LS (ISO 14495-1): comments and application data are no image.
/// </summary>
internal static class JpegFrame
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Comment = 0xFE;
    private const byte FirstApplication = 0xE0, LastApplication = 0xEF;

    // What decoders need: the density of JFIF, the colour space of SPIFF, the transformation of colours that HP and Adobe tell of.
    private static readonly (byte Marker, byte[] Name, int Length)[] Needed =
    [
        (0xE0, "JFIF\0"u8.ToArray(), 14), (0xE8, "SPIFF\0"u8.ToArray(), 30), (0xE8, "mrfx"u8.ToArray(), 5), (0xEE, "Adobe"u8.ToArray(), 12),
    ];

    public static bool StartsAt(FragmentStream stream, long position) =>
        stream.ByteAt(position) == 0xFF && stream.ByteAt(position + 1) == StartOfImage;

    /// <summary>Finds what is no image; returns where the frame ends, or -1 where it cannot be read.</summary>
    public static long Read(FragmentStream stream, long position, HiddenParts parts)
    {
        position += 2;
        Span<byte> header = stackalloc byte[4];
        while (stream.TryRead(position, header.Slice(0, 2)) && header[0] == 0xFF)
        {
            var marker = header[1];
            if (marker == EndOfImage)
                return position + 2;
            if (marker == 0xFF)
            {
                position++;
                continue;
            }
            if (!stream.TryRead(position, header))
                return -1;
            var end = position + 2 + BinaryPrimitives.ReadUInt16BigEndian(header.Slice(2));
            if (end < position + 4 || end > stream.Length)
                return -1;
            if (marker == Comment)
                parts.Add(position + 4, end, (byte)' ');
            else if (marker is >= FirstApplication and <= LastApplication)
                parts.Add(Math.Min(end, position + 4 + LengthNeeded(stream, position + 4, marker)), end, 0);
            position = end;
            if (marker == StartOfScan && !stream.TryFindMarker(ref position))
                return -1;
        }
        return -1;
    }

    private static int LengthNeeded(FragmentStream stream, long position, byte marker)
    {
        Span<byte> start = stackalloc byte[6];
        stream.TryRead(position, start);
        foreach (var (needed, name, length) in Needed)
        {
            if (marker == needed && start.StartsWith(name))
                return length;
        }
        return 0;
    }
}
