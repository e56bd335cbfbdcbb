using System;
using System.Linq;
using System.Text;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Pixel data that are not what the image says of them.</summary>
internal static class PixelMutations
{
    private const uint PixelData = 0x7FE00010;

    private static readonly uint[] Numbers = [0x00280002, 0x00280006, 0x00280010, 0x00280011, 0x00280100, 0x00280101];

    public static Action<FuzzFile, Random>[] All { get; } = [Number, Number, Frames, Colour, Value];

    private static void Number(FuzzFile file, Random random) => Set(file, random.Pick(Numbers), "US", BitConverter.GetBytes(random.Pick<ushort>(0, 1, 3, 7, 8, 12, 16, 32, 64, 255, 65535)));

    private static void Frames(FuzzFile file, Random random) =>
        Set(file, 0x00280008, "IS", Encoding.ASCII.GetBytes(random.Pick("0", "-1", "2", "1000", "2147483647", "2147483648", "x", "1\\2")));

    private static void Colour(FuzzFile file, Random random) => Set(
        file, 0x00280004, "CS", Encoding.ASCII.GetBytes(random.Pick("RGB", "YBR_FULL_422", "YBR_FULL", "MONOCHROME1", "PALETTE COLOR", "", "YBR")));

    private static void Value(FuzzFile file, Random random)
    {
        foreach (var element in file.Dataset.Where(element => element.Tag == PixelData && element.Value.Length > 0))
        {
            var changed = element.Value.ToArray();
            for (var left = random.Next(1, 8); left > 0; left--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            element.Value = changed;
        }
    }

    private static void Set(FuzzFile file, uint tag, string vr, byte[] value)
    {
        if (file.Dataset.Find(element => element.Tag == tag) is { } element)
            element.Value = value;
        else
            file.Dataset.Insert(file.Dataset.TakeWhile(known => known.Tag < tag).Count(), new FuzzElement { Tag = tag, Vr = vr, Value = value });
    }
}
