#if NETSTANDARD2_0
using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>
/// The 64-bit XXH3 with seed 0 (the specification of xxHash, chapter XXH3), as the package of this name has it for newer .NET:
/// Windows PowerShell loads all modules into one context, so that the fewer libraries come along the better.
/// </summary>
internal sealed class XxHash3
{
    private const ulong Prime1 = 0x9E3779B185EBCA87, Prime2 = 0xC2B2AE3D27D4EB4F, Prime3 = 0x165667B19E3779F9,
        Prime4 = 0x85EBCA77C2B2AE63, Prime5 = 0x27D4EB2F165667C5;

    private const ulong ShortPrime1 = 0x9E3779B1, ShortPrime2 = 0x85EBCA77, ShortPrime3 = 0xC2B2AE3D;

    private const int LaneCount = 8, StripeLength = 64, BlockLength = 1024, MediumLength = 128, LongLength = 240;

    private readonly ulong[] _lanes = [ShortPrime3, Prime1, Prime2, Prime3, Prime4, ShortPrime2, Prime5, ShortPrime1];

    // The last stripe before the block that is being filled, then that block.
    private readonly byte[] _buffer = new byte[StripeLength + BlockLength];
    private int _pending;
    private ulong _length;

    /// <summary>The default secret, which is public.</summary>
    private static ReadOnlySpan<byte> Secret =>
    [
        0xB8, 0xFE, 0x6C, 0x39, 0x23, 0xA4, 0x4B, 0xBE, 0x7C, 0x01, 0x81, 0x2C, 0xF7, 0x21, 0xAD, 0x1C,
        0xDE, 0xD4, 0x6D, 0xE9, 0x83, 0x90, 0x97, 0xDB, 0x72, 0x40, 0xA4, 0xA4, 0xB7, 0xB3, 0x67, 0x1F,
        0xCB, 0x79, 0xE6, 0x4E, 0xCC, 0xC0, 0xE5, 0x78, 0x82, 0x5A, 0xD0, 0x7D, 0xCC, 0xFF, 0x72, 0x21,
        0xB8, 0x08, 0x46, 0x74, 0xF7, 0x43, 0x24, 0x8E, 0xE0, 0x35, 0x90, 0xE6, 0x81, 0x3A, 0x26, 0x4C,
        0x3C, 0x28, 0x52, 0xBB, 0x91, 0xC3, 0x00, 0xCB, 0x88, 0xD0, 0x65, 0x8B, 0x1B, 0x53, 0x2E, 0xA3,
        0x71, 0x64, 0x48, 0x97, 0xA2, 0x0D, 0xF9, 0x4E, 0x38, 0x19, 0xEF, 0x46, 0xA9, 0xDE, 0xAC, 0xD8,
        0xA8, 0xFA, 0x76, 0x3F, 0xE3, 0x9C, 0x34, 0x3F, 0xF9, 0xDC, 0xBB, 0xC7, 0xC7, 0x0B, 0x4F, 0x1D,
        0x8A, 0x51, 0xE0, 0x4B, 0xCD, 0xB4, 0x59, 0x31, 0xC8, 0x9F, 0x7E, 0xC9, 0xD9, 0x78, 0x73, 0x64,
        0xEA, 0xC5, 0xAC, 0x83, 0x34, 0xD3, 0xEB, 0xC3, 0xC5, 0x81, 0xA0, 0xFF, 0xFA, 0x13, 0x63, 0xEB,
        0x17, 0x0D, 0xDD, 0x51, 0xB7, 0xF0, 0xDA, 0x49, 0xD3, 0x16, 0x55, 0x26, 0x29, 0xD4, 0x68, 0x9E,
        0x2B, 0x16, 0xBE, 0x58, 0x7D, 0x47, 0xA1, 0xFC, 0x8F, 0xF8, 0xB8, 0xD1, 0x7A, 0xD0, 0x31, 0xCE,
        0x45, 0xCB, 0x3A, 0x8F, 0x95, 0x16, 0x04, 0x28, 0xAF, 0xD7, 0xFB, 0xCA, 0xBB, 0x4B, 0x40, 0x7E,
    ];

