using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Dams.Cleaning;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Files.Fingerprints;
using Dams.Sources.References;

namespace Dams.Sources;

/// <summary>What is read of an instance, once, for all that is done with it: its elements around the pixel data.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Facts">What it says at its root of itself, its series, its study and its patient.</param>
/// <param name="Known">Its identifying values, at any depth.</param>
internal sealed record InstanceHeader(SourceFile File, long Length, InstanceFacts Facts, IReadOnlyList<KnownValue> Known)
{
    public string[] ImageType { get; private init; } = [];

    /// <summary>0 where the image does not say.</summary>
    public int BitsAllocated { get; private init; }

    /// <summary>Null where it is no multi-frame image.</summary>
    public int? FrameCount { get; private init; }

    /// <summary>Rows, columns and their spacing, to tell whether two images have the same grid.</summary>
    public string Grid { get; private init; } = "";

    /// <summary>Where a single slice lies; null where it does not say.</summary>
    public SlicePlane? Plane { get; private init; }

    /// <summary>The frames of a multi-frame image; none where their functional groups are missing.</summary>
    public IReadOnlyList<FrameHeader> Frames { get; private init; } = [];

    /// <summary>The images that all frames of a SEG object name together as their sources.</summary>
    public IReadOnlyList<string> SharedSourceInstances { get; private init; } = [];

    /// <summary>The segments of a SEG object.</summary>
    public IReadOnlyList<ushort> SegmentNumbers { get; private init; } = [];

    /// <summary>Whether it refers to a source as Dams or the original script write it.</summary>
    public bool IsLinked { get; private init; }

    /// <summary>Whether it says of itself that it was derived as a segmentation.</summary>
    public bool IsDerivedAsSegmentation { get; private init; }

    /// <summary>Whether it says of itself that it is a segmentation or a shape; its folder is not asked.</summary>
    public bool CallsItselfSegmentation { get; private init; }

    /// <summary>The frame of reference: its own, else of a structure set that of the images that it refers to.</summary>
    public string FrameOfReferenceUID { get; private init; } = "";

    /// <summary>What it refers to; null where it was not known as a segmentation.</summary>
    public StoredReferences? References { get; private init; }

    /// <summary>The fingerprint of the pixel data; null where it was not asked for, or where the instance is no segmentation.</summary>
    public ulong? PixelFingerprint { get; private init; }

    /// <summary>Length and time of the file when it was read for its repair; null where it was not, or is no segmentation.</summary>
    public FileStamp? Stamp { get; private init; }

    /// <summary>What to read its elements from without opening it; null where that was not asked for, or is not worth it.</summary>
    public HeldHeader? Held { get; private init; }

    /// <summary>Whether it is a multi-frame SEG object.</summary>
    public bool IsSegmentationObject => SegmentationClasses.IsImage(Facts.SOPClassUID);

    /// <summary>Whether it has pixels: a structure set, a surface and a report have none.</summary>
    public bool IsImage => BitsAllocated > 0;

    /// <summary>Reads what the index of series needs: neither what it is an image of nor what it refers to.</summary>
    /// <param name="known">What the values of other files that are indexed are remembered by.</param>
    public static InstanceHeader ReadForIndex(SourceFile source, DicomFile file, KnownValueMemory known) =>
        new(source, file.Source.Length, InstanceFacts.Read(file), known.Read(file));

