using System.Collections.Generic;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>Writes series: a table for people, a JSON line for each of them for programs.</summary>
internal static class SeriesTable
{
    /// <summary>The list as CSV.</summary>
    public static PrivateTable<DicomSeries> Csv { get; } = new(
        ("PatientID", series => series.PatientID),
        ("PatientName", series => series.PatientName),
        ("PatientBirthDate", series => series.PatientBirthDate),
        ("PatientSex", series => series.PatientSex),
        ("CTDate", series => series.CTDate),
        ("StudyDate", series => series.StudyDate),
        ("StudyDescription", series => series.StudyDescription),
        ("SeriesNumber", series => series.SeriesNumber),
        ("SeriesDescription", series => series.SeriesDescription),
        ("Modality", series => series.Modality),
        ("SliceThickness", series => series.SliceThickness),
        ("InstanceCount", series => series.InstanceCount),
        ("Length", series => series.Length),
        ("StudyInstanceUID", series => series.StudyInstanceUID),
        ("SeriesInstanceUID", series => series.SeriesInstanceUID),
        ("SOPClassUID", series => series.SOPClassUID),
        ("FrameOfReferenceUID", series => series.FrameOfReferenceUID),
        ("Path", series => series.Path));

    public static void Write(IReadOnlyList<DicomSeries> series, JsonLines? lines)
    {
        if (lines is null)
        {
            TextTable.Write(
                ["PatientID", "CTDate", "Modality", "Number", "Files", "SeriesDescription"],
                series.Select(one => new[]
                {
                    one.PatientID, one.CTDate, one.Modality, $"{one.SeriesNumber}", $"{one.InstanceCount}", one.SeriesDescription,
                }));
        }
        foreach (var one in series)
            lines?.Write("series", EventObjects.Of(one));
    }
}
