using System;
using System.IO.Hashing;
using System.Text;

namespace Dams.Files.Fingerprints;

/// <summary>
/// Tells files apart by their bytes: the 64-bit XXH3 with seed 0. It is many times faster than a cryptographic hash and no
/// secret rests on it.
/// </summary>
internal sealed class Fingerprint
{
    private readonly XxHash3 _hash = new();

    /// <summary>The fingerprint of a text.</summary>
    public static ulong Compute(string text) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text));

    /// <summary>The fingerprint of some bytes.</summary>
    public static ulong Compute(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes);

    /// <summary>Takes in the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    /// <summary>The fingerprint of all that was taken in.</summary>
    public ulong Finish() => _hash.GetCurrentHashAsUInt64();
}
