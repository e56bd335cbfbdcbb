using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;

namespace Dams.Dicom.Rewriting;

/// <summary>Encodes data elements into memory (PS3.5 section 7), sequences and items with defined lengths.</summary>
internal sealed class ElementBuffer
{
    private byte[] _bytes = new byte[1024];
    private readonly Stack<int> _open = new();

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Writes an element with a value that its value representation allows, padded to even length.</summary>
    /// <exception cref="DamsException">The value is too long for its length field.</exception>
    public void Write(ElementForm form, Tag tag, Vr vr, ReadOnlySpan<byte> value)
    {
        WriteTag(form, tag);
        if ((form & ElementForm.ImplicitVr) == 0)
        {
            Append([(byte)(vr.Code >> 8), (byte)vr.Code]);
            if (vr.HasLongLength)
                Append([0, 0]);
        }
        var isShort = (form & ElementForm.ImplicitVr) == 0 && !vr.HasLongLength;
        WriteValue(form, tag, isShort, vr.Padding, value);
    }

    /// <summary>Writes an element of characters of the default repertoire.</summary>
    public void Write(ElementForm form, Tag tag, Vr vr, string value) =>
        Write(form, tag, vr, Encodings.Ascii.GetBytes(value));

    /// <summary>Writes a length field and after it the value with its padding.</summary>
    public void WriteValue(ElementForm form, Tag tag, bool isShortLength, byte padding, ReadOnlySpan<byte> value)
    {
        var length = value.Length + (value.Length & 1);
        if (isShortLength && length > ushort.MaxValue)
            throw DicomErrors.ValueTooLong(tag, length, ushort.MaxValue - 1);
        if (isShortLength)
            WriteUInt16(form, (ushort)length);
        else
            WriteUInt32(form, (uint)length);
        Append(value);
        if (length != value.Length)
            Append([padding]);
    }

    /// <summary>Starts a sequence; <see cref="End"/> ends it.</summary>
    public void BeginSequence(ElementForm form, Tag tag)
    {
        Write(form, tag, Vr.SQ, []);
        _open.Push(Length);
    }

    /// <summary>Starts an item of the sequence that was started last; <see cref="End"/> ends it.</summary>
    public void BeginItem(ElementForm form)
    {
        WriteTag(form, ItemTag.Item);
        WriteUInt32(form, 0);
        _open.Push(Length);
    }

    /// <summary>Ends the sequence or item that was started last.</summary>
    public void End(ElementForm form)
    {
        var start = _open.Pop();
        PutUInt32(_bytes.AsSpan(start - sizeof(uint)), form, (uint)(Length - start));
    }

    public void WriteUInt16(ElementForm form, ushort value)
    {
        var target = Reserve(sizeof(ushort));
        if ((form & ElementForm.BigEndian) != 0)
            BinaryPrimitives.WriteUInt16BigEndian(target, value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(target, value);
    }

    public void WriteUInt32(ElementForm form, uint value) => PutUInt32(Reserve(sizeof(uint)), form, value);

    private void WriteTag(ElementForm form, Tag tag)
    {
        WriteUInt16(form, tag.Group);
        WriteUInt16(form, tag.Element);
    }

    private static void PutUInt32(Span<byte> target, ElementForm form, uint value)
    {
        if ((form & ElementForm.BigEndian) != 0)
            BinaryPrimitives.WriteUInt32BigEndian(target, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(target, value);
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
