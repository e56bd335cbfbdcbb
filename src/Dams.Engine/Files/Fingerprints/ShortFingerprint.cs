using System;
using System.Buffers.Binary;
using static Dams.Files.Fingerprints.FingerprintMath;

namespace Dams.Files.Fingerprints;

/// <summary>XXH3 of up to 240 bytes, for which it has other algorithms.</summary>
internal static class ShortFingerprint
{
    public const int MaximumLength = 240;

    private const int MediumLength = 128;

    public static ulong Compute(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => AvalancheOld(Word(Secret, 56) ^ Word(Secret, 64)),
        <= 3 => OfThree(bytes),
        <= 8 => OfEight(bytes),
        <= 16 => OfSixteen(bytes),
        <= MediumLength => OfMedium(bytes),
        _ => OfLong(bytes),
    };

    private static ulong OfThree(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length;
        var word = ((uint)bytes[0] << 16) | ((uint)bytes[length >> 1] << 24) | bytes[length - 1] | ((uint)length << 8);
        return AvalancheOld(word ^ (ShortWord(Secret, 0) ^ ShortWord(Secret, 4)));
    }

    private static ulong OfEight(ReadOnlySpan<byte> bytes)
    {
        const ulong prime = 0x9FB21C651E98DF25;
        var word = ShortWord(bytes, bytes.Length - 4) + (ShortWord(bytes, 0) << 32);
        var hash = word ^ Word(Secret, 8) ^ Word(Secret, 16);
        hash = (hash ^ Rotate(hash, 49) ^ Rotate(hash, 24)) * prime;
        hash = (hash ^ ((hash >> 35) + (ulong)bytes.Length)) * prime;
        return hash ^ (hash >> 28);
    }

    private static ulong OfSixteen(ReadOnlySpan<byte> bytes)
    {
        var low = Word(bytes, 0) ^ Word(Secret, 24) ^ Word(Secret, 32);
        var high = Word(bytes, bytes.Length - 8) ^ Word(Secret, 40) ^ Word(Secret, 48);
        return Avalanche((ulong)bytes.Length + BinaryPrimitives.ReverseEndianness(low) + high + Fold(low, high));
    }

    private static ulong OfMedium(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Prime1;
        for (var i = (bytes.Length - 1) / 32; i >= 0; i--)
            hash += Mix(bytes, 16 * i, 32 * i) + Mix(bytes, bytes.Length - (16 * (i + 1)), (32 * i) + 16);
        return Avalanche(hash);
    }

    private static ulong OfLong(ReadOnlySpan<byte> bytes)
    {
        const int first = 8;
        var hash = (ulong)bytes.Length * Prime1;
        for (var i = 0; i < first; i++)
            hash += Mix(bytes, 16 * i, 16 * i);
        hash = Avalanche(hash);
        for (var i = first; i < bytes.Length / 16; i++)
            hash += Mix(bytes, 16 * i, (16 * (i - first)) + 3);
        return Avalanche(hash + Mix(bytes, bytes.Length - 16, 119));
    }

    private static ulong Mix(ReadOnlySpan<byte> bytes, int offset, int secret) =>
        Fold(Word(bytes, offset) ^ Word(Secret, secret), Word(bytes, offset + 8) ^ Word(Secret, secret + 8));

    private static ulong ShortWord(ReadOnlySpan<byte> bytes, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(offset));

    /// <summary>That of the older 64-bit xxHash.</summary>
    private static ulong AvalancheOld(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
