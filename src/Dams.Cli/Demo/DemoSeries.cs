using System;
using System.Runtime.InteropServices;

namespace Dams.Cli.Demo;

/// <summary>The two CT series of a patient, each with masks, and what is to be seen in them.</summary>
internal static class DemoSeries
{
    /// <summary>Before the ablation: tumours are drawn on it.</summary>
    public const int Planning = 1;

    /// <summary>After it: ablation zones are drawn on it.</summary>
    public const int Control = 2;

    public const int SliceCount = 24;
    public const int SliceDistance = 2;

    /// <summary>Rows and columns, a millimetre each.</summary>
    public const int Size = 128;

    private const int BodyRadius = 55;

    /// <summary>A slice of a cylinder with spheres in it, in Hounsfield units of 16 bits.</summary>
    public static byte[] Image(DemoPatient patient, int series, int slice)
    {
        var pixels = new short[Size * Size];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Density(patient, series, i, slice);
        return MemoryMarshal.AsBytes(pixels.AsSpan()).ToArray();
    }

    /// <summary>A slice of the mask of a lesion, of 8 bits; null where the lesion is not in the slice.</summary>
    public static byte[]? Mask(DemoLesion lesion, int series, int slice)
    {
        var pixels = new byte[Size * Size];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = IsLesion(lesion, series, i, slice) ? byte.MaxValue : byte.MinValue;
        return Array.Exists(pixels, pixel => pixel > 0) ? pixels : null;
    }

    private static short Density(DemoPatient patient, int series, int index, int slice)
    {
        var (x, y) = Place(index);
        if ((x * x) + (y * y) > BodyRadius * BodyRadius)
            return -1000;
        foreach (var lesion in patient.Lesions)
        {
            if (IsLesion(lesion, series, index, slice))
                return (short)(series == Planning ? 120 : 10);
        }
        return 40;
    }

    private static bool IsLesion(DemoLesion lesion, int series, int index, int slice)
    {
        var (x, y) = Place(index);
        var z = slice * SliceDistance;
        return series == Planning ? lesion.IsTumor(x, y, z) : lesion.IsAblation(x, y, z);
    }

    private static (int X, int Y) Place(int index) => ((index % Size) - (Size / 2), (index / Size) - (Size / 2));
}
