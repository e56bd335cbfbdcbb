using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Elements twice, in the wrong place or not at all.</summary>
internal static class OrderMutations
{
    private const uint PixelData = 0x7FE00010;

    private static readonly uint[] Groups = [0x00000002, 0x00020010, 0x00040000, 0x0010, 0x7FE00010, 0x7FE10010, 0xFFFCFFFC, 0x00080000, 0x00090010, 0x60003000];

    public static Action<FuzzFile, Random>[] All { get; } = [Duplicate, Remove, Swap, Reverse, BehindPixels, BehindPixels, PixelsFirst, OtherTag, ForeignGroup];

    private static void Duplicate(FuzzFile file, Random random)
    {
        if (file.Places().ToArray() is not { Length: > 0 } places)
            return;
        var (level, place) = random.Pick(places);
        level.Insert(random.Next(level.Count + 1), level[place].Copy());
    }

    private static void Remove(FuzzFile file, Random random)
    {
        if (file.Places().ToArray() is not { Length: > 0 } places)
            return;
        var (level, place) = random.Pick(places);
        level.RemoveAt(place);
    }

    private static void Swap(FuzzFile file, Random random)
    {
        var (a, b) = (random.Next(file.Dataset.Count), random.Next(file.Dataset.Count));
        if (file.Dataset.Count > 0)
            (file.Dataset[a], file.Dataset[b]) = (file.Dataset[b], file.Dataset[a]);
    }

    private static void Reverse(FuzzFile file, Random random)
    {
        if (random.Next(2) == 0)
            file.Dataset.Reverse();
        else
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(file.Dataset));
    }

    private static void BehindPixels(FuzzFile file, Random random)
    {
        if (file.Dataset.Count == 0)
            return;
        EnsurePixels(file.Dataset);
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var element = random.Pick(file.Dataset.ToArray());
            if (random.Next(2) == 0)
                file.Dataset.Remove(element);
            file.Dataset.Add(element.Copy());
        }
    }

    private static void PixelsFirst(FuzzFile file, Random random)
    {
        EnsurePixels(file.Dataset);
        var pixels = file.Dataset.First(element => element.Tag == PixelData);
        file.Dataset.Remove(pixels);
        file.Dataset.Insert(random.Next(Math.Min(file.Dataset.Count, 6) + 1), pixels);
    }

    private static void OtherTag(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.Tag = random.Next(3) == 0 ? (uint)random.NextInt64(0x100000000) : random.Pick(Groups);
    }

    private static void ForeignGroup(FuzzFile file, Random random) => file.Dataset.InsertRange(0, random.Next(2) == 0
        ? file.Meta.Select(element => element.Copy()).ToArray()
        : [new FuzzElement { Tag = 0x00000000, Vr = "UL", Value = [12, 0, 0, 0] }, new FuzzElement { Tag = 0x00000100, Vr = "US", Value = [1, 0] }]);

    private static void EnsurePixels(List<FuzzElement> dataset)
    {
        if (!dataset.Exists(element => element.Tag == PixelData))
            dataset.Add(new FuzzElement { Tag = PixelData, Vr = "OW", Value = [1, 2, 3, 4] });
    }
}
