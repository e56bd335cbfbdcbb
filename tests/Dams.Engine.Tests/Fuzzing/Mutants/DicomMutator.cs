using System;
using System.Linq;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Makes files that something is wrong with.</summary>
internal static class DicomMutator
{
    private const int MostMutations = 4;

    // A topic as often as the faults are that readers make of it.
    private static readonly Action<FuzzFile, Random>[] Mutations =
    [
        .. LengthMutations.All, .. VrMutations.All, .. NestingMutations.All, .. DelimiterMutations.All, .. OrderMutations.All,
        .. TextMutations.All, .. UidMutations.All, .. BulkMutations.All, .. HeadMutations.All, .. PixelMutations.All, .. ByteMutations.All,
    ];

    public static byte[] Make(Random random)
    {
        var file = DicomSeeds.Make(random);
        for (var left = random.Next(1, MostMutations + 1); left > 0; left--)
            random.Pick(Mutations)(file, random);
        return file.Write();
    }

    /// <summary>An element at any depth.</summary>
    public static FuzzElement Any(FuzzFile file, Random random)
    {
        var elements = file.Elements.ToArray();
        return elements.Length > 0 ? random.Pick(elements) : new FuzzElement();
    }
}
