using System;

namespace Dams.Tests.Fuzzing;

/// <summary>One input, which its target, seed and number make again.</summary>
internal sealed record FuzzCase(string Target, int Seed, int Number, byte[] Bytes)
{
    /// <summary>The source of all choices for one case: the same whichever cases came before.</summary>
    public static Random RandomOf(int seed, int number) => new(unchecked((seed * 1_000_003) + number));

    public override string ToString() => $"{Target} {Seed} {Number}";
}
