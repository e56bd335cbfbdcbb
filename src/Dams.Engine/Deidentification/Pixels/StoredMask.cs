using System;
using System.Buffers;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Sources;

namespace Dams.Deidentification.Pixels;

/// <summary>Recognises masks that are stored as images: where the planes of a mask lie is all that they show.</summary>
/// <remarks>
/// A mask says of itself what a picture of a screen says, and has as few bits. It differs in that it lies somewhere in the
/// patient, and in that its pixels are nothing but in or out.
/// </remarks>
internal static class StoredMask
{
    private const int BufferLength = 64 * 1024;

    private static readonly Tag[] Geometry = [KnownTag.ImagePositionPatient, KnownTag.ImageOrientationPatient, KnownTag.FrameOfReferenceUID];

    /// <param name="type">The values of (0008,0008) Image Type, without padding.</param>
    public static bool Is(DicomFile file, InstanceFacts facts, string[] type)
    {
        if (!file.Values.Text(KnownTag.PhotometricInterpretation).StartsWith("MONOCHROME", StringComparison.Ordinal)
            || Geometry.Any(tag => file.Values.Text(tag).Length == 0))
        {
            return false;
        }
        return MaskDetection.HasMaskType(type)
            || Code.Segmentation.OccursIn(file, ElementTree.Root, KnownTag.DerivationCodeSequence)
            || (MaskDetection.HasMaskBits(facts.SOPClassUID, FrameLayout.Number(file, KnownTag.BitsAllocated)) && HasTwoValues(file));
    }

    /// <summary>Whether the pixels have no more than two values. Nothing is known of compressed ones.</summary>
    private static bool HasTwoValues(DicomFile file)
    {
        var pixels = file.Dataset[PixelCleaner.FindPixels(file.Dataset)];
        if (pixels.HasFragments || pixels.ValueLength == 0)
            return false;
        // One bit has no more.
        if (FrameLayout.Number(file, KnownTag.BitsAllocated) == 1)
            return true;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            byte? first = null, second = null;
            for (long offset = 0; offset < pixels.ValueLength; offset += BufferLength)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(BufferLength, pixels.ValueLength - offset));
                file.Source.CopyTo(pixels.ValueOffset + offset, part);
                foreach (var value in part)
                {
                    first ??= value;
                    if (value == first || value == second)
                        continue;
                    if (second is not null)
                        return false;
                    second = value;
                }
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
