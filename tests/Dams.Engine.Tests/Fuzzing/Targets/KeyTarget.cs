using System;
using Dams.Tests.Fuzzing.Mutants;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Key files.</summary>
internal sealed class KeyTarget() : TextTarget("key", "protection.key")
{
    private static readonly BytesMutator Mutator = new("\n", "key");

    public override byte[] Make(Random random, int number) =>
        random.Next(3) == 0 ? random.Bytes(random.Pick(0, 1, 31, 32, 33, 64, 100_000)) : Mutator.Mutate(TestKey.Bytes, random);

    protected override string? Read(string path)
    {
        ProtectionKey.Read(path);
        return null;
    }
}
