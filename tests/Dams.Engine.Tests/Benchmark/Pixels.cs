using System;
using System.Linq;

namespace Dams.Tests.Benchmark;

/// <summary>Pixel data.</summary>
internal static class Pixels
{
    /// <summary>Grey pixels that have to stay as they are.</summary>
    public static void Grey(PlantedItem item, ushort rows, ushort columns, int frames = 1)
    {
        var pixels = Noise(item, rows * columns * 2 * frames);
        item.Numbers("SamplesPerPixel", 1).Stays("PhotometricInterpretation", "MONOCHROME2").Numbers("Rows", rows).Numbers("Columns", columns)
            .Numbers("BitsAllocated", 16).Numbers("BitsStored", 12).Numbers("HighBit", 11).Numbers("PixelRepresentation", 0)
            .Put("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OW"))
            .Expect(Category.PixelsRetained, "PixelData", output => output.Find("PixelData")?.Value.AsSpan().SequenceEqual(pixels) == true);
    }

    /// <summary>Coloured pixels with text burned into the rows above one row and below another.</summary>
    public static void Burned(PlantedItem item, ushort rows, ushort columns, int frames, int first, int last)
    {
        var pixels = Noise(item, rows * columns * 3 * frames);
        item.Numbers("SamplesPerPixel", 3).Stays("PhotometricInterpretation", "RGB").Numbers("PlanarConfiguration", 0).Numbers("Rows", rows)
            .Numbers("Columns", columns).Numbers("BitsAllocated", 8).Numbers("BitsStored", 8).Numbers("HighBit", 7).Numbers("PixelRepresentation", 0)
            .Put("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OB"))
            .Expect(Category.PixelsHidden, "PixelData", output => Rows(output, row => row < first || row >= last).All(pair => pair.After.All(value => value == 0)))
            .Expect(Category.PixelsRetained, "PixelData", output => Rows(output, row => row >= first && row < last).All(pair => pair.After.SequenceEqual(pair.Before)));

        (byte[] Before, byte[] After)[] Rows(Output output, Func<int, bool> isMeant)
        {
            var after = output.Find("PixelData")?.Value ?? [];
            var stride = columns * 3;
            return [.. Enumerable.Range(0, rows * frames).Where(row => isMeant(row % rows))
                .Select(row => (pixels[(row * stride)..((row + 1) * stride)], after.Length < pixels.Length ? [255] : after[(row * stride)..((row + 1) * stride)]))];
        }
    }

    private static byte[] Noise(PlantedItem item, int length)
    {
        var bytes = new byte[length];
        item.Random.NextBytes(bytes);
        // No pixel is black by chance.
        return Array.ConvertAll(bytes, value => (byte)(value | 1));
    }
}
