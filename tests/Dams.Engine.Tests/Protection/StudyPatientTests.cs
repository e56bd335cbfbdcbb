using System;
using System.IO;
using System.Linq;
using Dams.Tests.Segmentations;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>A study is of one patient: an instance without PatientID is of the patient whom the others name.</summary>
public sealed class StudyPatientTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_segmentation_without_PatientID_is_of_the_patient_of_its_study()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "", source: "1.2.3.1");

        var results = Protect();

        Assert.Single(results.Select(result => result.Subject).Distinct());
        Assert.All(results, result => Assert.Equal("MRN-4711", result.PatientID));
        Assert.Equal(results[0].Subject, Scene.Value(results.Single(result => result.Modality == "SEG").Files[0], "PatientID"));
        Assert.Empty(_scene.Listener.Warnings);
        Assert.Empty(_scene.Listener.Failures);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        _scene.WriteObject("in/a/s.dcm", "1.2.3.60", patient: "", source: "1.2.3.1");
        _scene.WriteCT("in/ct", "1.2.3.1");

        Assert.Single(Protect().Select(result => result.Subject).Distinct());
    }

    [Fact]
    public void What_the_patient_is_known_by_does_not_stay_in_a_segmentation_without_PatientID()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "", references: dataset => dataset
            .Sequence("AnatomicRegionSequence", item => item.Text("CodeValue", "10200004").Text("CodingSchemeDesignator", "SCT").Text("CodeMeaning", "Liver of MRN-4711")));

        var seg = Protect().Single(result => result.Modality == "SEG");

        Assert.DoesNotContain("MRN-4711", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(seg.Files[0])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_with_two_PatientIDs_is_told()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "MRN-4712");

        Assert.Equal(2, Protect().Select(result => result.Subject).Distinct().Count());

        var warning = Assert.Single(_scene.Listener.Warnings);
        Assert.Equal("StudyOfTwoPatients", warning.Id);
        Assert.DoesNotContain("MRN", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_without_PatientID_in_a_study_of_two_patients_is_of_neither()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteCT("in/other", "1.2.3.2", patient: "MRN-4712");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "");

        Assert.Equal(3, Protect().Select(result => result.Subject).Distinct().Count());

        Assert.Equal(["NoPatientID", "StudyOfTwoPatients"], _scene.Listener.Warnings.Select(warning => warning.Id).Order());
    }

    [Fact]
    public void A_list_takes_a_folder_with_a_segmentation_without_PatientID()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "", source: "1.2.3.1");

        var patient = Plan(("Path", "in"));
        Assert.Null(patient.Error);
        var result = Run(patient);

        Assert.Equal(("MRN-4711", 2, 0), (result.PatientID, result.SeriesCount, result.FailedCount));
        Assert.Single(result.Series.Select(series => series.Subject).Distinct());
    }

    [Fact]
    public void A_list_takes_two_folders_of_one_study_one_of_them_without_PatientID()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "", source: "1.2.3.1");

        Assert.Null(Plan(("Path", "in/ct;in/seg")).Error);
    }

    [Fact]
    public void A_folder_with_a_study_of_nobody_beside_that_of_a_patient_is_refused()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", patient: "", study: "1.2.9");

        Assert.Equal("FolderOfSeveralPatients", Plan(("Path", "in")).Error?.Id);
    }

    private ProtectedSeries[] Protect() =>
        [.. Batch.Run(Batch.Options(_scene["out"]), new RunContext(_scene.Listener), _scene["in"])];

    private PlannedPatient Plan(params (string Title, object? Value)[] row)
    {
        var reader = new PatientListReader(item => _scene[item]);
        reader.Add(2, row);
        return Assert.Single(PatientListPlanner.Plan(reader.Rows, new PlanOptions(), new RunContext(new RecordingListener())));
    }

    private PatientResult Run(PlannedPatient patient) =>
        new PatientBatch(new PatientBatchOptions(Batch.Options(_scene["out"])), 1, new RunContext(_scene.Listener)).Run(patient);
}
