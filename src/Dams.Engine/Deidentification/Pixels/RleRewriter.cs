using System;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Deidentification.Pixels;

/// <summary>
/// Blacks out in RLE pixel data, frame by frame; memory: one frame. The basic offset table is written empty, as PS3.5
/// section A.4 allows, since the frames change their lengths.
/// </summary>
internal sealed class RleRewriter : IPixelRewriter
{
    private const int MaximumFrameLength = 512 * 1024 * 1024;

    private readonly FrameLayout _layout;
    private readonly PixelMask _mask;
    private readonly long _kept;

    /// <param name="kept">The bytes of fragments, without their headers, that are frames; null for all.</param>
    public RleRewriter(FrameLayout layout, PixelMask mask, long? kept)
    {
        _kept = kept ?? long.MaxValue;
        _layout = layout;
        _mask = mask;
    }

    public void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit)
    {
        emit(Bytes(source, element.Offset, element.HeaderLength));
        emit(FragmentItem.Header(ItemTag.Item, 0));
        var position = element.ValueOffset;
        long read = 0;
        for (var number = 0; position < element.End; number++)
        {
            var header = HeaderReader.ReadItem(source, position, element.End, ElementForm.None);
            position += ElementHeader.ItemLength;
            if (header.Tag == ItemTag.SequenceDelimitation)
                break;
            // The first item is the offset table; each other is a frame (PS3.5 section A.4.2).
            if (number > 0 && read < _kept)
                EmitFrame(source, element, position, header.ValueLength, emit);
            read += number > 0 ? header.ValueLength : 0;
            position += header.ValueLength;
        }
        emit(FragmentItem.Header(ItemTag.SequenceDelimitation, 0));
    }

    private void EmitFrame(ByteSource source, Element element, long position, uint length, Action<ReadOnlyMemory<byte>> emit)
    {
        if (length > MaximumFrameLength)
            throw DicomErrors.ValueTooLong(element.Tag, length, MaximumFrameLength);
        var segments = RleFrame.Decode(Bytes(source, position, (int)length), _layout.Rows * _layout.Columns)
            ?? throw DicomErrors.MalformedDataset(position, element.Tag, "a frame in RLE");
        if (segments.Count != _layout.SamplesPerPixel * _layout.BytesPerSample)
            throw DicomErrors.MalformedDataset(position, element.Tag, "a segment for each byte of each sample");
        for (var i = 0; i < segments.Count; i++)
            _mask.ApplyToSegment(segments[i], i / _layout.BytesPerSample, _layout.BytesPerSample - 1 - i % _layout.BytesPerSample);
        var frame = RleFrame.Encode(segments, _layout.Columns);
        emit(FragmentItem.Header(ItemTag.Item, frame.Length));
        emit(frame);
    }

    private static byte[] Bytes(ByteSource source, long offset, int count)
    {
        var bytes = new byte[count];
        source.CopyTo(offset, bytes);
        return bytes;
    }
}
