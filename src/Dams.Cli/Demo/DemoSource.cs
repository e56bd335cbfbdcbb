using System.IO;

namespace Dams.Cli.Demo;

/// <summary>What a hospital has: folders of images, masks and XML of patients, and a list of the patients.</summary>
internal static class DemoSource
{
    private const string RecordingsFolder = "CAS-One Recordings";

    /// <summary>Writes all of it.</summary>
    /// <returns>The path of the patient list.</returns>
    public static string Write(string folder)
    {
        for (var i = 0; i < DemoPatient.All.Count; i++)
            WritePatient(DemoPatient.All[i], FolderOf(folder, i));
        var list = Path.Combine(folder, "patients.csv");
        DemoList.Write(list, i => FolderOf(folder, i));
        return list;
    }

    private static string FolderOf(string folder, int patient) => Path.Combine(folder, $"patient{patient + 1}");

    private static void WritePatient(DemoPatient patient, string folder)
    {
        var recording = Path.Combine(folder, RecordingsFolder, DemoPatient.Iso(patient.StudyDate));
        foreach (var series in new[] { DemoSeries.Planning, DemoSeries.Control })
        {
            var images = Directory.CreateDirectory(Path.Combine(folder, $"series{series}")).FullName;
            for (var slice = 1; slice <= DemoSeries.SliceCount; slice++)
                File.WriteAllBytes(Path.Combine(images, Name(slice)), DemoImage.Encode(patient, series, slice));
            for (var lesion = 0; lesion < patient.Lesions.Count; lesion++)
                WriteMask(patient, series, lesion, Path.Combine([recording, .. DemoPlans.MaskFolders(series, lesion)]));
        }
        DemoPlans.Write(patient, recording);
    }

    private static void WriteMask(DemoPatient patient, int series, int lesion, string folder)
    {
        Directory.CreateDirectory(folder);
        for (var slice = 1; slice <= DemoSeries.SliceCount; slice++)
        {
            if (DemoSeries.Mask(patient.Lesions[lesion], series, slice) is { } pixels)
                File.WriteAllBytes(Path.Combine(folder, Name(slice)), DemoImage.EncodeMask(patient, series, slice, pixels));
        }
    }

    private static string Name(int slice) => $"IM{slice:D4}.dcm";
}
