using System;
using System.IO;
using System.Text;

namespace Dams.Cli.Demo;

/// <summary>The patient list, with the columns that people have.</summary>
internal static class DemoList
{
    /// <param name="folderOf">The folder of each patient.</param>
    public static void Write(string path, Func<int, string> folderOf)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        CsvText.Write(writer, ["Patient_ID", "MRN", "Patient_Name", "Date_of_Birth", "Patient_Dir_Paths"]);
        for (var i = 0; i < DemoPatient.All.Count; i++)
        {
            var patient = DemoPatient.All[i];
            CsvText.Write(
                writer,
                [patient.ListedID, patient.PatientID, patient.ListedName, patient.ListedBirthDate, PythonList(folderOf(i))]);
        }
    }

    // A path may hold a separator of lists; inside the quotes of a Python list it does no harm.
    private static string PythonList(string path) => $"['{path.Replace(@"\", @"\\").Replace("'", @"\'")}']";
}
