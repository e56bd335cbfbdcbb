using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.PatientLists;

/// <summary>Folders of people who do not exist, and lists that name them.</summary>
internal sealed class ListBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _instances;

    public RecordingListener Listener { get; } = new();

    public string Root => _folder.Path;

    public string this[string relative] => _folder[relative];

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes an instance into a folder.</summary>
    /// <returns>The folder.</returns>
    public string Write(
        string folder, string patientID = "MRN-4711", string name = "Muster^Erika", string series = "1", string issuer = "", bool isRemoved = false,
        string birthDate = "")
    {
        _instances++;
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset =>
        {
            dataset
                .Text("SOPClassUID", FileBuilder.CTImageStorage)
                .Text("SOPInstanceUID", $"1.2.3.{_instances}")
                .Text("Modality", "CT")
                .Text("PatientName", name)
                .Text("PatientID", patientID)
                .Text("IssuerOfPatientID", issuer)
                .Text("PatientBirthDate", birthDate);
            if (isRemoved)
                dataset.Text("PatientIdentityRemoved", "YES");
            dataset
                .Text("StudyInstanceUID", $"1.2.{series}")
                .Text("SeriesInstanceUID", $"1.2.{series}.1")
                .Bytes("PixelData", new byte[8], "OW");
        });
        _folder.Write(Path.Combine(folder, $"{_instances}.dcm"), bytes);
        return _folder[folder];
    }

    public void WriteOther(string file, string text) => _folder.Write(file, System.Text.Encoding.ASCII.GetBytes(text));

    /// <summary>Plans rows with the columns subj, MRN and Patient_Dir_Paths; the first is row 2.</summary>
    public IReadOnlyList<PlannedPatient> Plan(params (object? Subject, object? Mrn, string Folders)[] rows) => Plan(new PlanOptions(), rows);

    public IReadOnlyList<PlannedPatient> Plan(PlanOptions options, params (object? Subject, object? Mrn, string Folders)[] rows) =>
        Plan(options, Titled(rows));

    public IReadOnlyList<PlannedPatient> Plan(PlanOptions options, params (string Title, object? Value)[][] rows) =>
        Plan(options, new RunContext(Listener), rows);

    public IReadOnlyList<PlannedPatient> Plan(int workers, params (object? Subject, object? Mrn, string Folders)[] rows) =>
        Plan(new PlanOptions(), new RunContext(Listener) { Workers = workers }, Titled(rows));

    private static (string Title, object? Value)[][] Titled((object? Subject, object? Mrn, string Folders)[] rows) =>
        [.. rows.Select(row => new (string, object?)[] { ("subj", row.Subject), ("MRN", row.Mrn), ("Patient_Dir_Paths", row.Folders) })];

    private IReadOnlyList<PlannedPatient> Plan(PlanOptions options, RunContext context, (string Title, object? Value)[][] rows)
    {
        var reader = new PatientListReader(path => Path.Combine(Root, path));
        for (var i = 0; i < rows.Length; i++)
            reader.Add(i + 2, rows[i]);
        return PatientListPlanner.Plan(reader.Rows, options, context);
    }
}
