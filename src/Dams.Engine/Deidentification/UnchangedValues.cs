using System;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;

namespace Dams.Deidentification;

/// <summary>
/// The values of one patient in which nothing was found to take out, as the bytes that stand in the files: the same ones come in
/// every slice, and need not be decoded again.
/// </summary>
/// <remarks>Not safe for use by several threads. Memory: some thousand short values.</remarks>
internal sealed class UnchangedValues
{
    private const int FewestSlots = 1 << 8, MostSlots = 1 << 13;
    private const byte Escape = 0x1B;

    /// <summary>The most bytes of a value.</summary>
    public const int LongestRemembered = 256;

    private Value[] _slots = [];
    private int _count;

    private readonly record struct Value(byte[]? Bytes, Vr Vr, TextTreatment Treatment);

    /// <summary>The bytes of a value; none of one that is too long to be remembered.</summary>
    public static ReadOnlySpan<byte> FindBytes(ByteSource source, in Element element) =>
        element.ValueLength <= LongestRemembered ? source.Peek(element.ValueOffset, (int)element.ValueLength) : [];

    /// <summary>Whether a value was found to be one.</summary>
    /// <param name="vr">The value representation by which it is read.</param>
    [MethodImpl(HotPath.Options)]
    public bool Contains(ReadOnlySpan<byte> bytes, Vr vr, TextTreatment treatment) =>
        _count > 0 && !bytes.IsEmpty && _slots[SlotOf(bytes, vr, treatment)].Bytes is not null;

    /// <summary>Remembers a value, where its bytes mean the same characters in every character set.</summary>
    public void Add(ReadOnlySpan<byte> bytes, Vr vr, TextTreatment treatment)
    {
        if (bytes.IsEmpty || bytes.Length > LongestRemembered || !IsAscii(bytes))
            return;
        if (_count >= _slots.Length / 2)
            MakeRoom();
        _slots[SlotOf(bytes, vr, treatment)] = new Value(bytes.ToArray(), vr, treatment);
        _count++;
    }

    /// <summary>Doubles the slots; where there are as many as there may be, all is forgotten.</summary>
    private void MakeRoom()
    {
        var old = _slots;
        _slots = new Value[Math.Min(Math.Max(FewestSlots, old.Length * 2), MostSlots)];
        if (old.Length == MostSlots)
        {
            _count = 0;
            return;
        }
        foreach (var value in old)
        {
            if (value.Bytes is not null)
                _slots[SlotOf(value.Bytes, value.Vr, value.Treatment)] = value;
        }
    }

    /// <summary>Where a value is, or the empty place where it belongs (open addressing with linear probing).</summary>
    private int SlotOf(ReadOnlySpan<byte> bytes, Vr vr, TextTreatment treatment)
    {
        var slot = (int)Fingerprint.Compute(bytes) & (_slots.Length - 1);
        while (_slots[slot] is { Bytes: { } other } value && !(value.Vr == vr && value.Treatment == treatment && bytes.SequenceEqual(other)))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is Escape or >= 0x80)
                return false;
        }
        return true;
    }
}
