using System;
using System.Buffers.Binary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>The items in which encapsulated pixel data come (PS3.5 section A.4): little endian, whatever the dataset is.</summary>
internal static class FragmentItem
{
    /// <summary>The header of an item or of the delimiter.</summary>
    /// <param name="length">Bytes that follow.</param>
    public static byte[] Header(Tag tag, int length)
    {
        var bytes = new byte[ElementHeader.ItemLength];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, tag.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), tag.Element);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), length);
        return bytes;
    }
}
