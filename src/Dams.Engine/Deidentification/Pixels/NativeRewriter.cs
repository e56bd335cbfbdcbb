using System;
using System.Buffers;
using System.Buffers.Binary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Deidentification.Pixels;

/// <summary>Blacks out in native pixel data, clears the bits of overlays, and ends behind the last row.</summary>
internal sealed class NativeRewriter : IPixelRewriter
{
    private const int BufferLength = 64 * 1024;

    private readonly PixelMask? _mask;
    private readonly HiddenContent _hidden;
    private readonly FrameLayout? _layout;
    private readonly bool _isBigEndian;

    /// <param name="layout">Null where nothing but the length changes.</param>
    /// <param name="isBigEndian">Whether the high byte of a sample comes first.</param>
    public NativeRewriter(FrameLayout? layout, PixelMask? mask, HiddenContent hidden, bool isBigEndian) =>
        (_layout, _mask, _hidden, _isBigEndian) = (layout, mask, hidden, isBigEndian);

    public void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit)
    {
        var length = _hidden.ImageLength ?? element.ValueLength;
        emit(Header(source, element, length));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (long offset = 0; offset < length;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(BufferLength, length - offset));
                source.CopyTo(element.ValueOffset + offset, part);
                _mask?.Apply(part, offset, _isBigEndian);
                ClearOverlays(part);
                emit(buffer.AsMemory(0, part.Length));
                offset += part.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Header(ByteSource source, in Element element, long length)
    {
        var header = new byte[element.HeaderLength];
        source.CopyTo(element.Offset, header);
        var field = header.AsSpan(element.HeaderLength - (element.HasShortLength ? sizeof(ushort) : sizeof(uint)));
        if (length == element.ValueLength)
            return header;
        if (element.HasShortLength && element.IsBigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)length);
        else if (element.HasShortLength)
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)length);
        else if (element.IsBigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(field, (uint)length);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(field, (uint)length);
        return header;
    }

    /// <summary>Buffers hold whole samples: their length is a multiple of each size that a sample has.</summary>
    private void ClearOverlays(Span<byte> bytes)
    {
        if (_hidden.OverlayBits == 0 || _layout is null)
            return;
        var size = _layout.BytesPerSample;
        for (var i = 0; i < bytes.Length; i++)
        {
            var byteOfSample = _isBigEndian ? size - 1 - i % size : i % size;
            bytes[i] &= (byte)~(_hidden.OverlayBits >> (8 * byteOfSample));
        }
    }
}
