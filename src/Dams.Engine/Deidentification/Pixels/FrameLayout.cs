using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>How the frames of an image lie in its pixel data (PS3.3 section C.7.6.3).</summary>
/// <param name="BytesPerSample">1, 2 or 4.</param>
/// <param name="IsPlanar">Whether all samples of one colour come before those of the next.</param>
internal sealed record FrameLayout(
    int Rows, int Columns, int SamplesPerPixel, int BytesPerSample, bool IsPlanar, string Photometric, int BitsStored)
{
    /// <summary>The layout; null for one that cannot be blacked out pixel by pixel.</summary>
    public static FrameLayout? Read(DicomFile file)
    {
        var bits = Number(file, KnownTag.BitsAllocated);
        var layout = new FrameLayout(
            Number(file, KnownTag.Rows),
            Number(file, KnownTag.Columns),
            Number(file, KnownTag.SamplesPerPixel, fallback: 1),
            bits / 8,
            Number(file, KnownTag.PlanarConfiguration, fallback: 0) == 1,
            file.Values.Text(KnownTag.PhotometricInterpretation),
            Number(file, KnownTag.BitsStored, fallback: bits));
        return layout.Rows > 0 && layout.Columns > 0 && bits is 8 or 16 or 32 && layout.SamplesPerPixel is 1 or 3 ? layout : null;
    }

    /// <summary>Whether two pixels share their colour: Y, Y, Cb, Cr.</summary>
    public bool IsSubsampled => Photometric == "YBR_FULL_422" || Photometric == "YBR_PARTIAL_422";

    /// <summary>Bytes from one row to the next, of one plane where the samples are in planes.</summary>
    public int Stride => Columns * BytesPerSample * (IsSubsampled ? 2 : IsPlanar ? 1 : SamplesPerPixel);

    /// <summary>Planes of one frame.</summary>
    public int Planes => IsPlanar ? SamplesPerPixel : 1;

    /// <summary>The value that is black in a sample, as a number.</summary>
    /// <param name="sample">0 for grey, red or luminance.</param>
    public uint Black(int sample)
    {
        if (Photometric == "MONOCHROME1")
            return (uint)((1UL << BitsStored) - 1);
        return Photometric.StartsWith("YBR", System.StringComparison.Ordinal) && sample > 0 ? 1u << (BitsStored - 1) : 0;
    }

    /// <summary>The number that an attribute of the image has (VR US).</summary>
    public static int Number(DicomFile file, Tag tag, int fallback = 0)
    {
        var index = file.Dataset.Find(tag);
        return index < 0 ? fallback : file.Values.FirstUInt16(file.Dataset[index]) ?? fallback;
    }
}
