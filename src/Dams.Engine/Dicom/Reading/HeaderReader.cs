using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;

namespace Dams.Dicom.Reading;

/// <summary>Reads the headers of elements and items, and finds out how they are encoded.</summary>
internal static class HeaderReader
{
    private const int ShortHeader = 8;
    private const int LongHeader = 12;

    /// <summary>Reads a header that is written as the standard asks for.</summary>
    /// <returns>False where its value representation is none, or its length may be of the other size.</returns>
    /// <exception cref="DamsException">The bytes end inside the header.</exception>
    [MethodImpl(HotPath.Options)]
    public static bool TryRead(ByteSource source, long position, long limit, ElementForm form, out ElementHeader header)
    {
        var bytes = PeekHeader(source, position, limit, "the header of an element");
        var tag = ReadTag(bytes, form);
        if (tag.Group == ItemTag.Item.Group)
        {
            header = new ElementHeader(tag, default, ElementHeader.ItemLength, ReadUInt32(bytes.Slice(4), form));
            return true;
        }
        if ((form & ElementForm.ImplicitVr) != 0)
        {
            header = new ElementHeader(tag, DataDictionary.VrOf(tag), ShortHeader, ReadUInt32(bytes.Slice(4), form));
            return true;
        }
        var vr = Vr.FromBytes(bytes[4], bytes[5]);
        if (vr.IsWellFormed && !vr.HasLongLength)
        {
            header = new ElementHeader(tag, vr, ShortHeader, ReadUInt16(bytes.Slice(6), form));
            return true;
        }
        header = new ElementHeader(tag, vr, 0, 0);
        if (!vr.IsWellFormed || bytes[6] != 0 || bytes[7] != 0)
            return false;
        if (bytes.Length < LongHeader)
            throw DicomErrors.TruncatedElement(position, tag, LongHeader, bytes.Length, isAtEnd: limit >= source.Length);
        header = new ElementHeader(tag, vr.IsDefined ? vr : Vr.UN, LongHeader, ReadUInt32(bytes.Slice(8), form));
        return true;
    }

    /// <summary>Reads an explicit header with a length of a size that its value representation does not have.</summary>
    /// <returns>False where the bytes end before it.</returns>
    public static bool TryReadAs(
        ByteSource source, long position, long limit, ElementForm form, Vr vr, bool isLong, out ElementHeader header)
    {
        var bytes = source.Peek(position, (int)Math.Min(LongHeader, limit - position));
        header = default;
        if (bytes.Length < (isLong ? LongHeader : ShortHeader))
            return false;
        header = isLong
            ? new ElementHeader(ReadTag(bytes, form), vr, LongHeader, ReadUInt32(bytes.Slice(8), form))
            : new ElementHeader(ReadTag(bytes, form), vr, ShortHeader, ReadUInt16(bytes.Slice(6), form));
        return true;
    }

    /// <summary>Whether an element, an item or a delimiter stands at a place, judged by its first eight bytes.</summary>
    public static bool IsPlausible(ByteSource source, long position, long limit, ElementForm form)
    {
        var bytes = source.Peek(position, (int)Math.Max(0, Math.Min(ShortHeader, limit - position)));
        if (bytes.Length < ShortHeader)
            return false;
        var tag = ReadTag(bytes, form);
        return tag.Group == ItemTag.Item.Group || Vr.FromBytes(bytes[4], bytes[5]).IsDefined || IsPlaceholderVr(bytes, tag) || (!tag.IsPrivate && MayLackVr(tag));
    }

    /// <exception cref="DamsException">No item or delimiter stands there.</exception>
    public static ElementHeader ReadItem(ByteSource source, long position, long limit, ElementForm form)
    {
        var header = ReadDelimiter(source, position, limit, form);
        if (header.Tag != ItemTag.Item && header.Tag != ItemTag.SequenceDelimitation)
            throw DicomErrors.MalformedDataset(position, header.Tag, "an item of a sequence");
        return header;
    }

