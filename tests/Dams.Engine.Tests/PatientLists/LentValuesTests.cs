using System;
using System.Linq;
using Xunit;

namespace Dams.Tests.PatientLists;

/// <summary>Lists in which a column was sorted by itself, or slipped by a row.</summary>
public sealed class LentValuesTests : IDisposable
{
    private readonly ListBench _bench = new();

    public LentValuesTests()
    {
        _bench.Write("a", "0004711", "Muster^Anna", birthDate: "19520303");
        _bench.Write("b", "0004712", "Beispiel^Bert", birthDate: "19610707");
        _bench.Write("c", "0004713", "Hong^Gildong", birthDate: "19700908");
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_name_of_another_patient_of_the_list_is_refused() =>
        AssertProblems([["S1", "Beispiel^Bert", null, "a"], ["S2", "Subject 2", null, "b"]], "GivenValueIsPatients", null);

    [Fact]
    public void A_number_of_another_patient_of_the_list_is_refused_without_its_zeros_too() =>
        AssertProblems([["4712", null, null, "a"], ["S2", null, null, "b"]], "GivenValueIsPatients", null);

    [Fact]
    public void Rows_that_carry_each_others_birth_dates_are_refused() =>
        AssertProblems(
            [["S1", null, "1961-07-07", "a"], ["S2", null, "1952-03-03", "b"], ["S3", null, "1971-09-08", "c"]],
            "GivenValueIsPatients", "GivenValueIsPatients", null);

    [Fact]
    public void A_column_of_birth_dates_that_slipped_round_is_refused() =>
        AssertProblems(
            [["S1", null, "1961-07-07", "a"], ["S2", null, "1970-09-08", "b"], ["S3", null, "1952-03-03", "c"]],
            "GivenValueIsPatients", "GivenValueIsPatients", "GivenValueIsPatients");

    [Fact]
    public void One_birth_date_of_another_patient_is_refused_in_a_short_list() =>
        AssertProblems([["S1", null, "1961-07-07", "a"], ["S2", null, "1960-01-01", "b"]], "GivenValueIsPatients", null);

    [Fact]
    public void One_birth_date_that_another_patient_of_a_long_list_has_by_chance_is_taken()
    {
        const int count = 90;
        var first = new DateTime(1940, 1, 2);
        for (var i = 0; i < count; i++)
            _bench.Write($"l{i}", $"77{i:D5}", $"Long{(char)('A' + (i / 26))}{(char)('a' + (i % 26))}^X", birthDate: $"{first.AddDays(i * 40):yyyyMMdd}");

        AssertProblems(
            [.. Enumerable.Range(0, count).Select(i => new object?[] { $"L{i}", null, i == 5 ? first.AddDays(60 * 40) : new DateTime(1950, 6, 15).AddDays(i * 41), $"l{i}" })],
            [.. new string?[count]]);
    }

    [Fact]
    public void The_year_of_a_birth_date_is_taken_whoever_shares_it() =>
        AssertProblems([["S1", null, "1961-01-01", "a"], ["S2", null, "1952-01-01", "b"]], null, null);

    [Fact]
    public void A_value_of_a_row_that_is_wrong_itself_is_one_of_a_patient() =>
        AssertProblems([["S1", "Beispiel^Bert", null, "a"], [7.0, null, null, "b"]], "GivenValueIsPatients", "NumericID");

    [Fact]
    public void Images_that_were_protected_keep_their_pseudonym()
    {
        _bench.Write("p", "S9", "S9_2020", isRemoved: true);

        AssertProblems([["S9", "S9_2020", null, "p"]], (string?)null);
    }

    [Fact]
    public void A_subject_map_that_gives_a_patient_the_number_of_another_is_refused_before_anything_is_written() =>
        AssertProblems(Mapped(("4712", "0004711"), ("S2", "0004712")), [[null, null, null, "a"], [null, null, null, "b"]], "GivenValueIsPatients", null);

    [Fact]
    public void A_row_that_gives_the_subject_that_the_map_has_for_another_patient_is_refused_and_so_is_he() =>
        AssertProblems(Mapped(("S2", "0004712")), [["s2", null, null, "a"], [null, null, null, "b"]], "SubjectOfTwoRows", "SubjectOfTwoRows");

    [Fact]
    public void Two_patients_whom_a_line_of_the_map_fits_are_refused()
    {
        _bench.Write("d", "04711", "Quux^Dora");

        AssertProblems(Mapped(("S1", "4711")), [[null, null, null, "a"], [null, null, null, "d"], [null, null, null, "b"]], "LineOfTwoPatients", "LineOfTwoPatients", null);
    }

    [Fact]
    public void A_format_of_names_with_the_name_of_a_later_patient_is_refused_for_all() =>
        AssertProblems(
            new PlanOptions { PatientNameFormat = "Beispiel Bert {Subject}" },
            [[null, null, null, "a"], ["S2", null, null, "b"], ["S3", "Own", null, "c"]], "GivenValueIsPatients", "GivenValueIsPatients", null);

    [Fact]
    public void A_map_of_these_patients_is_taken() =>
        AssertProblems(Mapped(("S1", "0004711"), ("S2", "4712")), [[null, null, null, "a"], [null, null, null, "b"], ["S3", null, null, "c"]], null, null, null);

    private static PlanOptions Mapped(params (string Subject, string Mrn)[] lines)
    {
        var map = new SubjectMap();
        foreach (var (subject, mrn) in lines)
            map.Add(new SubjectMapEntry(subject, mrn, ""));
        return new PlanOptions { SubjectMap = map };
    }

    private void AssertProblems(object?[][] rows, params string?[] expected) => AssertProblems(new PlanOptions(), rows, expected);

    private void AssertProblems(PlanOptions options, object?[][] rows, params string?[] expected)
    {
        var plan = _bench.Plan(options, [.. rows.Select(row => new (string, object?)[]
        {
            ("Patient_ID", row[0]), ("Patient_Name", row[1]), ("Date_of_Birth", row[2]), ("Patient_Dir_Paths", row[3]),
        })]);
        Assert.Equal(expected, plan.Select(patient => patient.Error?.Id));
    }
}
