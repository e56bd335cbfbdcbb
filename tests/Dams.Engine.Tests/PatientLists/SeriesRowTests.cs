using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

/// <summary>Rows of what Dams itself writes of series, saved by a spreadsheet and read again.</summary>
public sealed class SeriesRowTests : IDisposable
{
    private readonly ListBench _bench = new();

    public SeriesRowTests()
    {
        _bench.Write("a", "0004711", "Muster^Anna", series: "1", birthDate: "19520303");
        _bench.Write("a", "0004711", "Muster^Anna", series: "2", birthDate: "19520303");
        _bench.Write("a", "0004712", "Beispiel^Bert", series: "3");
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_PatientID_of_a_series_does_not_become_the_pseudonym()
    {
        var patient = Assert.Single(Plan(Row("0004711", "1.2.1.1")));

        Assert.Null(patient.Error);
        Assert.True(patient.Given.IsEmpty);
    }

    [Fact]
    public void Zeros_that_the_spreadsheet_took_from_the_PatientID_do_not_matter()
    {
        foreach (var id in (object[])["4711", 4711, 4711.0])
            Assert.Null(Assert.Single(Plan(Row(id, "1.2.1.1"))).Error);
    }

    [Fact]
    public void A_row_means_its_series_alone()
    {
        var patient = Assert.Single(Plan(Row("0004711", "1.2.2.1")));

        Assert.Equal((1, 1), (patient.SeriesCount, patient.InstanceCount));
        Assert.Equal("1.2.2.1", Assert.Single(patient.ReadSeries(new RunContext(_bench.Listener))).SeriesInstanceUID);
    }

    [Fact]
    public void Rows_of_one_patient_are_joined_and_those_of_another_in_the_same_folder_are_apart()
    {
        var plan = Plan(Row("0004711", "1.2.1.1"), Row("0004711", "1.2.2.1"), Row("0004712", "1.2.3.1"));

        Assert.All(plan, patient => Assert.Null(patient.Error));
        Assert.Equal([2, 1], plan.Select(patient => patient.SeriesCount));
        Assert.Equal(["1.2.3.1"], plan[1].ReadSeries(new RunContext(_bench.Listener)).Select(series => series.SeriesInstanceUID));
    }

    [Fact]
    public void A_subject_id_beside_them_is_the_new_one()
    {
        var patient = Assert.Single(Plan([.. Row("0004711", "1.2.1.1"), ("SubjectID", "S-1")]));

        Assert.Equal(("S-1", null, null), (patient.Given.SubjectID, patient.Given.PatientName, patient.Given.PatientBirthDate));
    }

    [Fact, CoversError("SeriesNotInFolders")]
    public void A_series_that_is_not_in_the_folder_is_an_error_of_its_row() =>
        Assert.Equal("SeriesNotInFolders", Assert.Single(Plan(Row("0004711", "1.2.9.1"))).Error?.Id);

    [Fact]
    public void A_series_of_another_patient_than_the_row_says_is_an_error() =>
        Assert.Equal("IDFitsNoFolder", Assert.Single(Plan(Row("0004711", "1.2.3.1"))).Error?.Id);

    [Fact]
    public void Several_columns_of_folders_are_joined()
    {
        _bench.Write("b", "0004713", series: "4");
        _bench.Write("c", "0004713", series: "5");

        var patient = Assert.Single(Plan([("Patient_Dir_Paths", "b"), ("Path", "c"), ("Patient_Dir_Path", "b")]));

        Assert.Equal([_bench["b"], _bench["c"]], patient.Folders);
        Assert.Equal(2, patient.InstanceCount);
    }

    private static (string, object?)[] Row(object id, string series) =>
    [
        ("PatientID", id), ("PatientName", "Muster^Anna"), ("PatientBirthDate", "19520303"), ("SeriesInstanceUID", series),
        ("CTDate", "20240311"), ("Files", "System.Collections.Generic.List`1[System.String]"), ("Path", "a"),
    ];

    private IReadOnlyList<PlannedPatient> Plan(params (string Title, object? Value)[][] rows) =>
        _bench.Plan(new PlanOptions(), rows);
}
