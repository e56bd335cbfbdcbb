using System;
using System.Globalization;
using System.Threading;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;

namespace Dams.Segmentations.Repair;

/// <summary>One file of a segmentation that is to be repaired.</summary>
/// <param name="Content">The fingerprint of its pixel data.</param>
internal sealed record SegmentationSlice(ImageHeader Header, ulong Content)
{
    /// <summary>Where it lies, as text; empty where it does not say.</summary>
    public string Position => Header.Plane?.Location.ToString("F3", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Reads the fingerprint.</summary>
    /// <exception cref="DamsException">The file cannot be read whole.</exception>
    public static SegmentationSlice Read(ImageHeader header, CancellationToken cancellation)
    {
        using var file = DicomFile.Open(header.File.Path, cancellation: cancellation);
        var fingerprint = new Fingerprint();
        var index = file.Dataset.Find(KnownTag.PixelData);
        if (index >= 0)
        {
            var element = file.Dataset[index];
            for (var offset = element.ValueOffset; offset < element.End;)
            {
                var part = file.Source.PeekAvailable(offset);
                part = part.Slice(0, (int)Math.Min(part.Length, element.End - offset));
                if (part.IsEmpty)
                    throw FileErrors.SourceChanged();
                fingerprint.Append(part);
                offset += part.Length;
            }
        }
        return new SegmentationSlice(header, fingerprint.Finish());
    }
}
