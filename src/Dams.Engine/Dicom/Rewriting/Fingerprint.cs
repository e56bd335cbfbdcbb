using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Dams.Dicom.Rewriting;

/// <summary>
/// Tells files apart by their bytes: the 64-bit xxHash with seed 0. It is several times faster than a cryptographic
/// hash and no secret rests on it.
/// </summary>
internal sealed class Fingerprint
{
    private const ulong Prime1 = 11400714785074694791, Prime2 = 14029467366897019727, Prime3 = 1609587929392839161,
        Prime4 = 9650029242287828579, Prime5 = 2870177450012600261;

    private const int StripeLength = 32;

    private readonly byte[] _pending = new byte[StripeLength];
    private ulong _a = unchecked(Prime1 + Prime2), _b = Prime2, _c, _d = unchecked(0 - Prime1);
    private int _pendingCount;
    private ulong _length;

    /// <summary>The fingerprint of a text.</summary>
    public static ulong Of(string text)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Append(Encoding.UTF8.GetBytes(text));
        return fingerprint.Finish();
    }

    /// <summary>Takes in the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        if (_pendingCount > 0)
        {
            var taken = Math.Min(StripeLength - _pendingCount, bytes.Length);
            bytes.Slice(0, taken).CopyTo(_pending.AsSpan(_pendingCount));
            _pendingCount += taken;
            bytes = bytes.Slice(taken);
            if (_pendingCount < StripeLength)
                return;
            AppendStripes(_pending);
        }
        var whole = bytes.Length - (bytes.Length % StripeLength);
        AppendStripes(bytes.Slice(0, whole));
        bytes.Slice(whole).CopyTo(_pending);
        _pendingCount = bytes.Length - whole;
    }

    /// <summary>The fingerprint of all that was taken in.</summary>
    public ulong Finish()
    {
        var hash = _length >= StripeLength
            ? Merge(Merge(Merge(Merge(
                Rotate(_a, 1) + Rotate(_b, 7) + Rotate(_c, 12) + Rotate(_d, 18), _a), _b), _c), _d)
            : Prime5;
        hash += _length;
        var rest = _pending.AsSpan(0, _pendingCount);
        for (; rest.Length >= 8; rest = rest.Slice(8))
            hash = Rotate(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1 + Prime4;
        for (; rest.Length >= 4; rest = rest.Slice(4))
            hash = Rotate(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2 + Prime3;
        foreach (var value in rest)
            hash = Rotate(hash ^ (value * Prime5), 11) * Prime1;
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(HotPath.Options)]
    private void AppendStripes(ReadOnlySpan<byte> bytes)
    {
        var (a, b, c, d) = (_a, _b, _c, _d);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        for (var i = 0; i + 3 < words.Length; i += 4)
        {
            a = Round(a, LittleEndian(words[i]));
            b = Round(b, LittleEndian(words[i + 1]));
            c = Round(c, LittleEndian(words[i + 2]));
            d = Round(d, LittleEndian(words[i + 3]));
        }
        (_a, _b, _c, _d) = (a, b, c, d);
    }

    private static ulong LittleEndian(ulong word) =>
        BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong lane, ulong word) => Rotate(lane + (word * Prime2), 31) * Prime1;

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Rotate(ulong value, int count) => (value << count) | (value >> (64 - count));
}
