using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Sequences where none belong, of any depth.</summary>
internal static class NestingMutations
{
    private static readonly uint[] Sequences = [0x00081140, 0x0040A730, 0x00082218, 0x00101002, 0x00400275, 0x00291020, 0x00180012, 0x00081115];

    public static Action<FuzzFile, Random>[] All { get; } = [Wrap, Deep, OtherLength, Unknown, EmptyItems, LeafToSequence, SequenceToLeaf];

    private static void Wrap(FuzzFile file, Random random)
    {
        if (file.Places().ToArray() is not { Length: > 0 } places)
            return;
        var (level, place) = random.Pick(places);
        level[place] = InSequence([level[place]], random);
    }

    private static void Deep(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random).Copy();
        for (var depth = random.Pick(5, 20, 40, 100, 300, 300, 1500); depth > 0; depth--)
            element = InSequence([element], random);
        file.Dataset.Insert(random.Next(file.Dataset.Count + 1), element);
    }

    private static void OtherLength(FuzzFile file, Random random)
    {
        foreach (var element in file.Elements.Where(element => element.Items is not null && random.Next(2) == 0))
        {
            element.IsUndefined = !element.IsUndefined;
            foreach (var item in element.Items!)
                item.IsUndefined = random.Next(2) == 0;
        }
    }

    private static void Unknown(FuzzFile file, Random random)
    {
        if (file.Elements.Where(element => element.Items is not null).ToArray() is { Length: > 0 } sequences)
            random.Pick(sequences).Vr = "UN";
    }

    private static void EmptyItems(FuzzFile file, Random random) => file.Dataset.Add(new FuzzElement
    {
        Tag = random.Pick(Sequences),
        Vr = "SQ",
        IsUndefined = random.Next(2) == 0,
        Items = [.. Enumerable.Range(0, random.Pick(1, 2, 50)).Select(_ => new FuzzItem { IsUndefined = random.Next(2) == 0 })],
    });

    private static void LeafToSequence(FuzzFile file, Random random)
    {
        var element = DicomMutator.Any(file, random);
        element.Vr = random.Pick("SQ", "UN", element.Vr);
        element.Items = [new FuzzItem { Elements = [DicomMutator.Any(file, random).Copy()], IsUndefined = random.Next(2) == 0 }];
    }

    private static void SequenceToLeaf(FuzzFile file, Random random)
    {
        if (file.Elements.Where(element => element.Items is not null).ToArray() is not { Length: > 0 } sequences)
            return;
        var element = random.Pick(sequences);
        (element.Items, element.Value) = (null, random.Bytes(random.Next(40)));
    }

    private static FuzzElement InSequence(List<FuzzElement> elements, Random random) => new()
    {
        Tag = random.Pick(Sequences),
        Vr = random.Next(8) == 0 ? "UN" : "SQ",
        IsUndefined = random.Next(2) == 0,
        Items = [new FuzzItem { Elements = elements, IsUndefined = random.Next(2) == 0 }],
    };
}
