using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>A picture of one frame: native samples, little endian, the samples of a pixel side by side; or what a codec left of it.</summary>
internal sealed record Picture(int Rows, int Columns, int Samples, int Bits, int Stored, bool IsSigned, string Photometric, byte[] Pixels)
{
    public static readonly Syntax Rle = new("1.2.840.10008.1.2.5", true, false, false);

    /// <summary>The fragments of a compressed picture, into which nothing is drawn here; else null.</summary>
    public IReadOnlyList<byte[]>? Codestream { get; init; }

    /// <summary>The syntax of these.</summary>
    public Syntax? CodestreamSyntax { get; init; }

    public bool IsGrey => Samples == 1 && Photometric.StartsWith("MONOCHROME", StringComparison.Ordinal);

    private int BytesPerPixel => Samples * Bits / 8;

    /// <summary>The sample that no device and no tool has where it is dark.</summary>
    private int Bright => Photometric == "MONOCHROME1" ? 0 : IsSigned ? (1 << (Stored - 1)) - 1 : (1 << Stored) - 1;

    /// <summary>The picture with a text in it, as far as it fits; the places of the pixels that are letters.</summary>
    public (Picture Picture, IReadOnlyList<int> Places) Write(string text, int left, int top, int scale)
    {
        var (pixels, places) = ((byte[])Pixels.Clone(), new List<int>());
        for (var y = 0; y < Glyphs.Height * scale; y++)
        {
            for (var x = 0; x < text.Length * (Glyphs.Width + 1) * scale; x++)
            {
                var (letter, column) = (text[x / scale / (Glyphs.Width + 1)], x / scale % (Glyphs.Width + 1));
                if (column == Glyphs.Width || top + y >= Rows || left + x >= Columns || !Glyphs.IsDrawn(letter, y / scale, column))
                    continue;
                var place = ((top + y) * Columns + left + x) * BytesPerPixel;
                places.Add(place);
                for (var sample = 0; sample < Samples; sample++)
                    Put(pixels, place + sample * Bits / 8, Bright);
            }
        }
        return (this with { Pixels = pixels }, places);
    }

    /// <summary>Whether a letter is still there in pixel data of an output.</summary>
    public bool Shows(byte[] pixels, IReadOnlyList<int> places) =>
        places.Any(place => pixels.AsSpan(place, Bits / 8).SequenceEqual(Pixels.AsSpan(place, Bits / 8)));

    /// <summary>Adds its attributes and pixel data to an instance.</summary>
    public void AddTo(InstanceBuilder image, Syntax syntax)
    {
        image.Text("PhotometricInterpretation", Photometric);
        Number("SamplesPerPixel", Samples);
        if (Samples > 1)
            Number("PlanarConfiguration", 0);
        Number("Rows", Rows);
        Number("Columns", Columns);
        Number("BitsAllocated", Bits);
        Number("BitsStored", Stored);
        Number("HighBit", Stored - 1);
        Number("PixelRepresentation", IsSigned ? 1 : 0);
        if (Codestream is { } fragments)
            image.Add("PixelData", dataset => dataset.Fragments([.. fragments]));
        else if (syntax == Rle)
            image.Add("PixelData", dataset => dataset.Fragments(RleBytes.Encode(Pixels, Columns, BytesPerPixel)));
        else
            image.Add("PixelData", dataset => dataset.Bytes("PixelData", syntax.IsBigEndian ? Swapped(Pixels) : Pixels, Bits == 16 ? "OW" : "OB"));

        void Number(string attribute, int value) => image.Add(attribute, dataset => dataset.Numbers(attribute, (ushort)value));
    }

    /// <summary>Native samples, little endian, of pixel data in a syntax.</summary>
    public byte[] Decode(byte[] pixelData, Syntax syntax) => syntax == Rle
        ? RleBytes.Decode(Reading.FragmentReading.Split(pixelData).Skip(1).First(), Rows * Columns, BytesPerPixel)
        : syntax.IsBigEndian ? Swapped(pixelData) : pixelData;

    private void Put(byte[] pixels, int place, int value)
    {
        pixels[place] = (byte)value;
        if (Bits == 16)
            pixels[place + 1] = (byte)(value >> 8);
    }

    private byte[] Swapped(byte[] pixels) => Bits == 8 ? pixels : [.. pixels.Chunk(2).SelectMany(word => word.Reverse())];
}
