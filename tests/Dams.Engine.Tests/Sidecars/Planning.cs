using System.IO;
using System.Text;
using Dams.Tests.Support;

namespace Dams.Tests.Sidecars;

/// <summary>Writes what a planning system leaves behind, of people who do not exist.</summary>
internal static class Planning
{
    public const string SourceUid = "1.2.826.0.1.77.1.3";
    public const string Time = "2024-03-12_10-15-00 10.48.12";

    /// <summary>A planning log as CAS-One IR writes it.</summary>
    public static string Log(string trajectories, string time = Time, string seriesId = SourceUid, string patientId = "MRN-4711") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Eagles version="3.0.1" time="{time}">
          <PatientData seriesID="{seriesId}" seriesNumber='3'   seriesPath="C:\Patients\Pat_Muster Erika_4711\Study_0\Series_3" patientID="{patientId}"/>
          <Trajectories>
        {trajectories}
          </Trajectories>
        </Eagles>

        """;

    /// <summary>A needle with the masks of its lesion.</summary>
    public static string Needle(string structure, string path, string seriesUid = "1.2.826.0.1.77.9") =>
        $"""
            <Trajectory type="EG_ATOMIC_TRAJECTORY">
              <EntryPoint>12.25 -33.5 101.125</EntryPoint>
              <Segmentation StructureType="{structure}" TypeOfSegmentation="Manual"><Path>{path}</Path><SeriesUID>{seriesUid}</SeriesUID></Segmentation>
            </Trajectory>
        """;

    /// <summary>A needle without masks.</summary>
    public static string BareNeedle => "    <Trajectory type=\"EG_ATOMIC_TRAJECTORY\"><EntryPoint>1 2 3</EntryPoint></Trajectory>";

    /// <summary>A needle with a sphere for its lesion.</summary>
    public static string Sphere(string structure) =>
        $"    <Trajectory><Segmentation StructureType=\"{structure}\" TypeOfSegmentation=\"Sphere\" SphereRadius=\"12.5\"/></Trajectory>";

    public static string Write(this TemporaryFolder folder, string relative, string text) => folder.Write(relative, Encoding.UTF8.GetBytes(text));

    /// <summary>Two slices of a series.</summary>
    /// <returns>Their folder.</returns>
    public static string WriteSeries(
        this TemporaryFolder folder, string relative, string seriesUid, string patientId = "MRN-4711", string name = "Muster^Erika")
    {
        foreach (var number in new[] { 1, 2 })
        {
            folder.Write($"{relative}/{number}.dcm", FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Text("SOPClassUID", FileBuilder.CTImageStorage)
                .Text("SOPInstanceUID", $"{seriesUid}.{number}")
                .Text("StudyDate", "20240312")
                .Text("Modality", "CT")
                .Text("PatientName", name)
                .Text("PatientID", patientId)
                .Text("PatientBirthDate", "19520817")
                .Text("StudyInstanceUID", "1.2.826.0.1.77.1")
                .Text("SeriesInstanceUID", seriesUid)
                .Text("SeriesNumber", "3")
                .Text("InstanceNumber", $"{number}")));
        }
        return Path.GetFullPath(folder[relative]);
    }
}
