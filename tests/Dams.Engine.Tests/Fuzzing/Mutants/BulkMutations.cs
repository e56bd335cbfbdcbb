using System;
using System.Linq;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>A great many of what is small.</summary>
internal static class BulkMutations
{
    public static Action<FuzzFile, Random>[] All { get; } = [Empties, Privates, Items, Fragments];

    // Mostly few: a case of many takes the time of a hundred.
    private static int Count(Random random) => random.Pick(20, 20, 20, 100, 100, 100, 1000, 1000, 20_000, 60_000);

    private static void Empties(FuzzFile file, Random random)
    {
        var (first, vr) = (random.Pick<uint>(0x00100010, 0x7FE10001, 0x00081140, 0x00400000, 0x00090010), random.Pick("LO", "SQ", "UN", "OB", "PN"));
        var at = random.Next(file.Dataset.Count + 1);
        var isSame = random.Next(2) == 0;
        file.Dataset.InsertRange(at, Enumerable.Range(0, Count(random)).Select(i => new FuzzElement { Tag = first + (isSame ? 0 : (uint)i), Vr = vr }).ToArray());
    }

    private static void Privates(FuzzFile file, Random random)
    {
        var count = Math.Min(Count(random), 20_000);
        var group = (uint)((2 * random.Next(5, 20)) + 1) << 16;
        var creators = Enumerable.Range(0x10, random.Pick(1, 2, 0xF0)).Select(block => new FuzzElement
        {
            Tag = group | (uint)block,
            Vr = "LO",
            Value = "SIEMENS CSA HEADER"u8.ToArray(),
        });
        var elements = Enumerable.Range(0, count).Select(i => new FuzzElement { Tag = group | (uint)(0x1000 + i), Vr = "LO", Value = "ab"u8.ToArray() });
        file.Dataset.InsertRange(random.Next(file.Dataset.Count + 1), [.. creators, .. elements]);
    }

    private static void Items(FuzzFile file, Random random)
    {
        var isUndefined = random.Next(2) == 0;
        file.Dataset.Insert(random.Next(file.Dataset.Count + 1), new FuzzElement
        {
            Tag = random.Pick<uint>(0x00081140, 0x0040A730, 0x00101002),
            Vr = "SQ",
            IsUndefined = random.Next(2) == 0,
            Items = [.. Enumerable.Range(0, Count(random)).Select(_ => new FuzzItem
            {
                IsUndefined = isUndefined,
                Elements = [new FuzzElement { Tag = 0x00081155, Vr = "UI", Value = "1.2.3.40"u8.ToArray() }],
            })],
        });
    }

    private static void Fragments(FuzzFile file, Random random)
    {
        var fragments = Enumerable.Range(0, Count(random)).SelectMany(_ => new byte[] { 0xFE, 0xFF, 0x00, 0xE0, 0, 0, 0, 0 }).ToArray();
        file.Dataset.RemoveAll(element => element.Tag == 0x7FE00010);
        file.Dataset.Add(new FuzzElement { Tag = 0x7FE00010, Vr = "OB", IsUndefined = true, Value = fragments, LacksDelimiter = random.Next(4) == 0 });
    }
}
