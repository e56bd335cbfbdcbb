using System;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using static Dams.Files.Fingerprints.FingerprintMath;

#if !NETSTANDARD2_0
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace Dams.Files.Fingerprints;

/// <summary>What XXH3 gathers of many bytes: eight sums, each of every eighth word.</summary>
internal struct FingerprintLanes
{
    /// <summary>Bytes that give one word to each lane.</summary>
    public const int StripeLength = 64;

    private const int StripesInBlock = 16;
    private const int ScrambleSecret = 128, LastSecret = 121, MergeSecret = 11;

    private ulong _a, _b, _c, _d, _e, _f, _g, _h;
    private int _stripe;

    public static FingerprintLanes Start() => new()
    {
        _a = ShortPrime3,
        _b = Prime1,
        _c = Prime2,
        _d = Prime3,
        _e = Prime4,
        _f = ShortPrime2,
        _g = Prime5,
        _h = ShortPrime1,
    };

    /// <summary>Takes in whole stripes.</summary>
    [MethodImpl(HotPath.Options)]
    public void Consume(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length / StripeLength, StripesInBlock - _stripe);
            Add(bytes.Slice(0, count * StripeLength), Secret.Slice(8 * _stripe));
            bytes = bytes.Slice(count * StripeLength);
            _stripe += count;
            if (_stripe == StripesInBlock)
            {
                Scramble();
                _stripe = 0;
            }
        }
    }

    /// <summary>The hash, when the last 64 bytes of all were taken in as well.</summary>
    /// <param name="length">Bytes in all.</param>
    public ulong Finish(ReadOnlySpan<byte> last, ulong length)
    {
        Add(last, Secret.Slice(LastSecret));
        var secret = Secret.Slice(MergeSecret);
        return Avalanche((length * Prime1)
            + Fold(_a ^ Word(secret, 0), _b ^ Word(secret, 8))
            + Fold(_c ^ Word(secret, 16), _d ^ Word(secret, 24))
            + Fold(_e ^ Word(secret, 32), _f ^ Word(secret, 40))
            + Fold(_g ^ Word(secret, 48), _h ^ Word(secret, 56)));
    }

    /// <summary>Adds stripes, for each of which the secret starts one word later.</summary>
    [MethodImpl(HotPath.Options)]
    private void Add(ReadOnlySpan<byte> stripes, ReadOnlySpan<byte> secret)
    {
#if !NETSTANDARD2_0
        if (Avx2.IsSupported)
        {
            AddVectors(stripes, secret);
            return;
        }
#endif
        for (; !stripes.IsEmpty; stripes = stripes.Slice(StripeLength), secret = secret.Slice(8))
        {
            AddPair(ref _a, ref _b, stripes, secret, 0);
            AddPair(ref _c, ref _d, stripes, secret, 16);
            AddPair(ref _e, ref _f, stripes, secret, 32);
            AddPair(ref _g, ref _h, stripes, secret, 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(ref ulong one, ref ulong other, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> secret, int offset)
    {
        ulong first = Word(bytes, offset), second = Word(bytes, offset + 8);
        one += second + Product(first ^ Word(secret, offset));
        other += first + Product(second ^ Word(secret, offset + 8));
    }

    private static ulong Product(ulong word) => (uint)word * (word >> 32);

#if !NETSTANDARD2_0
    [MethodImpl(HotPath.Options)]
    private void AddVectors(ReadOnlySpan<byte> stripes, ReadOnlySpan<byte> secret)
    {
        var low = Vector256.Create(_a, _b, _c, _d);
        var high = Vector256.Create(_e, _f, _g, _h);
        for (; !stripes.IsEmpty; stripes = stripes.Slice(StripeLength), secret = secret.Slice(8))
        {
            low += Sums(Vector256.Create(stripes.Slice(0, 32)), Vector256.Create(secret.Slice(0, 32)));
            high += Sums(Vector256.Create(stripes.Slice(32, 32)), Vector256.Create(secret.Slice(32, 32)));
        }
        (_a, _b, _c, _d) = (low[0], low[1], low[2], low[3]);
        (_e, _f, _g, _h) = (high[0], high[1], high[2], high[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Sums(Vector256<byte> bytes, Vector256<byte> secret)
    {
        var mixed = (bytes ^ secret).AsUInt64();
        return Avx2.Multiply(mixed.AsUInt32(), (mixed >>> 32).AsUInt32())
            + Vector256.Shuffle(bytes.AsUInt64(), Vector256.Create(1UL, 0, 3, 2));
    }
#endif

    private void Scramble()
    {
        var secret = Secret.Slice(ScrambleSecret);
        Scramble(ref _a, Word(secret, 0));
        Scramble(ref _b, Word(secret, 8));
        Scramble(ref _c, Word(secret, 16));
        Scramble(ref _d, Word(secret, 24));
        Scramble(ref _e, Word(secret, 32));
        Scramble(ref _f, Word(secret, 40));
        Scramble(ref _g, Word(secret, 48));
        Scramble(ref _h, Word(secret, 56));
    }

    private static void Scramble(ref ulong lane, ulong secret) => lane = (lane ^ (lane >> 47) ^ secret) * ShortPrime1;
}
