using System;
using System.IO;
using System.Linq;
using Dams.Tests.Segmentations;
using Dams.Tests.Sidecars;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientJobs;

public sealed class PatientBatchTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_broken_file_is_told_once_though_each_step_meets_it()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", fill: 1);
        var broken = _scene["in/ct/ct2.dcm"];
        using (var file = File.OpenWrite(broken))
            file.SetLength(500);

        var result = Run("in");

        var failure = Assert.Single(_scene.Listener.Failures);
        Assert.Equal(Path.GetFullPath(broken), Path.GetFullPath(failure.SourcePath));
        Assert.StartsWith("Row 2, file ", failure.Item, StringComparison.Ordinal);
        Assert.Equal((1, 7), (result.FailedCount, result.InstanceCount));
    }

    [Fact]
    public void Each_broken_file_is_told()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        foreach (var name in new[] { "ct2.dcm", "ct4.dcm" })
        {
            using var file = File.OpenWrite(_scene[$"in/ct/{name}"]);
            file.SetLength(500);
        }

        var result = Run("in");

        Assert.Equal(["ct2.dcm", "ct4.dcm"], _scene.Listener.Failures.Select(failure => Path.GetFileName(failure.SourcePath)).Order());
        Assert.Equal((2, 3), (result.FailedCount, result.InstanceCount));
    }

    [Fact]
    public void A_folder_that_was_given_without_a_row_is_called_a_folder()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        using (var file = File.OpenWrite(_scene["in/ct/ct2.dcm"]))
            file.SetLength(500);
        Directory.CreateDirectory(_scene["empty"]);
        var reader = new PatientListReader(item => item);
        reader.AddFolder(_scene["empty"], Batch.Nothing);
        reader.AddFolder(_scene["in"], Batch.Nothing);
        var plan = PatientListPlanner.Plan(reader.Rows, new PlanOptions(), new RunContext(_scene.Listener));

        var batch = new PatientBatch(new PatientBatchOptions(Batch.Options(_scene["out"])), plan.Count, new RunContext(_scene.Listener));
        var results = plan.Select(batch.Run).ToArray();

        Assert.StartsWith("Folder 1: ", plan[0].Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("row", plan[0].Problem, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Folder 1: ", _scene.Listener.Failures[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Folder 2, file ", _scene.Listener.Failures[1].Message, StringComparison.Ordinal);
        Assert.Equal(["Folder 1", "Folder 2"], results.Select(result => result.Entry));
        Assert.All(results, result => Assert.Empty(result.Rows));
    }

    [Fact]
    public void A_second_run_is_one_error_for_a_patient_though_images_and_XML_are_there()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        File.WriteAllText(_scene["in/ct/PatientInfo.xml"], "<PatientInfo ID='MRN-4711' Initial='Muster Erika' DOB='1952-08-17'/>");
        var first = Run("in");
        Assert.Equal((1, ""), (first.XmlCount, string.Join(' ', _scene.Listener.Failures.Select(failure => failure.Message))));

        var second = Run("in");

        var told = Assert.Single(_scene.Listener.Failures, failure => !failure.IsRepeat);
        Assert.Contains("-Resume", told.Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 2, file ", told.Item, StringComparison.Ordinal);
        Assert.Equal(6, second.FailedCount);
    }

    [Fact]
    public void A_segmentation_whose_source_is_not_here_keeps_what_it_says_and_the_problem_is_told()
    {
        _scene.WriteCT("in/other", "1.2.3.2");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", references: Scene.SeriesReference("1.2.3.1", 2, 3, 4), source: "1.2.3.1");

        var result = Run("in", discover: true);

        Assert.Contains("not here", result.Problem, StringComparison.Ordinal);
        Assert.Equal((1, 0), (result.SegmentationCount, result.LinkedCount));
        var seg = result.Series.Single(series => series.Modality == "SEG").Files[0];
        Assert.Empty(Scene.Values(seg, "RelatedSeriesSequence"));
        var row = Assert.Single(SegmentationIndex.Read([_scene["out"]], new RunContext(_scene.Listener)));
        Assert.Equal("The series it was drawn on is not here.", row.Problem);
    }

    [Fact]
    public void A_segmentation_is_linked_with_the_phase_that_it_names()
    {
        _scene.WriteCT("in/arterial", "1.2.3.1");
        _scene.WriteCT("in/venous", "1.2.3.2");
        _scene.WriteObject("in/seg/s.dcm", "1.2.3.60", source: "1.2.3.2");

        var result = Run("in", discover: true);

        Assert.Equal(("", 1), (result.Problem, result.LinkedCount));
        Assert.Equal(5, Assert.Single(SegmentationIndex.Read([_scene["out"]], new RunContext(_scene.Listener))).SourceFiles.Count);
    }

    [Theory]
    [InlineData(@"\Segmentations\SeriesNo_3\SegmentationNo_0", "1.2.3.2")]
    [InlineData(@"\other", "1.2.826.0.1.77.9")]
    public void A_plan_that_names_images_where_masks_belong_changes_none_of_them(string place, string seriesUid)
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteCT("in/other", "1.2.3.2");
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_1", "1.2.3.1", fill: 1);
        File.WriteAllText(_scene["in/Plan_1.xml"], Planning.Log(Planning.Needle("Lession", place, seriesUid), seriesId: "1.2.3.1"));
        var files = Scene.FilesOf(_scene["in"]);
        var before = files.Select(File.ReadAllBytes).ToArray();

        var result = Run("in");

        Assert.Equal(before, files.Select(File.ReadAllBytes));
        Assert.Equal((0, "Its masks were not found."), (result.LinkedCount, result.Problem));
        Assert.Equal(3, result.Series.Count);
        Assert.All(result.Series.Where(series => series.InstanceCount == 5).SelectMany(series => series.Files), file => Assert.Empty(Scene.Values(file, "DerivationDescription")));
    }

    private PatientResult Run(string folder, bool discover = false)
    {
        var reader = new PatientListReader(item => _scene[item]);
        reader.Add(2, [("Path", folder)]);
        var plan = PatientListPlanner.Plan(reader.Rows, new PlanOptions(), new RunContext(new RecordingListener()));
        var options = new PatientBatchOptions(Batch.Options(_scene["out"])) { Discover = discover };
        return new PatientBatch(options, plan.Count, new RunContext(_scene.Listener)).Run(Assert.Single(plan));
    }
}
