using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.Segmentations;

/// <summary>Writes the dataset of an RT structure set with code of its own.</summary>
internal static class StructureSet
{
    public const string Storage = "1.2.840.10008.5.1.4.1.1.481.3";

    /// <param name="source">The series on whose images 2 and 3 the contours lie.</param>
    /// <param name="regions">What the regions are called.</param>
    /// <param name="namesSeries">Whether it lists the series, as most writers do, and not only the images of the contours.</param>
    public static void Write(
        DatasetBuilder dataset, string series, string source, IReadOnlyList<string> regions, bool namesSeries = true, string patient = "MRN-4711")
    {
        dataset
            .Text("SOPClassUID", Storage)
            .Text("SOPInstanceUID", $"{series}.1")
            .Text("StudyDate", "20240311")
            .Text("StudyTime", "101112")
            .Text("AccessionNumber", "ACC-815")
            .Text("Modality", "RTSTRUCT")
            .Text("Manufacturer", "Nobody")
            .Text("ReferringPhysicianName", "")
            .Text("OperatorsName", "")
            .Text("PatientName", "Muster^Erika")
            .Text("PatientID", patient)
            .Text("PatientBirthDate", "19520817")
            .Text("PatientSex", "F")
            .Text("StudyInstanceUID", "1.2.3")
            .Text("SeriesInstanceUID", series)
            .Text("StudyID", "7")
            .Text("SeriesNumber", "70")
            .Text("StructureSetLabel", "PLAN")
            .Text("StructureSetDate", "20240312")
            .Text("StructureSetTime", "101112");
        if (namesSeries)
        {
            dataset.Sequence("ReferencedFrameOfReferenceSequence", frame => frame
                .Text("FrameOfReferenceUID", "1.2.3.9")
                .Sequence("RTReferencedStudySequence", study => study
                    .Text("ReferencedSOPClassUID", "1.2.840.10008.3.1.2.3.1")
                    .Text("ReferencedSOPInstanceUID", "1.2.3")
                    .Sequence("RTReferencedSeriesSequence", item => item
                        .Text("SeriesInstanceUID", source)
                        .Sequence("ContourImageSequence", Scene.ImageReference($"{source}.2"), Scene.ImageReference($"{source}.3")))));
        }
        dataset
            .Sequence("StructureSetROISequence", [.. regions.Select((name, i) => (System.Action<DatasetBuilder>)(item => item
                .Text("ROINumber", Text(i + 1))
                .Text("ReferencedFrameOfReferenceUID", "1.2.3.9")
                .Text("ROIName", name)
                .Text("ROIGenerationAlgorithm", "MANUAL")))])
            .Sequence("ROIContourSequence", [.. regions.Select((_, i) => (System.Action<DatasetBuilder>)(item => item
                .Sequence("ContourSequence", Contour(2), Contour(3))
                .Text("ReferencedROINumber", Text(i + 1))))])
            .Sequence("RTROIObservationsSequence", [.. regions.Select((_, i) => (System.Action<DatasetBuilder>)(item => item
                .Text("ObservationNumber", Text(i + 1))
                .Text("ReferencedROINumber", Text(i + 1))
                .Text("RTROIInterpretedType", "")
                .Text("ROIInterpreter", "")))]);

        System.Action<DatasetBuilder> Contour(int slice) => item => item
            .Sequence("ContourImageSequence", Scene.ImageReference($"{source}.{slice}"))
            .Text("ContourGeometricType", "POINT")
            .Text("NumberOfContourPoints", "1")
            .Text("ContourData", $"-10\\-20\\{(2.5 * (slice - 1)).ToString(CultureInfo.InvariantCulture)}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
