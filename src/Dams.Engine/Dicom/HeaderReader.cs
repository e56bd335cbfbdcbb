using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Dams.Dicom;

/// <summary>Reads the headers of elements and items and tells in which form they stand.</summary>
internal static class HeaderReader
{
    private const int ShortHeader = 8;
    private const int LongHeader = 12;

    /// <exception cref="DamsException">No header stands there.</exception>
    [MethodImpl(HotPath.Options)]
    public static ElementHeader Read(ByteSource source, long position, long limit, ElementForm form)
    {
        var bytes = PeekHeader(source, position, limit, "the header of an element");
        var tag = ReadTag(bytes, form);
        if (tag.Group == ItemTag.Item.Group)
            return new ElementHeader(tag, default, ElementHeader.ItemLength, ReadUInt32(bytes.Slice(4), form));
        if ((form & ElementForm.ImplicitVr) != 0)
            return new ElementHeader(tag, DataDictionary.VrOf(tag), ShortHeader, ReadUInt32(bytes.Slice(4), form));

        var vr = Vr.Of(bytes[4], bytes[5]);
        if (!vr.IsWellFormed)
            throw Errors.MalformedDataset(position, tag, "a value representation");
        if (!vr.HasLongLength)
            return new ElementHeader(tag, vr, ShortHeader, ReadUInt16(bytes.Slice(6), form));
        if (bytes.Length < LongHeader)
            throw Errors.TruncatedElement(position, tag, LongHeader, bytes.Length);
        return new ElementHeader(tag, vr.IsDefined ? vr : Vr.UN, LongHeader, ReadUInt32(bytes.Slice(8), form));
    }

    /// <exception cref="DamsException">No item or delimiter stands there.</exception>
    public static ElementHeader ReadItem(ByteSource source, long position, long limit, ElementForm form)
    {
        var bytes = PeekHeader(source, position, limit, "an item of a sequence");
        var tag = ReadTag(bytes, form);
        if (tag != ItemTag.Item && tag != ItemTag.SequenceDelimitation)
            throw Errors.MalformedDataset(position, tag, "an item of a sequence");
        return new ElementHeader(tag, default, ElementHeader.ItemLength, ReadUInt32(bytes.Slice(4), form));
    }

    /// <summary>Walks over the fragments of encapsulated pixel data (PS3.5 section A.4) to what follows them.</summary>
    /// <exception cref="DamsException">They do not add up.</exception>
    public static long SkipFragments(ByteSource source, long position, long limit)
    {
        while (true)
        {
            var item = ReadItem(source, position, limit, ElementForm.None);
            position += ElementHeader.ItemLength;
            if (item.Tag == ItemTag.SequenceDelimitation)
                return position;
            if (item.HasUndefinedLength || position + item.ValueLength > limit)
                throw Errors.TruncatedElement(position - ElementHeader.ItemLength, item.Tag, item.ValueLength, limit - position);
            position += item.ValueLength;
        }
    }

    /// <summary>
    /// The form of the elements in a dataset or item, told from its first. Some writers put implicit items into an
    /// explicit dataset, or name the wrong transfer syntax.
    /// </summary>
    public static ElementForm DetectForm(ByteSource source, long position, long limit, ElementForm declared)
    {
        var bytes = source.Peek(position, ShortHeader);
        if (bytes.Length < ShortHeader || position + ShortHeader > limit)
            return declared;
        var tag = ReadTag(bytes, declared);
        if (tag.Group == ItemTag.Item.Group)
            return declared;
        var vr = Vr.Of(bytes[4], bytes[5]);
        var implicitLength = ReadUInt32(bytes.Slice(4), declared);
        var fitsImplicit = implicitLength == ElementHeader.Undefined || position + ShortHeader + implicitLength <= limit;
        if ((declared & ElementForm.ImplicitVr) == 0)
            return !vr.IsWellFormed && fitsImplicit ? declared | ElementForm.ImplicitVr : declared;
        return vr.IsDefined && !fitsImplicit ? declared & ~ElementForm.ImplicitVr : declared;
    }

    /// <summary>Whether nothing but zeros stands from a position to the end of the file.</summary>
    public static bool IsZeroToEnd(ByteSource source, long position)
    {
        while (position < source.Length)
        {
            var bytes = source.PeekAvailable(position);
            foreach (var value in bytes)
            {
                if (value != 0)
                    return false;
            }
            position += bytes.Length;
        }
        return true;
    }

    public static Tag ReadTag(ReadOnlySpan<byte> bytes, ElementForm form) =>
        new(ReadUInt16(bytes, form), ReadUInt16(bytes.Slice(2), form));

    private static ReadOnlySpan<byte> PeekHeader(ByteSource source, long position, long limit, string expected)
    {
        var bytes = source.Peek(position, (int)Math.Min(LongHeader, limit - position));
        return bytes.Length >= ShortHeader ? bytes : throw Errors.TruncatedHeader(position, expected);
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, ElementForm form) =>
        (form & ElementForm.BigEndian) != 0
            ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint ReadUInt32(ReadOnlySpan<byte> bytes, ElementForm form) =>
        (form & ElementForm.BigEndian) != 0
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
