using System;
using System.Buffers.Binary;
using System.IO;

namespace Dams.Cli.Demo;

/// <summary>Encodes data elements in explicit VR little endian (PS3.5 section 7.1.2).</summary>
internal sealed class DemoElements
{
    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Writes an element, its value padded to even length.</summary>
    public void Write(Tag tag, Vr vr, ReadOnlySpan<byte> value)
    {
        var length = value.Length + (value.Length & 1);
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteUInt16LittleEndian(header, tag.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], tag.Element);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], vr.Code);
        if (vr.HasLongLength)
            BinaryPrimitives.WriteUInt32LittleEndian(header[8..], (uint)length);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (ushort)length);
        _bytes.Write(vr.HasLongLength ? header : header[..8]);
        _bytes.Write(value);
        if (length != value.Length)
            _bytes.WriteByte(vr.Padding);
    }
}
