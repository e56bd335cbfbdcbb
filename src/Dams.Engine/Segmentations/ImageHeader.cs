using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Segmentations;

/// <summary>What the header of an image says that repair, linking and lookup need.</summary>
internal sealed record ImageHeader(SourceFile File)
{
    private static readonly HashSet<string> SegmentationClasses = new()
    {
        "1.2.840.10008.5.1.4.1.1.66.4",
        "1.2.840.10008.5.1.4.1.1.66.7",
    };

    public string SOPClassUID { get; private init; } = "";

    public string SOPInstanceUID { get; private init; } = "";

    public string StudyInstanceUID { get; private init; } = "";

    public string SeriesInstanceUID { get; private init; } = "";

    public string FrameOfReferenceUID { get; private init; } = "";

    public string PatientID { get; private init; } = "";

    public string SeriesNumber { get; private init; } = "";

    public string InstanceNumber { get; private init; } = "";

    public string[] ImageType { get; private init; } = [];

    /// <summary>0 where the image does not say.</summary>
    public int BitsAllocated { get; private init; }

    /// <summary>Rows, columns and their spacing, to tell whether two images have the same grid.</summary>
    public string Grid { get; private init; } = "";

    /// <summary>Where a single slice lies; null where it does not say.</summary>
    public SlicePlane? Plane { get; private init; }

    /// <summary>The segments of a SEG object.</summary>
    public IReadOnlyList<ushort> SegmentNumbers { get; private init; } = [];

    /// <summary>Whether it refers to a source as Dams or the original script write it.</summary>
    public bool IsLinked { get; private init; }

    /// <summary>Whether it is a multi-frame SEG object.</summary>
    public bool IsSegmentationObject => SegmentationClasses.Contains(SOPClassUID);

    /// <summary>Reads it from a file of which at least the part before the pixel data was read.</summary>
    public static ImageHeader Read(SourceFile source, DicomFile file)
    {
        const int root = ElementTree.Root;
        var bits = file.UInt16sIn(root, KnownTag.BitsAllocated);
        return new ImageHeader(source)
        {
            SOPClassUID = file.TextIn(root, KnownTag.SOPClassUID),
            SOPInstanceUID = file.TextIn(root, KnownTag.SOPInstanceUID),
            StudyInstanceUID = file.TextIn(root, KnownTag.StudyInstanceUID),
            SeriesInstanceUID = file.TextIn(root, KnownTag.SeriesInstanceUID),
            FrameOfReferenceUID = file.TextIn(root, KnownTag.FrameOfReferenceUID),
            PatientID = file.TextIn(root, KnownTag.PatientID),
            SeriesNumber = file.TextIn(root, KnownTag.SeriesNumber),
            InstanceNumber = file.TextIn(root, KnownTag.InstanceNumber),
            ImageType = file.TextsIn(root, KnownTag.ImageType),
            BitsAllocated = bits.Count == 0 ? 0 : bits[0],
            Grid = string.Join(
                "\\",
                string.Join("\\", file.UInt16sIn(root, KnownTag.Rows)),
                string.Join("\\", file.UInt16sIn(root, KnownTag.Columns)),
                string.Join("\\", file.DecimalsIn(root, SegmentationTag.PixelSpacing, 2) ?? [])),
            Plane = SlicePlane.Read(file, root, root),
            SegmentNumbers = [.. file.Items(root, SegmentationTag.SegmentSequence)
                .SelectMany(item => file.UInt16sIn(item, SegmentationTag.SegmentNumber))],
            IsLinked = file.Dataset.Find(SegmentationTag.SegmentLabel) >= 0
                || file.Items(root, SegmentationTag.RelatedSeriesSequence).Any(
                    item => Code.SourceSeries.OccursIn(file, item, SegmentationTag.PurposeOfReferenceCodeSequence)),
        };
    }
}
