using System;
using System.Text;

namespace Dams.Files.Fingerprints;

/// <summary>
/// Tells files apart by their bytes: the 64-bit XXH3 with seed 0. It is many times faster than a cryptographic hash and no
/// secret rests on it.
/// </summary>
internal sealed class Fingerprint
{
    private const int StripeLength = FingerprintLanes.StripeLength;

    // The bytes that were read last. After the pending bytes the last stripe before them stays, where that was consumed.
    private readonly byte[] _buffer = new byte[256];
    private FingerprintLanes _lanes = FingerprintLanes.Start();
    private int _pending;
    private ulong _length;

    /// <summary>The fingerprint of a text.</summary>
    public static ulong Compute(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= ShortFingerprint.MaximumLength)
            return ShortFingerprint.Compute(bytes);
        var fingerprint = new Fingerprint();
        fingerprint.Append(bytes);
        return fingerprint.Finish();
    }

    /// <summary>Takes in the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        if (_pending + bytes.Length > _buffer.Length)
        {
            if (_pending > 0)
            {
                var taken = _buffer.Length - _pending;
                bytes.Slice(0, taken).CopyTo(_buffer.AsSpan(_pending));
                bytes = bytes.Slice(taken);
                _lanes.Consume(_buffer);
                _pending = 0;
            }
            // The last stripe is taken in at the end, and differently.
            var whole = (bytes.Length - 1) / StripeLength * StripeLength;
            if (whole > 0)
            {
                _lanes.Consume(bytes.Slice(0, whole));
                bytes.Slice(whole - StripeLength, StripeLength).CopyTo(_buffer.AsSpan(_buffer.Length - StripeLength));
                bytes = bytes.Slice(whole);
            }
        }
        bytes.CopyTo(_buffer.AsSpan(_pending));
        _pending += bytes.Length;
    }

    /// <summary>The fingerprint of all that was taken in.</summary>
    public ulong Finish()
    {
        var pending = _buffer.AsSpan(0, _pending);
        if (_length <= ShortFingerprint.MaximumLength)
            return ShortFingerprint.Compute(pending);
        var lanes = _lanes;
        if (_pending >= StripeLength)
        {
            lanes.Consume(pending.Slice(0, (_pending - 1) / StripeLength * StripeLength));
            return lanes.Finish(pending.Slice(_pending - StripeLength), _length);
        }
        Span<byte> last = stackalloc byte[StripeLength];
        _buffer.AsSpan(_buffer.Length - StripeLength + _pending).CopyTo(last);
        pending.CopyTo(last.Slice(StripeLength - _pending));
        return lanes.Finish(last, _length);
    }
}
