using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

public sealed class PatientListPlannerTests : IDisposable
{
    private readonly ListBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_study_that_two_rows_share_under_two_PatientIDs_is_told_with_both_rows()
    {
        var rows = new (object?, object?, string)[] { ("S-1", null, _bench.Write("a", "MRN-1")), ("S-2", null, _bench.Write("b", "MRN-2")) };

        _bench.Plan(rows);

        var warning = Assert.Single(_bench.Listener.Warnings);
        Assert.Equal("StudyOfTwoPatients", warning.Id);
        Assert.StartsWith("Row 2 and row 3: ", warning.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Folders_that_are_links_are_told_where_nothing_but_the_plan_is_wanted_and_where_the_row_is_refused()
    {
        _bench.Write("real/a");
        Directory.CreateDirectory(_bench["empty"]);
        Directory.CreateSymbolicLink(_bench["empty/link"], _bench["real"]);
        Directory.CreateSymbolicLink(_bench["real/link"], _bench["empty"]);

        _bench.Plan(("S-1", null, _bench["empty"]), ("S-2", null, _bench["real"]));
        Assert.StartsWith("Row 2: 1 folder is a link", Assert.Single(_bench.Listener.Warnings).Message, StringComparison.Ordinal);

        _bench.Listener.Warnings.Clear();
        _bench.Plan(new PlanOptions { IsValidation = true }, ("S-1", null, _bench["empty"]), ("S-2", null, _bench["real"]));
        Assert.Equal(["LinkedFolders", "LinkedFolders"], _bench.Listener.Warnings.Select(warning => warning.Id));
    }

    [Fact]
    public void A_plan_says_how_much_there_is_of_each_patient()
    {
        _bench.Write("a/ct", series: "1");
        _bench.Write("a/ct", series: "1");
        _bench.Write("a/seg", series: "2");
        _bench.WriteOther("a/notes.txt", "nothing");
        _bench.Write("b", "MRN-4712");

        var plan = _bench.Plan(("S-1", "MRN-4711", "a"), ("S-2", "MRN-4712", "b"));

        Assert.Equal(["S-1", "S-2"], plan.Select(patient => patient.Subject));
        Assert.Equal([2, 3], plan.SelectMany(patient => patient.Rows));
        Assert.Equal((2, 3, 0), (plan[0].SeriesCount, plan[0].InstanceCount, plan[0].UnreadableCount));
        Assert.Equal((1, 1), (plan[1].SeriesCount, plan[1].InstanceCount));
        Assert.Equal(Directory.GetFiles(_bench["a"], "*.dcm", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), plan[0].Length);
        Assert.All(plan, patient => Assert.Equal(("", null), (patient.Problem, patient.Error)));
        Assert.Equal([_bench["a"]], plan[0].Folders);
        Assert.Equal("Row 2", plan[0].ToString());
    }

    [Fact]
    public void A_row_without_ids_is_of_whom_its_folders_are()
    {
        _bench.Write("a");

        var patient = Assert.Single(_bench.Plan((null, null, "a")));

        Assert.True(patient.Given.IsEmpty);
        Assert.Equal("", patient.Subject);
        Assert.Null(patient.Error);
    }

    [Fact]
    public void The_new_values_are_those_of_the_row()
    {
        _bench.Write("a");

        var patient = Assert.Single(_bench.Plan(new PlanOptions(),
            [("Patient_ID", "S-1"), ("Patient Name", "Subject One"), ("Date_of_Birth", 18264.0), ("Patient_Dir_Paths", "a")]));

        Assert.Equal(("S-1", "Subject One", "19500101"), (patient.Given.SubjectID, patient.Given.PatientName, patient.Given.PatientBirthDate));
    }

    [Fact]
    public void A_repeated_patient_joins_its_folders()
    {
        _bench.Write("a", series: "1");
        _bench.Write("b", "MRN-4712");
        _bench.Write("c", series: "1");
        _bench.Write("c", series: "2");

        var plan = _bench.Plan(("S-1", null, "a"), ("S-2", null, "b"), ("S-1", null, "c"));

        Assert.Equal([2, 4], plan[0].Rows);
        Assert.Equal([_bench["a"], _bench["c"]], plan[0].Folders);
        Assert.Equal((2, 3), (plan[0].SeriesCount, plan[0].InstanceCount));
        Assert.Equal([3], plan[1].Rows);
    }

    [Fact]
    public void A_repeated_patient_needs_the_new_values_once()
    {
        _bench.Write("a");
        _bench.Write("b");
        _bench.Write("c");

        var patient = Assert.Single(_bench.Plan(("S-1", null, "a"), (null, "MRN-4711", "b"), (null, null, "c")));

        Assert.Equal([2, 3, 4], patient.Rows);
        Assert.Equal("S-1", patient.Given.SubjectID);
    }

    [Fact]
    public void A_folder_that_is_named_twice_for_one_patient_counts_once()
    {
        _bench.Write("a/1");
        _bench.Write("a/2");

        var patient = Assert.Single(_bench.Plan(("S-1", null, "a/1;a;a/1"), ("S-1", null, "a"), (null, "MRN-4711", "a/2")));

        Assert.Equal([_bench["a"]], patient.Folders);
        Assert.Equal((2, null), (patient.InstanceCount, patient.Error));
    }

    [Fact]
    public void Files_that_cannot_be_read_are_counted_and_told_by_the_run()
    {
        var folder = _bench.Write("a");
        var whole = File.ReadAllBytes(Directory.GetFiles(folder).Single());
        File.WriteAllBytes(Path.Combine(folder, "cut.dcm"), whole[..^60]);
        _bench.WriteOther("a/empty", "");

        var patient = Assert.Single(_bench.Plan(("S-1", null, "a")));

        Assert.Equal((1, 2, null), (patient.InstanceCount, patient.UnreadableCount, patient.Error));
        Assert.Empty(_bench.Listener.Failures);
    }

    [Fact]
    public void A_file_may_stand_for_a_folder()
    {
        _bench.Write("a");
        _bench.Write("a");

        Assert.Equal(1, Assert.Single(_bench.Plan(("S-1", null, "a/1.dcm"))).InstanceCount);
    }

    [Fact, CoversError("DestinationInsideSource")]
    public void A_destination_inside_a_folder_of_the_list_stops_the_whole_list()
    {
        _bench.Write("a");

        var error = Assert.Throws<DamsException>(() => _bench.Plan(
            new PlanOptions { Destination = _bench["a/out"] }, ("S-1", null, "a")));

        Assert.Equal("DestinationInsideSource", error.Id);
        Assert.Null(Assert.Single(_bench.Plan(new PlanOptions { Destination = _bench["out"] }, ("S-1", null, "a"))).Error);
    }

    [Fact]
    public void A_plan_can_be_stopped()
    {
        _bench.Write("a");
        var reader = new PatientListReader(path => path);
        reader.Add(2, [("Patient_Dir_Paths", _bench["a"])]);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => PatientListPlanner.Plan(reader.Rows, new PlanOptions(), new RunContext(_bench.Listener, stop.Token)));
    }

    [Fact]
    public void The_number_of_workers_changes_nothing()
    {
        for (var i = 0; i < 40; i++)
            _bench.Write($"p{i % 8}", $"MRN-{i % 8}", series: $"{i % 3}");
        var rows = Enumerable.Range(0, 8).Select(i => ((object?)$"S-{i}", (object?)$"MRN-{i}", $"p{i}")).ToArray();

        var one = _bench.Plan(workers: 1, rows);
        var many = _bench.Plan(workers: 7, rows);

        Assert.Equal(8, one.Count);
        Assert.Equal(
            one.Select(patient => (patient.Subject, patient.SeriesCount, patient.InstanceCount, patient.Length, patient.Problem)),
            many.Select(patient => (patient.Subject, patient.SeriesCount, patient.InstanceCount, patient.Length, patient.Problem)));
    }
}
