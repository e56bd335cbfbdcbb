using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Deidentification.Pixels;

/// <summary>Blacks out rectangles in the rows of frames.</summary>
internal sealed class PixelMask
{
    private readonly FrameLayout _layout;
    private readonly IReadOnlyList<(int Left, int Top, int Right, int Bottom)> _rectangles;

    public PixelMask(FrameLayout layout, IReadOnlyList<(int Left, int Top, int Right, int Bottom)> rectangles)
    {
        _layout = layout;
        // Of a rectangle beyond the image nothing is left.
        _rectangles = [.. rectangles.Where(rectangle => rectangle.Left < rectangle.Right && rectangle.Top < rectangle.Bottom)];
    }

    /// <summary>Whether there is something to black out.</summary>
    public bool IsEmpty => _rectangles.Count == 0;

    /// <summary>Whether nothing of the image is left.</summary>
    public bool CoversAll
    {
        get
        {
            // Between two edges of rectangles, all rows are alike.
            var edges = _rectangles.SelectMany(rectangle => new[] { rectangle.Top, rectangle.Bottom }).Append(0).Where(edge => edge < _layout.Rows);
            return edges.All(row => _rectangles.Where(rectangle => rectangle.Top <= row && row < rectangle.Bottom).OrderBy(rectangle => rectangle.Left)
                .Aggregate(0, (reached, rectangle) => rectangle.Left <= reached ? Math.Max(reached, rectangle.Right) : reached) >= _layout.Columns);
        }
    }

    /// <summary>Blacks out what lies in a part of native pixel data.</summary>
    /// <param name="bytes">The part.</param>
    /// <param name="offset">Bytes from the start of the pixel data to the part.</param>
    /// <param name="isBigEndian">Whether the high byte of a sample comes first.</param>
    public void Apply(Span<byte> bytes, long offset, bool isBigEndian)
    {
        var stride = _layout.Stride;
        for (var row = offset / stride; row * stride < offset + bytes.Length; row++)
        {
            var rowInPlane = (int)(row % _layout.Rows);
            var plane = (int)(row / _layout.Rows % _layout.Planes);
            foreach (var (left, top, right, bottom) in _rectangles)
            {
                if (rowInPlane >= top && rowInPlane < bottom)
                    Fill(bytes, row * stride - offset, left, right, plane, isBigEndian);
            }
        }
    }

    /// <summary>Blacks out one byte of each sample, as RLE has them apart.</summary>
    /// <param name="segment">The bytes, one for each pixel.</param>
    /// <param name="sample">Which sample.</param>
    /// <param name="byteOfSample">Which byte of it, 0 for the lowest.</param>
    public void ApplyToSegment(Span<byte> segment, int sample, int byteOfSample)
    {
        var black = (byte)(_layout.Black(sample) >> (8 * byteOfSample));
        foreach (var (left, top, right, bottom) in _rectangles)
        {
            for (var row = top; row < bottom; row++)
                segment.Slice(row * _layout.Columns + left, right - left).Fill(black);
        }
    }

    private void Fill(Span<byte> bytes, long rowStart, int left, int right, int plane, bool isBigEndian)
    {
        var pixel = _layout.Stride / _layout.Columns;
        // Two pixels that share their colour go together.
        if (_layout.IsSubsampled)
            (left, right) = (left & ~1, Math.Min((right + 1) & ~1, _layout.Columns));
        var (from, to) = (Math.Max(0, rowStart + left * pixel), Math.Min(bytes.Length, rowStart + right * pixel));
        for (var i = from; i < to; i++)
            bytes[(int)i] = BlackAt((int)(i - rowStart), plane, isBigEndian);
    }

    private byte BlackAt(int offsetInRow, int plane, bool isBigEndian)
    {
        if (_layout.IsSubsampled)
            return (byte)_layout.Black(offsetInRow % 4 < 2 ? 0 : 1);
        var size = _layout.BytesPerSample;
        var sample = _layout.IsPlanar ? plane : offsetInRow / size % _layout.SamplesPerPixel;
        var byteOfSample = offsetInRow % size;
        return (byte)(_layout.Black(sample) >> (8 * (isBigEndian ? size - 1 - byteOfSample : byteOfSample)));
    }
}