    public static ulong HashToUInt64(ReadOnlySpan<byte> source)
    {
        if (source.Length <= LongLength)
            return OfShort(source);
        var hash = new XxHash3();
        hash.Append(source);
        return hash.GetCurrentHashAsUInt64();
    }

    public void Append(ReadOnlySpan<byte> source)
    {
        _length += (ulong)source.Length;
        while (!source.IsEmpty)
        {
            // What ends a block is known when more comes: the last stripe of all is taken in differently.
            if (_pending == BlockLength)
            {
                Add(_lanes, _buffer.AsSpan(StripeLength), BlockLength / StripeLength, Secret);
                Scramble();
                _buffer.AsSpan(BlockLength).CopyTo(_buffer);
                _pending = 0;
            }
            var count = Math.Min(source.Length, BlockLength - _pending);
            source.Slice(0, count).CopyTo(_buffer.AsSpan(StripeLength + _pending));
            source = source.Slice(count);
            _pending += count;
        }
    }

    public ulong GetCurrentHashAsUInt64()
    {
        if (_length <= LongLength)
            return OfShort(_buffer.AsSpan(StripeLength, _pending));
        Span<ulong> lanes = stackalloc ulong[LaneCount];
        _lanes.CopyTo(lanes);
        Add(lanes, _buffer.AsSpan(StripeLength), (_pending - 1) / StripeLength, Secret);
        Add(lanes, _buffer.AsSpan(_pending), 1, Secret.Slice(121));
        var hash = _length * Prime1;
        for (var i = 0; i < LaneCount; i += 2)
            hash += Fold(lanes[i] ^ Word(Secret, 11 + (8 * i)), lanes[i + 1] ^ Word(Secret, 19 + (8 * i)));
        return Avalanche(hash);
    }

    /// <summary>Adds stripes, for each of which the secret starts one word later.</summary>
    private static void Add(Span<ulong> lanes, ReadOnlySpan<byte> bytes, int stripes, ReadOnlySpan<byte> secret)
    {
        for (var i = 0; i < LaneCount; i += 2)
        {
            ulong one = lanes[i], other = lanes[i + 1];
            for (var stripe = 0; stripe < stripes; stripe++)
            {
                ulong first = Word(bytes, (StripeLength * stripe) + (8 * i)), second = Word(bytes, (StripeLength * stripe) + (8 * i) + 8);
                one += second + Product(first ^ Word(secret, 8 * (stripe + i)));
                other += first + Product(second ^ Word(secret, 8 * (stripe + i + 1)));
            }
            (lanes[i], lanes[i + 1]) = (one, other);
        }
    }

    private void Scramble()
    {
        for (var i = 0; i < LaneCount; i++)
            _lanes[i] = (_lanes[i] ^ (_lanes[i] >> 47) ^ Word(Secret, 128 + (8 * i))) * ShortPrime1;
    }

    private static ulong OfShort(ReadOnlySpan<byte> bytes) => bytes.Length switch
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

    private static ulong Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Slice(offset));

    private static ulong ShortWord(ReadOnlySpan<byte> bytes, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(offset));

    private static ulong Product(ulong word) => (uint)word * (word >> 32);

    /// <summary>The 128-bit product, its halves put together.</summary>
    private static ulong Fold(ulong one, ulong other)
    {
        ulong oneLow = (uint)one, oneHigh = one >> 32, otherLow = (uint)other, otherHigh = other >> 32;
        var low = oneLow * otherLow;
        var cross = (oneHigh * otherLow) + (low >> 32);
        var middle = (oneLow * otherHigh) + (uint)cross;
        return ((middle << 32) | (uint)low) ^ ((oneHigh * otherHigh) + (cross >> 32) + (middle >> 32));
    }

    private static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 37)) * 0x165667919E3779F9;
        return hash ^ (hash >> 32);
    }

    /// <summary>That of the older 64-bit xxHash.</summary>
    private static ulong AvalancheOld(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    private static ulong Rotate(ulong value, int count) => (value << count) | (value >> (64 - count));
}
#endif