    /// <summary>Reads what stands between items: its tag may be any.</summary>
    /// <exception cref="DamsException">The bytes end there.</exception>
    public static ElementHeader ReadDelimiter(ByteSource source, long position, long limit, ElementForm form)
    {
        var bytes = PeekHeader(source, position, limit, "an item of a sequence");
        return new ElementHeader(ReadTag(bytes, form), default, ElementHeader.ItemLength, ReadUInt32(bytes.Slice(4), form));
    }

    /// <summary>Walks over the fragments of encapsulated pixel data (PS3.5 section A.4) to what follows them.</summary>
    /// <param name="count">How many there are, with the offset table.</param>
    /// <param name="isDelimited">Whether a delimiter stands after them; some writers end the file without one.</param>
    /// <exception cref="DamsException">A fragment does not fit into the file.</exception>
    public static long SkipFragments(ByteSource source, long position, long limit, out bool isDelimited, out int count)
    {
        for (count = 0; ; count++)
        {
            isDelimited = position < limit || count == 0;
            if (!isDelimited)
                return position;
            var item = ReadItem(source, position, limit, ElementForm.None);
            position += ElementHeader.ItemLength;
            if (item.Tag == ItemTag.SequenceDelimitation)
                return position;
            if (item.HasUndefinedLength || position + item.ValueLength > limit)
            {
                throw DicomErrors.TruncatedElement(
                    position - ElementHeader.ItemLength, item.Tag, item.ValueLength, limit - position, isAtEnd: limit >= source.Length);
            }
            position += item.ValueLength;
        }
    }

    /// <summary>
    /// The form of the elements in a dataset or item, detected from its first. Some writers put implicit items into an
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
        var vr = Vr.FromBytes(bytes[4], bytes[5]);
        var implicitLength = ReadUInt32(bytes.Slice(4), declared);
        var fitsImplicit = implicitLength == ElementHeader.Undefined || position + ShortHeader + implicitLength <= limit;
        if ((declared & ElementForm.ImplicitVr) == 0)
        {
            return vr.IsWellFormed || !fitsImplicit || IsExplicitWithoutVr(source, position, limit, declared)
                ? declared
                : declared | ElementForm.ImplicitVr;
        }
        return vr.IsDefined && !fitsImplicit ? declared & ~ElementForm.ImplicitVr : declared;
    }

    /// <summary>Whether an explicit element without a value representation stands there: an element with one follows it.</summary>
    private static bool IsExplicitWithoutVr(ByteSource source, long position, long limit, ElementForm form)
    {
        var bytes = source.Peek(position, ShortHeader);
        if (!IsPlaceholderVr(bytes, ReadTag(bytes, form)))
            return false;
        var next = position + ShortHeader + ReadUInt16(bytes.Slice(6), form);
        bytes = source.Peek(next, (int)Math.Max(0, Math.Min(ShortHeader, limit - next)));
        return bytes.Length == ShortHeader && Vr.FromBytes(bytes[4], bytes[5]).IsDefined;
    }

    /// <summary>Whether what some writers put in place of a value representation stands in a header: zeros, spaces, "??".</summary>
    private static bool IsPlaceholderVr(ReadOnlySpan<byte> header, Tag tag) =>
        header[4] == header[5] && header[4] is 0 or (byte)' ' or (byte)'?' && MayLackVr(tag);

    /// <summary>Whether an element is accepted without a value representation. One of group 0000 is not: padding looks like it.</summary>
    public static bool MayLackVr(Tag tag) => tag.Group != 0 && !tag.IsGroupLength && (tag.IsPrivate || DataDictionary.Contains(tag));

    public static Tag ReadTag(ReadOnlySpan<byte> bytes, ElementForm form) =>
        new(ReadGroup(bytes, form), ReadUInt16(bytes.Slice(2), form));

    public static ushort ReadGroup(ReadOnlySpan<byte> bytes, ElementForm form) => ReadUInt16(bytes, form);

    private static ReadOnlySpan<byte> PeekHeader(ByteSource source, long position, long limit, string expected)
    {
        var bytes = source.Peek(position, (int)Math.Min(LongHeader, limit - position));
        return bytes.Length >= ShortHeader ? bytes : throw DicomErrors.TruncatedHeader(position, expected, isAtEnd: limit >= source.Length);
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
