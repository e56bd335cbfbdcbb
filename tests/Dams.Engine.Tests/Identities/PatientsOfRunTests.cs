using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Identities;

/// <summary>New values that are those of other patients of the run, and maps that do not fit them.</summary>
public sealed class PatientsOfRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public PatientsOfRunTests()
    {
        Write("1", "MRN-1", "1.2.1.1");
        Write("2", "MRN-2", "1.2.2.1");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("MRN-2", null)]
    [InlineData("mrn2", null)]
    [InlineData(null, "Beispiel Bert")]
    public void A_value_of_another_patient_of_the_run_is_refused(string? id, string? name)
    {
        Write("2", "MRN-2", "1.2.2.1", instance => instance.Text("PatientName", "Beispiel^Bert"));
        var series = Batch.Index(_folder["in"]);

        Assert.Empty(RunExpecting(series, series.Where(one => one.PatientID == "MRN-1"), new GivenIdentity(id, name, null), Batch.Options(_folder["out"])));

        Assert.Equal("GivenValueIsPatients", Assert.Single(_listener.Failures).Error.Id);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void A_patient_whose_id_another_one_was_given_before_is_refused()
    {
        var series = Batch.Index(_folder["in"]);
        using var run = new ProtectionRun(Batch.Options(_folder["other"]), new RunContext(_listener));

        ProtectedSeries[] results =
            [.. run.Add(series[0], new GivenIdentity("MRN-2", null, null)), .. run.Add(series[1], Batch.Nothing), .. run.Complete()];

        Assert.Equal("MRN-1", Assert.Single(results).PatientID);
        Assert.Equal("GivenValueIsPatients", Assert.Single(_listener.Failures).Error.Id);
    }

    [Fact]
    public void A_map_that_gives_one_patient_the_number_of_another_is_refused()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("MRN-2", "MRN-1", ""));
        var series = Batch.Index(_folder["in"]);

        var result = Assert.Single(RunExpecting(series, series, Batch.Nothing, Batch.Options(_folder["out"]) with { SubjectMap = map }));

        Assert.Equal("MRN-2", result.PatientID);
        Assert.Equal("GivenValueIsPatients", Assert.Single(_listener.Failures).Error.Id);
    }

    [Fact]
    [CoversError("LineOfTwoPatients")]
    public void Two_patients_whose_numbers_differ_by_zeros_do_not_become_one_subject_by_a_map()
    {
        Write("1", "0004711", "1.2.1.1");
        Write("2", "4711", "1.2.2.1");
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-9", "4711", ""));

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]) with { SubjectMap = map }, _listener, _folder["in"]));

        Assert.Equal("S-9", result.Subject);
        Assert.Equal("LineOfTwoPatients", Assert.Single(_listener.Failures).Error.Id);
    }

    [Theory]
    [InlineData("MRN-1", "NotInSubjectMap")]
    [InlineData("MRN-7", "NobodyInSubjectMap")]
    public void A_map_that_does_not_know_patients_is_told(string mrn, string expected)
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-9", mrn, ""));

        Batch.Run(Batch.Options(_folder["out"]) with { SubjectMap = map }, _listener, _folder["in"]);

        Assert.Equal(expected, Assert.Single(_listener.Warnings).Id);
    }

    [Fact]
    public void Who_is_a_subject_of_the_map_already_stays_one()
    {
        Write("1", "S-9", "1.2.1.1", instance => instance.Text("PatientIdentityRemoved", "YES"));
        Write("2", "S-8", "1.2.2.1");
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-9", "MRN-1", ""));
        map.Add(new SubjectMapEntry("S-8", "MRN-2", ""));

        var results = Batch.Run(Batch.Options(_folder["out"]) with { SubjectMap = map }, _listener, _folder["in"]);

        // S-8 is what the images of another patient are called, who was never de-identified.
        Assert.Equal(["S-9", new SubjectIds(TestKey.Key, "SUBJ-").Derive(new PatientIdentity("S-8", "", ""))], results.Select(result => result.Subject));
        Assert.Equal("NotInSubjectMap", Assert.Single(_listener.Warnings).Id);
    }

    [Fact]
    public void A_format_of_names_that_holds_the_name_of_a_patient_of_the_run_is_refused()
    {
        Write("2", "MRN-2", "1.2.2.1", instance => instance.Text("PatientName", "Beispiel^Bert"));
        var series = Batch.Index(_folder["in"]);
        var options = Batch.Options(_folder["out"]) with { PatientNameFormat = "Bert Beispiel {Subject}" };

        Assert.Empty(RunExpecting(series, series, Batch.Nothing, options));

        Assert.All(_listener.Failures, failure => Assert.Equal("GivenValueIsPatients", failure.Error.Id));
        Assert.Equal(2, _listener.Failures.Count);
    }

    private List<ProtectedSeries> RunExpecting(
        IReadOnlyList<DicomSeries> all, IEnumerable<DicomSeries> added, GivenIdentity given, ProtectionOptions options)
    {
        using var run = new ProtectionRun(options, new RunContext(_listener));
        run.Expect(all);
        var results = added.SelectMany(one => run.Add(one, given)).ToList();
        results.AddRange(run.Complete());
        return results;
    }

    private void Write(string name, string patientId, string series, Action<InstanceBuilder>? more = null) =>
        _folder.Write(Path.Combine("in", name), CT.Slice(patientId, series[..^2], series, more: more));
}
