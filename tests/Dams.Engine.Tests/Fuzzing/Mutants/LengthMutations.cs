using System;
using System.Linq;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Lengths that are not those of the values.</summary>
internal static class LengthMutations
{
    public static Action<FuzzFile, Random>[] All { get; } = [OfElement, OfElement, OfItem, OfMeta, OddValue, UndefinedLeaf, EmptyValue, HugeValue];

    private static void OfElement(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.FalseLength = Wrong((uint)element.Value.Length, random);
    }

    private static void OfItem(FuzzFile file, Random random)
    {
        var items = file.Elements.SelectMany(element => element.Items ?? []).ToArray();
        if (items.Length > 0)
            random.Pick(items).FalseLength = Wrong(40, random);
    }

    private static void OfMeta(FuzzFile file, Random random)
    {
        if (file.Meta.Count > 0)
            file.Meta.Insert(0, new FuzzElement { Tag = 0x00020000, Vr = "UL", Value = BitConverter.GetBytes(Wrong(180, random)) });
    }

    private static void OddValue(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.Value = [.. element.Value, (byte)random.Next(256)];
    }

    private static void UndefinedLeaf(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        (element.IsUndefined, element.LacksDelimiter) = (true, random.Next(2) == 0);
    }

    private static void EmptyValue(FuzzFile file, Random random) => DicomMutator.Any(file, random).Value = [];

    private static void HugeValue(FuzzFile file, Random random) =>
        DicomMutator.Any(file, random).Value = [.. Enumerable.Repeat((byte)random.Pick('1', ' ', '\\', 'A', '\0', '^'), random.Pick(70, 1000, 65534, 65536, 200_000))];

    private static uint Wrong(uint length, Random random) => random.Pick<uint>(
        0, 1, 2, 7, 8, 12, length - 1, length + 1, length + 2, length + 8, length / 2, length * 2, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF);
}
