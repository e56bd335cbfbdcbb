using System;
using System.Buffers;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Deidentification.Pixels;

/// <summary>Blacks out in native pixel data.</summary>
internal sealed class NativeRewriter : IPixelRewriter
{
    private const int BufferLength = 64 * 1024;

    private readonly PixelMask _mask;

    private readonly bool _isBigEndian;

    /// <param name="isBigEndian">Whether the high byte of a sample comes first.</param>
    public NativeRewriter(PixelMask mask, bool isBigEndian) => (_mask, _isBigEndian) = (mask, isBigEndian);

    public void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (var offset = element.Offset; offset < element.End;)
            {
                var end = offset < element.ValueOffset ? element.ValueOffset : Math.Min(element.End, offset + BufferLength);
                var part = buffer.AsSpan(0, (int)(end - offset));
                source.CopyTo(offset, part);
                if (offset >= element.ValueOffset)
                    _mask.Apply(part, offset - element.ValueOffset, _isBigEndian);
                emit(buffer.AsMemory(0, part.Length));
                offset = end;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
