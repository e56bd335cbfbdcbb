using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Subjects;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Identities;

/// <summary>Identities that the user gives, and those that are derived where none is given.</summary>
public sealed class GivenIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public GivenIdentityTests()
    {
        Write("1", "MRN-1", "1.2.1.1");
        Write("2", "MRN-2", "1.2.2.1");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_any_the_subject_and_the_name_are_derived()
    {
        var subject = new SubjectIds(TestKey.Key, "SUBJ-").Derive(new PatientIdentity("MRN-1", "", ""));

        var result = Run(Batch.Nothing)[0];

        Assert.Equal((subject, "MRN-1", "20240312"), (result.Subject, result.PatientID, result.CTDate));
        Assert.Equal((subject, subject, ""), IdentityIn(result));
        Assert.Equal("1.2.1.1", result.SourceSeriesInstanceUID);
        Assert.Equal(TestKey.NewUid("1.2.1.1"), result.SeriesInstanceUID);
        Assert.Equal("CT", result.Modality);
    }

    [Fact]
    public void Given_values_win_over_the_map_and_the_map_over_derived_ones()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("LIVER-7", "MRN-1", ""));
        map.Add(new SubjectMapEntry("LIVER-8", "MRN-2", "20200101"));
        var options = Batch.Options(_folder["mapped"]) with { SubjectMap = map };

        Assert.Equal(["LIVER-7", "LIVER-8"], Run(Batch.Nothing, options).Select(result => result.Subject));

        var given = new GivenIdentity("X-1", "Given^Name", "19500607");
        var result = Assert.Single(Run(given, options with { Destination = _folder["given"] }, only: 1));
        Assert.Equal("X-1", result.Subject);
        Assert.Equal(("X-1", "Given^Name", "19500607"), IdentityIn(result));
    }

    [Fact]
    public void A_patient_who_is_not_in_the_map_has_a_derived_subject()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("LIVER-7", "MRN-1", ""));

        var results = Run(Batch.Nothing, Batch.Options(_folder["out"]) with { SubjectMap = map, SubjectPrefix = "P." });

        Assert.Equal("LIVER-7", results[0].Subject);
        Assert.Matches("^P[.][0-9A-Z]{12}$", results[1].Subject);
    }

    [Fact]
    [CoversError("AmbiguousSubjectMap")]
    public void A_map_with_two_subjects_for_a_patient_stops_the_run()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("LIVER-7", "MRN-1", ""));
        map.Add(new SubjectMapEntry("LIVER-8", "MRN-1", ""));

        var error = Assert.Throws<DamsException>(() => Run(Batch.Nothing, Batch.Options(_folder["out"]) with { SubjectMap = map }));

        Assert.Equal(("AmbiguousSubjectMap", ErrorScope.Configuration), (error.Id, error.Scope));
    }

    [Theory]
    [CoversError("InvalidSubjectID")]
    [InlineData("../../etc")]
    [InlineData("a/b")]
    [InlineData("NUL")]
    public void An_id_that_is_no_name_of_a_folder_is_refused_before_any_file_is_read(string id)
    {
        Assert.Equal("InvalidSubjectID", Assert.Throws<DamsException>(() => new GivenIdentity(id, null, null)).Id);
        Assert.Equal("InvalidSubjectID", Assert.Throws<DamsException>(() => Batch.Options(_folder["out"]) with { SubjectPrefix = $"{id}/" }).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void What_is_given_empty_counts_as_not_given(string empty)
    {
        var given = new GivenIdentity(empty, empty, empty);

        Assert.True(given.IsEmpty);
        Assert.Equal((null, null, null), (given.SubjectID, given.PatientName, given.PatientBirthDate));
    }

    [Theory]
    [CoversError("InvalidPatientName")]
    [InlineData("Two\\Values")]
    [InlineData("Two\nLines")]
    [InlineData("A\u001b$B")]
    [InlineData("Long^4567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("Short=Long^4567890123456789012345678901234567890123456789012345678901234")]
    public void A_name_that_no_file_can_hold_is_refused(string name)
    {
        var error = Assert.Throws<DamsException>(() => new GivenIdentity(null, name, null));

        Assert.Equal(("InvalidPatientName", ErrorScope.File), (error.Id, error.Scope));
        Assert.DoesNotContain(name, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [CoversError("InvalidBirthDate")]
    [InlineData("2021-13-77")]
    [InlineData("20211377")]
    [InlineData("1952")]
    [InlineData("19520817 ERIKA")]
    public void A_birth_date_that_is_no_date_is_refused(string date)
    {
        var error = Assert.Throws<DamsException>(() => new GivenIdentity(null, null, date));

        Assert.Equal(("InvalidBirthDate", ErrorScope.File), (error.Id, error.Scope));
        Assert.DoesNotContain(date, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19520817")]
    [InlineData("1952-08-17")]
    public void A_birth_date_may_have_hyphens(string date) => Assert.Equal("19520817", new GivenIdentity(null, null, date).PatientBirthDate);

    [Fact]
    public void A_name_of_the_longest_kind_is_taken_in_each_of_its_groups()
    {
        var group = new string('A', 64);

        Assert.Equal($"{group}={group}", new GivenIdentity(null, $"{group}={group}", null).PatientName);
    }

    [Theory]
    [CoversError("SeveralPatients")]
    [InlineData("X-1", null)]
    [InlineData(null, "Given^Name")]
    public void One_identity_for_two_patients_is_refused_for_the_second(string? id, string? name)
    {
        var results = Run(new GivenIdentity(id, name, null));

        Assert.Equal("MRN-1", Assert.Single(results).PatientID);
        var failure = Assert.Single(_listener.Failures);
        Assert.Equal("SeveralPatients", failure.Error.Id);
        Assert.Equal("A series of 1 file", failure.Item);
    }

    [Fact]
    public void One_identity_for_two_studies_without_PatientID_is_refused()
    {
        Write("1", "", "1.2.1.1");
        Write("2", "", "1.2.2.1");

        Assert.Single(Run(new GivenIdentity("X-1", null, null)));
        Assert.Equal("SeveralPatients", Assert.Single(_listener.Failures).Error.Id);
    }

    [Theory]
    [CoversError("GivenValueIsPatients")]
    [InlineData("MRN-1", null)]
    [InlineData("mrn-1", null)]
    [InlineData(null, "Muster^Erika")]
    [InlineData(null, "MUSTER^ERIKA ")]
    public void The_patients_own_value_is_refused_as_a_new_one(string? id, string? name)
    {
        Assert.Empty(Run(new GivenIdentity(id, name, null), only: 1));

        var failure = Assert.Single(_listener.Failures);
        Assert.Equal("GivenValueIsPatients", failure.Error.Id);
        Assert.DoesNotContain("Muster", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("MRN", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("Basic", null, "")]
    [InlineData("Basic", "19500607", "19500607")]
    [InlineData("Basic", "19520817", "")]
    [InlineData("Encode", null, "19520101")]
    [InlineData("Encode", "19500607", "19500607")]
    [InlineData("Encode", "19520817", "19520101")]
    public void The_patients_own_birth_date_counts_as_not_given(string profile, string? given, string expected)
    {
        var options = Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile(profile) };

        var result = Assert.Single(Run(new GivenIdentity(null, null, given), options, only: 1));

        Assert.Equal(expected, IdentityIn(result).BirthDate);
        Assert.Equal(given == "19520817" ? ["OwnBirthDate"] : [], _listener.Warnings.Select(warning => warning.Id));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("195208", "")]
    [InlineData("unknown", "")]
    [InlineData("1952.08.17", "19520101")]
    public void Of_what_is_no_date_Encode_leaves_nothing(string own, string expected)
    {
        Write("1", "MRN-1", "1.2.1.1", instance => instance.Text("PatientBirthDate", own));
        var options = Batch.Options(_folder["out"]) with { Profile = Deidentified.Encode };

        Assert.Equal(expected, IdentityIn(Run(Batch.Nothing, options)[0]).BirthDate);
    }

    [Theory]
    [InlineData("Basic", "{Subject}_{CTDate}", "X-1")]
    [InlineData("Encode", "{Subject}_{CTDate}", "X-1_20240312")]
    [InlineData("Encode", "Liver^{Subject}", "Liver^X-1")]
    public void The_name_follows_its_format_with_the_date_of_the_output(string profile, string format, string expected)
    {
        var options = Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile(profile), PatientNameFormat = format };

        Assert.Equal(expected, IdentityIn(Assert.Single(Run(new GivenIdentity("X-1", null, null), options, only: 1))).Name);
    }

    private IReadOnlyList<ProtectedSeries> Run(GivenIdentity given, ProtectionOptions? options = null, int? only = null)
    {
        var series = Batch.Index(_folder["in"]);
        return Batch.Run(options ?? Batch.Options(_folder["out"]), _listener, only is { } count ? [.. series.Take(count)] : series, given);
    }

    private static (string Id, string Name, string BirthDate) IdentityIn(ProtectedSeries result)
    {
        var file = FileReading.Parse(File.ReadAllBytes(Assert.Single(result.Files)));
        return (file.Find("PatientID")!.Text, file.Find("PatientName")!.Text, file.Find("PatientBirthDate")!.Text);
    }

    private void Write(string name, string patientId, string series, Action<InstanceBuilder>? more = null) =>
        _folder.Write(Path.Combine("in", name), CT.Slice(patientId, series[..^2], series, more: more));
}
