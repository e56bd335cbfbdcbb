using System;
using System.Linq;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Items and delimiters too many or too few.</summary>
internal static class DelimiterMutations
{
    private static readonly byte[][] Ends = [[0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0], [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]];

    public static Action<FuzzFile, Random>[] All { get; } = [Stray, AtEnd, WithoutSequenceEnd, WithoutItemEnd, InValue];

    private static void Stray(FuzzFile file, Random random)
    {
        var mark = new FuzzWriter(file.IsBigEndian).Mark(
            random.Pick<ushort>(0xE000, 0xE00D, 0xE0DD), random.Pick<uint>(0, 0, 0, 8, 0xFFFFFFFF));
        var element = DicomMutator.Any(file, random);
        element.Behind = [.. element.Behind, .. mark];
    }

    private static void AtEnd(FuzzFile file, Random random) => file.Tail = [.. file.Tail, .. random.Pick(Ends), .. random.Next(2) == 0 ? random.Pick(Ends) : []];

    private static void WithoutSequenceEnd(FuzzFile file, Random random)
    {
        if (file.Elements.Where(element => element.IsUndefined).ToArray() is { Length: > 0 } open)
            random.Pick(open).LacksDelimiter = true;
    }

    private static void WithoutItemEnd(FuzzFile file, Random random)
    {
        if (file.Elements.SelectMany(element => element.Items ?? []).ToArray() is not { Length: > 0 } items)
            return;
        var item = random.Pick(items);
        (item.IsUndefined, item.LacksDelimiter) = (true, true);
    }

    private static void InValue(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.Value = [0xFE, 0xFF, 0x00, 0xE0, .. random.Bytes(random.Pick(0, 1, 4)), .. element.Value, .. random.Pick(Ends)];
    }
}
