using System.Globalization;
using Dams.Tests.Support;

namespace Dams.Tests.Benchmark;

/// <summary>Reports, presentations and structures: what has no pixels.</summary>
internal static class Documents
{
    public static void SR(PlantedItem item, Studies studies) => item
        .Stays("ValueType", "CONTAINER").Stays("ContinuityOfContent", "SEPARATE").Stays("CompletionFlag", "COMPLETE").Stays("VerificationFlag", "UNVERIFIED")
        .Code("ConceptNameCodeSequence", "126000", "DCM", "Imaging Measurement Report")
        .Sequence("CurrentRequestedProcedureEvidenceSequence", study => study.Uid("StudyInstanceUID", studies.StudyUid)
            .Sequence("ReferencedSeriesSequence", series => series.Uid("SeriesInstanceUID", studies.Series("CT"))
                .Reference("ReferencedSOPSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 1))))
        .Sequence("ContentSequence",
            observer => Content(observer, "PNAME", "121008", "Person Observer Name").Secret("PersonName", item.Person.Physician, hasToHold: true),
            finding => Content(finding, "TEXT", "121071", "Finding").Free("TextValue"),
            group => Content(group, "CONTAINER", "125007", "Measurement Group").Sequence("ContentSequence",
                tracking => Content(tracking, "UIDREF", "112040", "Tracking Unique Identifier").Uid("UID", studies.Root + ".33"),
                length => Content(length, "NUM", "103339001", "Long Axis").Sequence("MeasuredValueSequence", measured => measured
                    .Stays("NumericValue", "17.5").Code("MeasurementUnitsCodeSequence", "mm", "UCUM", "millimeter")),
                comment => Content(comment, "TEXT", "121106", "Comment").Free("TextValue"),
                image => Content(image, "IMAGE", "121112", "Source of Measurement")
                    .Reference("ReferencedSOPSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 2))),
            day => Content(day, "DATE", "111060", "Study Date").Date("Date"),
            time => Content(time, "DATETIME", "121125", "DateTime of Process").DateTime("DateTime", "104500"),
            site => Content(site, "CODE", "363698007", "Finding Site").Code("ConceptCodeSequence", "10200004", "SCT", "Liver"),
            impression => Content(impression, "TEXT", "121073", "Impression").Free("TextValue"));

    public static void PR(PlantedItem item, Studies studies) => item
        .Stays("ContentLabel", "ANNOTATED").Date("PresentationCreationDate", 1).Present("PresentationCreationTime", "120000")
        .Secret("ContentCreatorName", item.Person.Operator)
        .Sequence("ReferencedSeriesSequence", series => series.Uid("SeriesInstanceUID", studies.Series("CT"))
            .Reference("ReferencedImageSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 1), studies.Instance("CT", 2)))
        .Sequence("GraphicLayerSequence", layer => layer.Stays("GraphicLayer", "LAYER1").Present("GraphicLayerOrder", "1"))
        .Sequence("GraphicAnnotationSequence", annotation => annotation
            .Stays("GraphicLayer", "LAYER1")
            .Reference("ReferencedImageSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 1))
            .Sequence("TextObjectSequence",
                text => text.Free("UnformattedTextValue").Stays("AnchorPointVisibility", "N"),
                text => text.Free("UnformattedTextValue").Stays("AnchorPointVisibility", "Y")));

    public static void RTStruct(PlantedItem item, Studies studies) => item
        .Free("StructureSetLabel", Wording.From("[Plan] {id}", item.Person, item.Random))
        .Free("StructureSetDescription").Date("StructureSetDate").Present("StructureSetTime", "093000").Uid("FrameOfReferenceUID", studies.FrameOfReference)
        .Sequence("ReferencedFrameOfReferenceSequence", frame => frame.Uid("FrameOfReferenceUID", studies.FrameOfReference)
            .Sequence("RTReferencedStudySequence", study => study
                .Stays("ReferencedSOPClassUID", "1.2.840.10008.3.1.2.3.1").Uid("ReferencedSOPInstanceUID", studies.StudyUid)
                .Sequence("RTReferencedSeriesSequence", series => series.Uid("SeriesInstanceUID", studies.Series("CT"))
                    .Reference("ContourImageSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 1), studies.Instance("CT", 2)))))
        .Sequence("StructureSetROISequence",
            roi => Roi(roi, studies, 1, "Liver"), roi => Roi(roi, studies, 2, "GTV"), roi => Roi(roi, studies, 3, "Kidney left"))
        .Sequence("ROIContourSequence", contour => contour.Stays("ROIDisplayColor", "255\\0\\0").Present("ReferencedROINumber", "1")
            .Sequence("ContourSequence", points => points.Stays("ContourGeometricType", "CLOSED_PLANAR").Stays("ContourData", "1\\2\\3\\4\\5\\6\\7\\8\\9")
                .Reference("ContourImageSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 2))))
        .Sequence("RTROIObservationsSequence", observation => observation.Present("ObservationNumber", "1").Present("ReferencedROINumber", "1")
            .Stays("RTROIInterpretedType", "ORGAN").Secret("ROIInterpreter", item.Person.Physician))
        .Stays("ApprovalStatus", "APPROVED").Date("ReviewDate", 2).Secret("ReviewerName", item.Person.Physician);

    private static PlantedItem Content(PlantedItem item, string type, string code, string meaning) => item
        .Stays("ValueType", type).Stays("RelationshipType", "CONTAINS").Code("ConceptNameCodeSequence", code, "DCM", meaning);

    private static void Roi(PlantedItem item, Studies studies, int number, string name) => item
        .Present("ROINumber", number.ToString(CultureInfo.InvariantCulture)).Stays("ROIName", name).Stays("ROIGenerationAlgorithm", "MANUAL")
        .Uid("ReferencedFrameOfReferenceUID", studies.FrameOfReference).Free("ROIDescription");
}
