using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>RLE of one frame (PS3.5 annex G), plainly: rows of bytes as they are, and any runs read.</summary>
internal static class RleBytes
{
    private const int HeaderLength = 64, Longest = 128;

    public static byte[] Encode(byte[] pixels, int columns, int bytesPerPixel)
    {
        var (header, body) = (new byte[HeaderLength], new List<byte>());
        BinaryPrimitives.WriteInt32LittleEndian(header, bytesPerPixel);
        for (var segment = 0; segment < bytesPerPixel; segment++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4 + 4 * segment), HeaderLength + body.Count);
            var place = PlaceOf(segment, bytesPerPixel);
            for (var row = 0; row < pixels.Length; row += columns * bytesPerPixel)
            {
                for (var column = 0; column < columns; column++)
                {
                    if (column % Longest == 0)
                        body.Add((byte)(Math.Min(Longest, columns - column) - 1));
                    body.Add(pixels[row + column * bytesPerPixel + place]);
                }
            }
            if (body.Count % 2 != 0)
                body.Add(0);
        }
        return [.. header, .. body];
    }

    public static byte[] Decode(byte[] frame, int count, int bytesPerPixel)
    {
        var pixels = new byte[count * bytesPerPixel];
        for (var segment = 0; segment < bytesPerPixel; segment++)
        {
            var at = BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(4 + 4 * segment));
            var place = PlaceOf(segment, bytesPerPixel);
            for (var pixel = 0; pixel < count;)
            {
                var control = (sbyte)frame[at++];
                for (var left = control >= 0 ? control + 1 : control == -128 ? 0 : 1 - control; left > 0 && pixel < count; left--)
                    pixels[pixel++ * bytesPerPixel + place] = frame[control >= 0 ? at++ : at];
                at += control is < 0 and > -128 ? 1 : 0;
            }
        }
        return pixels;
    }

    /// <summary>Samples of 16 bits have their high byte first; only grey pictures have them here.</summary>
    private static int PlaceOf(int segment, int bytesPerPixel) => bytesPerPixel == 2 ? 1 - segment : segment;
}
