using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

/// <summary>What a run over paths would do, told before.</summary>
public sealed class SeriesPlannerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_patient_has_the_folder_and_the_subject_of_the_run()
    {
        WriteTwo();

        var plan = Plan(Batch.Nothing);

        Assert.Equal([_folder["in/a"], _folder["in/b"]], plan.Select(patient => Assert.Single(patient.Folders)));
        Assert.Equal([(2, 3), (1, 1)], plan.Select(patient => (patient.SeriesCount, patient.InstanceCount)));
        Assert.All(plan, patient => Assert.Equal(("", null), (patient.Problem, patient.Error)));
        var results = Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]);
        Assert.Equal(results.Select(result => result.Subject).Distinct(), plan.Select(patient => patient.Subject));
    }

    [Fact]
    public void One_identity_for_two_patients_is_the_problem_of_the_second()
    {
        WriteTwo();

        var plan = Plan(new GivenIdentity("S-1", null, null));

        Assert.Equal([null, "SeveralPatients"], plan.Select(patient => patient.Error?.Id));
        Assert.Equal(["S-1", ""], plan.Select(patient => patient.Subject));
    }

    [Fact]
    public void One_subject_id_that_is_given_to_two_patients_by_itself_is_the_problem_of_the_second()
    {
        WriteTwo();
        var series = Batch.Index(_folder["in"]).Select((one, i) => (one, new GivenIdentity(one.PatientID == "MRN-2" ? "s-1" : "S-1", $"N-{i}", null)));

        var plan = SeriesPlanner.Plan([.. series], Batch.Options(_folder["out"]), isKeyKnown: true, new RunContext(_listener));

        Assert.Equal([null, "SeveralPatients"], plan.Select(patient => patient.Error?.Id));
    }

    [Fact]
    public void An_identity_that_is_the_patients_own_is_a_problem_and_is_not_repeated()
    {
        _folder.Write("in/1", CT.Slice());

        var patient = Assert.Single(Plan(new GivenIdentity("MRN-4711", null, null)));

        Assert.Equal(("GivenValueIsPatients", ""), (patient.Error?.Id, patient.Subject));
        Assert.DoesNotContain("4711", patient.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_a_key_has_no_subjects_that_a_run_would_not_make()
    {
        WriteTwo();

        Assert.All(Plan(Batch.Nothing, isKeyKnown: false), patient => Assert.Equal("", patient.Subject));
        Assert.Equal("S-1", Plan(new GivenIdentity("S-1", null, null), isKeyKnown: false)[0].Subject);
    }

    [Fact]
    public void A_destination_inside_the_source_is_told_by_the_plan()
    {
        _folder.Write("in/1", CT.Slice());

        var error = Assert.Throws<DamsException>(() => SeriesPlanner.Plan(
            [(Batch.Index(_folder["in"])[0], Batch.Nothing)], Batch.Options(_folder["in/out"]), isKeyKnown: true, new RunContext(_listener)));

        Assert.Equal("DestinationInsideSource", error.Id);
    }

    [Fact]
    public void Nothing_is_written()
    {
        WriteTwo();

        Plan(Batch.Nothing);

        Assert.False(Directory.Exists(_folder["out"]));
    }

    private void WriteTwo()
    {
        _folder.Write("in/a/1", CT.Slice("MRN-1", "1.2.1", "1.2.1.1"));
        _folder.Write("in/a/2", CT.Slice("MRN-1", "1.2.1", "1.2.1.1", 2));
        _folder.Write("in/a/3", CT.Slice("MRN-1", "1.2.1", "1.2.1.2"));
        _folder.Write("in/b/1", CT.Slice("MRN-2", "1.2.2", "1.2.2.1"));
    }

    private System.Collections.Generic.IReadOnlyList<PlannedPatient> Plan(GivenIdentity given, bool isKeyKnown = true) => SeriesPlanner.Plan(
        [.. Batch.Index(_folder["in"]).Select(series => (series, given))], Batch.Options(_folder["out"]), isKeyKnown, new RunContext(_listener));
}