    /// <summary>Reads it from a file of which at least the part before the pixel data was read.</summary>
    public static InstanceHeader Read(SourceFile source, DicomFile file)
    {
        const int root = ElementTree.Root;
        var bits = file.UInt16sIn(root, KnownTag.BitsAllocated);
        var facts = InstanceFacts.Read(file);
        var isObject = SegmentationClasses.IsImage(facts.SOPClassUID);
        var header = new InstanceHeader(source, file.Source.Length, facts, KnownValueReader.Read(file))
        {
            ImageType = file.TextsIn(root, KnownTag.ImageType),
            BitsAllocated = bits.Count == 0 ? 0 : bits[0],
            FrameCount = int.TryParse(file.TextIn(root, KnownTag.NumberOfFrames), NumberStyles.None, CultureInfo.InvariantCulture, out var frames)
                ? frames
                : null,
            Grid = string.Join(
                "\\",
                string.Join("\\", file.UInt16sIn(root, KnownTag.Rows)),
                string.Join("\\", file.UInt16sIn(root, KnownTag.Columns)),
                string.Join("\\", file.DecimalsIn(root, KnownTag.PixelSpacing, 2) ?? [])),
            Plane = SlicePlane.Read(file, root, root),
            Frames = FrameHeader.Read(file, withSources: isObject),
            SharedSourceInstances = isObject ? FrameHeader.ReadSharedSources(file) : [],
            SegmentNumbers = [.. file.Items(root, KnownTag.SegmentSequence)
                .SelectMany(item => file.UInt16sIn(item, KnownTag.SegmentNumber))],
            IsLinked = file.Dataset.Find(KnownTag.SegmentLabel) >= 0
                || file.Items(root, KnownTag.RelatedSeriesSequence).Any(
                    item => Code.SourceSeries.OccursIn(file, item, KnownTag.PurposeOfReferenceCodeSequence)),
            IsDerivedAsSegmentation = Code.Segmentation.OccursIn(file, root, KnownTag.DerivationCodeSequence),
            FrameOfReferenceUID = StructureSetReferences.FrameOfReferenceOf(file),
        };
        var callsItself = header.IsDerivedAsSegmentation || MaskDetection.HasSegmentationAttributes(header) || SegmentationClasses.IsShape(facts.SOPClassUID)
            || file.Dataset.Find(KnownTag.SegmentSequence) >= 0 || file.Dataset.Find(KnownTag.SegmentLabel) >= 0;
        return callsItself || MaskDetection.IsSegmentation(header)
            ? header with { CallsItselfSegmentation = callsItself, References = StoredReferences.Read(file) }
            : header;
    }

    /// <summary>Reads the header of any instance, and of a segmentation the fingerprint of its pixel data too, by which its repair knows it.</summary>
    /// <exception cref="DamsException">The pixel data of a segmentation cannot be read whole.</exception>
    public static InstanceHeader ReadForRepair(SourceFile source, DicomFile file) => ReadForRepair(source, file, _ => null);

    /// <summary>
    /// Reads the same where segmentations may stay as they are: of one that refers to a source already its elements are kept, to
    /// tell whether anything is to be written.
    /// </summary>
    /// <exception cref="DamsException">The pixel data of a segmentation cannot be read whole.</exception>
    public static InstanceHeader ReadForRepairInPlace(SourceFile source, DicomFile file) =>
        ReadForRepair(source, file, header => header.IsLinked ? HeldHeader.Of(file) : null);

    /// <summary>
    /// Reads the same where segmentations are changed in memory: the elements of each are kept, so that it is not opened again
    /// before it is protected.
    /// </summary>
    /// <param name="budget">How many bytes may be kept of all; what is beyond is opened again.</param>
    /// <exception cref="DamsException">The pixel data of a segmentation cannot be read whole.</exception>
    public static InstanceHeader ReadForRepairInMemory(SourceFile source, DicomFile file, HeaderBudget budget) =>
        ReadForRepair(source, file, _ => HeldHeader.Of(file, budget));

    /// <summary>The same of a file with changes; what was kept of it as it was is let go.</summary>
    public InstanceHeader WithFile(SourceFile file) => this with { File = file, Held = null };

    /// <summary>This header with the fingerprint of the pixel data.</summary>
    /// <exception cref="DamsException">The pixel data cannot be read whole.</exception>
    public InstanceHeader ReadPixels(CancellationToken cancellation)
    {
        if (PixelFingerprint is not null)
            return this;
        using var file = File.Open(ReadScope.Whole, cancellation);
        return WithPixels(file);
    }

    /// <summary>What it refers to, of an instance too that is taken for a segmentation because the user says so.</summary>
    public StoredReferences ReadReferences(CancellationToken cancellation)
    {
        if (References is not null)
            return References;
        using var file = File.Open(ReadScope.WithoutPixelData, cancellation);
        return StoredReferences.Read(file);
    }

    private static InstanceHeader ReadForRepair(SourceFile source, DicomFile file, Func<InstanceHeader, HeldHeader?> hold)
    {
        var header = Read(source, file);
        if (!MaskDetection.IsSegmentation(header))
            return header;
        // Before the pixel data are read: what is written meanwhile shows.
        var stamp = FileStamp.Read(source.Path);
        var held = hold(header);
        return header.WithPixels(file) with { Held = held, Stamp = stamp };
    }

    private InstanceHeader WithPixels(DicomFile file)
    {
        var fingerprint = new Fingerprint();
        file.ReadPixelData();
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
        return this with { PixelFingerprint = fingerprint.Finish() };
    }
}
