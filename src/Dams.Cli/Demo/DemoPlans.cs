using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Dams.Cli.Demo;

/// <summary>The XML that the planning system CAS-One IR leaves beside the images.</summary>
internal static class DemoPlans
{
    private const string TimeOfDay = "10-15-00";

    /// <summary>Writes the XML of a patient.</summary>
    /// <param name="recording">The folder of the recording, which also holds the masks.</param>
    public static void Write(DemoPatient patient, string recording)
    {
        Save(recording, $"Plan_{TimeOfDay}", Plan(patient, DemoSeries.Planning, "Lession"));
        Save(recording, $"AblationValidation_{TimeOfDay}", Plan(patient, DemoSeries.Control, "AblationZone"));
        Save(recording, "PatientInfo", new XElement(
            "PatientInfo",
            new XAttribute("ID", patient.PatientID),
            new XAttribute("Initial", patient.WrittenName),
            new XAttribute("DOB", DemoPatient.Iso(patient.PatientBirthDate))));
        Save(recording, "CTInfo", new XElement(
            "CTInfo", new XElement("Institution", "Beispielklinik"), new XElement("Date", DemoPatient.Iso(patient.StudyDate))));
        Save(recording, "SurgeryInfo", new XElement(
            "SurgeryInfo", new XElement("Physician", patient.Referrer), new XElement("Patient", patient.WrittenName)));
    }

    /// <summary>Where the masks of a lesion are, from the folder of the recording.</summary>
    /// <param name="lesion">Which lesion, counted from 0.</param>
    public static IReadOnlyList<string> MaskFolders(int series, int lesion) => ["Segmentations", $"SeriesNo_{series}", $"SegmentationNo_{lesion}"];

    private static XElement Plan(DemoPatient patient, int series, string structure) => new(
        "Eagles",
        new XAttribute("version", "3.0.1"),
        new XAttribute("time", $"{DemoPatient.Iso(patient.StudyDate)}_{TimeOfDay} 10.48.12"),
        new XElement(
            "PatientData",
            new XAttribute("seriesID", patient.SeriesUid(series)),
            new XAttribute("seriesNumber", series),
            new XAttribute("seriesPath", $@"C:\Patients\{patient.WrittenName}_{patient.PatientID}\Study_0\Series_{series}"),
            new XAttribute("patientID", patient.PatientID)),
        new XElement("Trajectories", patient.Lesions.Select((lesion, i) => Needle(patient, series, structure, lesion, i))));

    private static XElement Needle(DemoPatient patient, int series, string structure, DemoLesion lesion, int index) => new(
        "Trajectory",
        new XAttribute("type", "EG_ATOMIC_TRAJECTORY"),
        new XElement("TargetPoint", $"{lesion.X} {lesion.Y} {lesion.Z}"),
        new XElement(
            "Segmentation",
            new XAttribute("StructureType", structure),
            new XAttribute("TypeOfSegmentation", "Manual"),
            new XElement("Path", string.Concat(MaskFolders(series, index).Select(name => $@"\{name}"))),
            new XElement("SeriesUID", patient.SeriesUid(series))));

    private static void Save(string folder, string name, XElement root)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using var writer = XmlWriter.Create(Path.Combine(folder, $"{name}.xml"), settings);
        root.Save(writer);
    }
}
