using System;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Choices that mutators make.</summary>
internal static class RandomChoices
{
    public static T Pick<T>(this Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    public static byte[] Bytes(this Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
