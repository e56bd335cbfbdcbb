using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources;

namespace Dams.Segmentations;

/// <summary>A reference to an instance, and the series it is in.</summary>
internal sealed record InstanceReference(string ClassUid, string InstanceUid, string SeriesUid, string StudyUid)
{
    /// <summary>The segments that are meant, in a SEG object.</summary>
    public IReadOnlyList<ushort> Segments { get; init; } = [];

    /// <summary>The frames that are meant, counted from 1, in a multi-frame image; empty where all are.</summary>
    public IReadOnlyList<int> Frames { get; init; } = [];

    public static InstanceReference To(InstanceHeader image) =>
        new(image.Facts.SOPClassUID, image.Facts.SOPInstanceUID, image.Facts.SeriesInstanceUID, image.Facts.StudyInstanceUID)
        {
            Segments = image.SegmentNumbers,
        };

    /// <summary>Writes the item of a sequence of references (PS3.3 sections 10.3 and 10.8).</summary>
    /// <param name="purpose">Why it is referred to; null in a list of instances.</param>
    public void Write(ElementBuffer buffer, ElementForm form, Code? purpose)
    {
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.ReferencedSOPClassUID, Vr.UI, ClassUid);
        buffer.Write(form, KnownTag.ReferencedSOPInstanceUID, Vr.UI, InstanceUid);
        if (purpose is not null && Frames.Count > 0)
            buffer.Write(form, KnownTag.ReferencedFrameNumber, Vr.IS, string.Join("\\", Frames.Select(Text)));
        if (purpose == Code.SourceImage)
            buffer.Write(form, KnownTag.SpatialLocationsPreserved, Vr.CS, "YES");
        purpose?.Write(buffer, form, KnownTag.PurposeOfReferenceCodeSequence);
        if (purpose is not null && Segments.Count > 0)
            buffer.WriteNumbers(form, KnownTag.ReferencedSegmentNumber, Segments);
        buffer.End(form);
    }

    /// <summary>Whether an item refers to this instance, and to these frames of it or to all.</summary>
    public bool Matches(DicomFile file, int item)
    {
        if (file.TextIn(item, KnownTag.ReferencedSOPInstanceUID) != InstanceUid)
            return false;
        var frames = Frames.Count == 0 ? [] : file.TextsIn(item, KnownTag.ReferencedFrameNumber);
        return frames.Length == 0 || Frames.All(frame => frames.Contains(Text(frame)));
    }

    private static string Text(int frame) => frame.ToString(CultureInfo.InvariantCulture);
}
