using System;
using System.Collections.Generic;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>Pictures made in code: an ellipse that grows brighter to one side, with noise, in each form that samples have.</summary>
internal static class MadePictures
{
    private static readonly (int Samples, int Bits, int Stored, bool IsSigned, string Photometric)[] Forms =
    [
        (1, 8, 8, false, "MONOCHROME2"), (1, 16, 12, false, "MONOCHROME2"), (1, 16, 16, true, "MONOCHROME2"), (1, 16, 12, false, "MONOCHROME1"),
        (1, 8, 8, false, "PALETTE COLOR"), (3, 8, 8, false, "RGB"), (3, 8, 8, false, "YBR_FULL"),
    ];

    public static IEnumerable<Picture> All(int seed)
    {
        var random = new Random(seed);
        foreach (var (samples, bits, stored, isSigned, photometric) in Forms)
        {
            foreach (var _ in new int[3])
            {
                var (rows, columns) = (random.Next(48, 160), 2 * random.Next(32, 90));
                yield return new Picture(rows, columns, samples, bits, stored, isSigned, photometric, Pixels(random, rows, columns, samples, bits, stored - 1));
            }
        }
    }

    /// <summary>No sample is as bright as letters are.</summary>
    private static byte[] Pixels(Random random, int rows, int columns, int samples, int bits, int usedBits)
    {
        var pixels = new byte[rows * columns * samples * bits / 8];
        var (size, most) = (bits / 8, (1 << usedBits) - 2);
        for (var i = 0; i < pixels.Length / size; i++)
        {
            var (y, x) = (i / samples / columns - rows / 2.0, i / samples % columns - columns / 2.0);
            var isInside = Math.Pow(2 * y / rows, 2) + Math.Pow(2 * x / columns, 2) < 0.8;
            var value = Math.Clamp((int)(most * (isInside ? 0.3 + 0.5 * (x + columns / 2.0) / columns : 0.05)) + random.Next(most / 16 + 1), 1, most);
            pixels[i * size] = (byte)value;
            if (size == 2)
                pixels[i * size + 1] = (byte)(value >> 8);
        }
        return pixels;
    }
}
