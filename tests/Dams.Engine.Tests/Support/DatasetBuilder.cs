using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;
using Dams.Dicom.Dictionary;

namespace Dams.Tests.Support;

/// <summary>
/// Writes elements as a test says, right or wrong, with code of its own: what the engine encodes is not judged by itself.
/// </summary>
public sealed class DatasetBuilder
{
    private readonly MemoryStream _bytes = new();
    private readonly bool _isExplicit;
    private readonly bool _isBigEndian;

    public DatasetBuilder(bool isExplicit, bool isBigEndian)
    {
        _isExplicit = isExplicit;
        _isBigEndian = isBigEndian;
    }

    /// <summary>The tag that a keyword or a tag in hexadecimal names.</summary>
    public static Tag TagOf(string attribute) =>
        DataDictionary.TryFind(attribute, out var tag) ? tag : throw new ArgumentException($"{attribute} names no attribute.");

    /// <summary>The bytes written so far.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>Bytes written so far.</summary>
    public int Length => (int)_bytes.Length;

    /// <summary>An element of characters: a keyword or tag, its value in Latin-1, padded to even length.</summary>
    public DatasetBuilder Text(string attribute, string value, string? vr = null) =>
        Bytes(attribute, Encoding.Latin1.GetBytes(value), vr);

    /// <summary>An element of 16-bit numbers.</summary>
    public DatasetBuilder Numbers(string attribute, params ushort[] values)
    {
        var bytes = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++)
            PutUInt16(bytes.AsSpan(2 * i), values[i]);
        return Bytes(attribute, bytes);
    }

    /// <summary>An element of 32-bit numbers.</summary>
    public DatasetBuilder LongNumbers(string attribute, params uint[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
        {
            if (_isBigEndian)
                BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), values[i]);
            else
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), values[i]);
        }
        return Bytes(attribute, bytes);
    }

    /// <summary>An element with any value, padded to even length.</summary>
    public DatasetBuilder Bytes(string attribute, byte[] value, string? vr = null)
    {
        var tag = TagOf(attribute);
        var kind = vr is null ? DataDictionary.VrOf(tag) : Vr.Parse(vr);
        var isOdd = value.Length % 2 != 0;
        Header(tag, kind, (uint)(value.Length + (isOdd ? 1 : 0)));
        Raw(value);
        if (isOdd)
            Raw((byte)(kind.IsText && kind != Vr.UI ? ' ' : 0));
        return this;
    }

    /// <summary>An element with a value of exactly these bytes, odd or not.</summary>
    public DatasetBuilder Unpadded(string attribute, byte[] value, string? vr = null)
    {
        var tag = TagOf(attribute);
        Header(tag, vr is null ? DataDictionary.VrOf(tag) : Vr.Parse(vr), (uint)value.Length);
        return Raw(value);
    }

    /// <summary>A sequence, each item of which an action writes.</summary>
    public DatasetBuilder Sequence(string attribute, params Action<DatasetBuilder>[] items) =>
        Sequence(attribute, "SQ", isUndefined: false, items);

    /// <summary>A sequence with undefined lengths, its own and those of its items.</summary>
    public DatasetBuilder UndefinedSequence(string attribute, params Action<DatasetBuilder>[] items) =>
        Sequence(attribute, "SQ", isUndefined: true, items);

    /// <summary>A sequence with a value representation of the test's choice.</summary>
    public DatasetBuilder Sequence(string attribute, string vr, bool isUndefined, params Action<DatasetBuilder>[] items)
    {
        // PS3.5 section 6.2.2: what is unknown is implicit little endian inside.
        var content = new DatasetBuilder(_isExplicit && vr != "UN", _isBigEndian && vr != "UN");
        foreach (var item in items)
        {
            var inner = new DatasetBuilder(content._isExplicit, content._isBigEndian);
            item(inner);
            content.ItemHeader(0xE000, isUndefined ? 0xFFFFFFFF : (uint)inner.Length).Raw(inner.ToArray());
            if (isUndefined)
                content.ItemHeader(0xE00D, 0);
        }
        Header(TagOf(attribute), Vr.Parse(vr), isUndefined ? 0xFFFFFFFF : (uint)content.Length);
        Raw(content.ToArray());
        return isUndefined ? content.CopyDelimiterTo(this) : this;
    }

    /// <summary>Encapsulated pixel data: an empty offset table and these fragments.</summary>
    public DatasetBuilder Fragments(params byte[][] fragments)
    {
        Header(KnownTag.PixelData, Vr.OB, 0xFFFFFFFF);
        ItemHeader(0xE000, 0);
        foreach (var fragment in fragments)
            ItemHeader(0xE000, (uint)fragment.Length).Raw(fragment);
        return ItemHeader(0xE0DD, 0);
    }

    /// <summary>The header of an element alone.</summary>
    public DatasetBuilder Header(string attribute, string vr, uint length)
    {
        Header(TagOf(attribute), Vr.Parse(vr), length);
        return this;
    }

    /// <summary>An item or delimiter: its element number and length.</summary>
    public DatasetBuilder ItemHeader(ushort element, uint length)
    {
        WriteUInt16(0xFFFE);
        WriteUInt16(element);
        WriteUInt32(length);
        return this;
    }

    /// <summary>Bytes as they are.</summary>
    public DatasetBuilder Raw(params byte[] bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    private DatasetBuilder CopyDelimiterTo(DatasetBuilder target)
    {
        var delimiter = new DatasetBuilder(_isExplicit, _isBigEndian).ItemHeader(0xE0DD, 0);
        return target.Raw(delimiter.ToArray());
    }

    private void Header(Tag tag, Vr vr, uint length)
    {
        WriteUInt16(tag.Group);
        WriteUInt16(tag.Element);
        if (_isExplicit)
            Raw(Encoding.ASCII.GetBytes(vr.ToString()));
        if (_isExplicit && vr.ToString() is "OB" or "OD" or "OF" or "OL" or "OV" or "OW" or "SQ" or "SV" or "UC" or "UN" or "UR" or "UT" or "UV")
            Raw(0, 0);
        else if (_isExplicit)
        {
            WriteUInt16((ushort)length);
            return;
        }
        WriteUInt32(length);
    }

    private void WriteUInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        PutUInt16(bytes, value);
        _bytes.Write(bytes);
    }

    private void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (_isBigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    private void PutUInt16(Span<byte> target, ushort value)
    {
        if (_isBigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(target, value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(target, value);
    }
}
