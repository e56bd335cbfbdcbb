using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Sources.References;

/// <summary>Reads what an RT structure set was drawn on, and what its regions are called (PS3.3 section C.8.8.5).</summary>
internal static class StructureSetReferences
{
    private const int Root = ElementTree.Root;

    /// <summary>Its frame of reference: of the instance, else of the images that it refers to.</summary>
    public static string FrameOfReferenceOf(DicomFile file)
    {
        var own = file.TextIn(Root, KnownTag.FrameOfReferenceUID);
        return own.Length > 0 ? own : file.Items(Root, KnownTag.ReferencedFrameOfReferenceSequence)
            .Select(item => file.TextIn(item, KnownTag.FrameOfReferenceUID)).FirstOrDefault(uid => uid.Length > 0) ?? "";
    }

    public static void Read(DicomFile file, StoredReferences references)
    {
        foreach (var region in file.Items(Root, KnownTag.StructureSetROISequence))
            references.AddLabel(file.TextIn(region, KnownTag.ROIName));
        // The images that hold contours; where no contour says its own, all images of the series that are listed.
        foreach (var region in file.Items(Root, KnownTag.ROIContourSequence))
        {
            foreach (var contour in file.Items(region, KnownTag.ContourSequence))
                Add(contour);
        }
        var hasImages = references.SourceInstances.Count > 0;
        foreach (var series in file.Items(Root, KnownTag.ReferencedFrameOfReferenceSequence)
            .SelectMany(frame => file.Items(frame, KnownTag.RTReferencedStudySequence))
            .SelectMany(study => file.Items(study, KnownTag.RTReferencedSeriesSequence)))
        {
            var uid = file.TextIn(series, KnownTag.SeriesInstanceUID);
            if (uid.Length > 0)
                references.OtherSeries.Add(uid);
            if (!hasImages)
                Add(series);
        }

        void Add(int container) => StoredReferences.AddInstances(
            references.SourceInstances, StoredReferences.Uids(file, container, KnownTag.ContourImageSequence));
    }
}
