using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Identities;

/// <summary>Where the source is not clear about who a patient is, that is told once and without a name.</summary>
public sealed class IdentityConflictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_PatientID_each_study_is_a_subject_and_that_is_told_once()
    {
        Write("1", "", "1.2.1", "1.2.1.1");
        Write("2", "", "1.2.1", "1.2.1.2");
        Write("3", "", "1.2.2", "1.2.2.1");

        var results = Run();

        Assert.Equal(2, results.Select(result => result.Subject).Distinct().Count());
        Assert.Equal(results[0].Subject, results[1].Subject);
        AssertWarned("NoPatientID");
    }

    [Fact]
    public void One_PatientID_with_two_birth_dates_is_told_and_stays_one_subject()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1");
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("PatientBirthDate", "19610423"));
        Write("3", "MRN-1", "1.2.3", "1.2.3.1");
        Write("4", "MRN-1", "1.2.4", "1.2.4.1", instance => instance.Text("PatientBirthDate", ""));

        Assert.Single(Run().Select(result => result.Subject).Distinct());
        AssertWarned("TwoBirthDates");
    }

    [Fact]
    public void One_study_with_two_PatientIDs_is_told_once_with_both_subjects()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1");
        Write("2", "MRN-2", "1.2.1", "1.2.1.2");
        Write("3", "MRN-2", "1.2.1", "1.2.1.3");
        Write("4", "", "1.2.4", "1.2.4.1");
        Write("5", "MRN-3", "1.2.5", "1.2.5.1");

        var results = Run();

        var warning = Assert.Single(_listener.Warnings, warning => warning.Id == "StudyOfTwoPatients");
        Assert.Contains(results[0].Subject, warning.Message, StringComparison.Ordinal);
        Assert.Contains(results[1].Subject, warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MRN", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_PatientID_with_and_without_issuer_is_told_and_becomes_two_subjects()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1");
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("IssuerOfPatientID", "Klinik"));
        Write("3", "MRN-1", "1.2.3", "1.2.3.1");

        Assert.Equal(2, Run().Select(result => result.Subject).Distinct().Count());
        AssertWarned("MixedIssuer");
    }

    [Fact]
    public void Two_issuers_are_two_patients_and_no_conflict()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1", instance => instance.Text("IssuerOfPatientID", "Klinik A"));
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("IssuerOfPatientID", "Klinik B"));

        Assert.Equal(2, Run().Select(result => result.Subject).Distinct().Count());
        Assert.Empty(_listener.Warnings);
    }

    [Fact]
    public void Whoever_ignores_issuers_has_one_subject_and_no_warning()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1");
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("IssuerOfPatientID", "Klinik"));

        var results = Batch.Run(Batch.Options(_folder["out"]) with { IgnoreIssuer = true }, _listener, _folder["in"]);

        Assert.Single(results.Select(result => result.Subject).Distinct());
        Assert.Equal(2, results.Sum(result => result.InstanceCount));
        Assert.Empty(_listener.Warnings);
    }

    [Fact]
    public void What_one_is_known_by_under_another_issuer_is_taken_out_too()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1", instance => instance.Text("PatientName", "Wolpertinkel^Hulda"));
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("IssuerOfPatientID", "Klinik").Text("Manufacturer", "for Wolpertinkel"));

        Batch.Run(Batch.Options(_folder["out"]) with { IgnoreIssuer = true }, _listener, _folder["in"]);

        Assert.DoesNotContain(Directory.GetFiles(_folder["out"], "*.dcm", SearchOption.AllDirectories),
            path => Encoding.Latin1.GetString(File.ReadAllBytes(path)).Contains("Wolpertinkel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Klinik")]
    [InlineData("Klinik A", "Klinik B")]
    public void With_a_map_that_makes_two_issuers_one_subject_that_is_told_and_not_that_they_are_several(string one, string other)
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1", instance => instance.Text("IssuerOfPatientID", one));
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("IssuerOfPatientID", other));
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-1", "MRN-1", ""));

        var results = Batch.Run(Batch.Options(_folder["out"]) with { SubjectMap = map }, _listener, _folder["in"]);

        Assert.Equal(["S-1"], results.Select(result => result.Subject).Distinct());
        AssertWarned("IssuersShareSubject");
        Assert.DoesNotContain("several subjects", _listener.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_that_two_issuers_make_ambiguous_is_told_with_that_reason()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1", instance => instance.Text("IssuerOfPatientID", "Klinik A"));
        Write("2", "MRN-1", "1.2.2", "1.2.2.1", instance => instance.Text("IssuerOfPatientID", "Klinik B"));

        Batch.Run(Batch.Options(_folder["out"]) with { ExportMap = _folder["map.csv"] }, _listener, _folder["in"]);

        var warning = Assert.Single(_listener.Warnings);
        Assert.Equal("AmbiguousSubjectMap", warning.Id);
        Assert.Contains("several issuers", warning.Message, StringComparison.Ordinal);
        var error = Assert.Throws<DamsException>(() => Batch.Run(
            Batch.Options(_folder["out"]) with { SubjectMap = SubjectMap.Read(_folder["map.csv"]) }, _listener, _folder["in"]));
        Assert.Contains("two issuers", error.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Padding_does_not_make_another_patient()
    {
        Write("1", "MRN-1", "1.2.1", "1.2.1.1");
        Write("2", "MRN-1 ", "1.2.2", "1.2.2.1");
        Write("3", " MRN-1\0", "1.2.3", "1.2.3.1");

        Assert.Single(Run().Select(result => result.Subject).Distinct());
        Assert.Empty(_listener.Warnings);
    }

    private void AssertWarned(string id)
    {
        var warning = Assert.Single(_listener.Warnings);
        Assert.Equal(id, warning.Id);
        Assert.All(
            new[] { "MRN", "Muster", "Erika", "Klinik", "1952", "1961", "1.2." },
            word => Assert.DoesNotContain(word, warning.Message, StringComparison.OrdinalIgnoreCase));
    }

    private System.Collections.Generic.IReadOnlyList<ProtectedSeries> Run()
    {
        var results = Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]);
        Assert.Empty(_listener.Failures);
        return results;
    }

    private void Write(string name, string patientId, string study, string series, Action<InstanceBuilder>? more = null) =>
        _folder.Write(System.IO.Path.Combine("in", name), CT.Slice(patientId, study, series, more: more));
}
