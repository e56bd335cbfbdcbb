using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Dams.Tests.Support;

namespace Dams.Benchmarks;

/// <summary>Folders of patients who do not exist, and the list that names them.</summary>
/// <param name="Series">Series of each patient, each in a folder of its own.</param>
/// <param name="Slices">Instances of each series.</param>
internal sealed record PatientTree(string Root, int Patients, int Series, int Slices)
{
    private const int Size = 64;

    public string List => Path.Combine(Root, "patients.csv");

    public void Write()
    {
        Parallel.For(0, Patients, WritePatient);
        using var list = new StreamWriter(List);
        list.WriteLine("Patient_ID,MRN,Patient_Name,Date_of_Birth,Patient_Dir_Paths");
        for (var patient = 0; patient < Patients; patient++)
        {
            list.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"S-{1_000_000 + patient},{patient + 1},Subject {1_000_000 + patient},{18264 + patient},{Folder(patient)}"));
        }
    }

    private static string Folder(int patient) => string.Create(CultureInfo.InvariantCulture, $"p{patient:D5}");

    private void WritePatient(int patient)
    {
        for (var series = 0; series < Series; series++)
        {
            var folder = Path.Combine(Root, Folder(patient), $"series{series}");
            Directory.CreateDirectory(folder);
            for (var slice = 0; slice < Slices; slice++)
                File.WriteAllBytes(Path.Combine(folder, $"{slice}.dcm"), Instance(patient, series, slice));
        }
    }

    private static byte[] Instance(int patient, int series, int slice) => FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
        .Text("SpecificCharacterSet", "ISO_IR 100")
        .Text("SOPClassUID", FileBuilder.CTImageStorage)
        .Text("SOPInstanceUID", $"1.2.3.{patient}.{series}.{slice}")
        .Text("StudyDate", "20240311")
        .Text("AcquisitionDate", "20240312")
        .Text("AccessionNumber", "ACC-815")
        .Text("Modality", "CT")
        .Text("InstitutionName", "Musterklinik")
        .Text("StudyDescription", "CT Abdomen")
        .Text("SeriesDescription", "venous")
        .Text("PatientName", "Muster^Erika")
        .Text("PatientID", (patient + 1).ToString("D7", CultureInfo.InvariantCulture))
        .Text("PatientBirthDate", "19520817")
        .Text("PatientSex", "F")
        .Text("SliceThickness", "2.5")
        .Text("StudyInstanceUID", $"1.2.3.{patient}")
        .Text("SeriesInstanceUID", $"1.2.3.{patient}.{series}")
        .Text("SeriesNumber", $"{series}")
        .Text("InstanceNumber", $"{slice}")
        .Numbers("Rows", Size)
        .Numbers("Columns", Size)
        .Bytes("PixelData", new byte[2 * Size * Size], "OW"));
}
