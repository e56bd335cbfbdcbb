using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

public sealed class PatientListProblemTests : IDisposable
{
    private readonly ListBench _bench = new();

    public PatientListProblemTests()
    {
        _bench.Write("a", "MRN-4711");
        _bench.Write("b", "MRN-4712", "Hong^Gildong");
        _bench.Write("n", "0004713", "Beispiel^Otto");
    }

    public void Dispose() => _bench.Dispose();

    [Fact, CoversError("NoSuchPath")]
    public void A_path_that_does_not_exist_is_an_error_of_its_row_and_the_others_go_on()
    {
        var plan = _bench.Plan(("S-1", null, "Muster_Erika"), ("S-2", null, "b"));

        AssertProblems(plan, ("NoSuchPath", 2), (null, 3));
        Assert.StartsWith("Row 2: ", plan[0].Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", plan[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_paths_that_does_not_exist_is_an_error_of_its_row() =>
        AssertProblems(_bench.Plan(("S-1", null, "a;nowhere")), ("NoSuchPath", 2));

    [Fact, CoversError("NoInstances")]
    public void A_folder_without_instances_is_an_error()
    {
        _bench.WriteOther("t/notes.txt", "nothing");

        AssertProblems(_bench.Plan(("S-1", null, "t")), ("NoInstances", 2));
    }

    [Fact, CoversError("IDFitsNoFolder")]
    public void An_MRN_that_is_not_in_the_folder_is_an_error_that_tells_no_value()
    {
        var plan = _bench.Plan(("S-1", "MRN-4711", "b"), ("S-3", 4713.0, "n"), ("S-4", "mrn-4711", "a"));

        AssertProblems(plan, ("IDFitsNoFolder", 2), (null, 3), ("IDFitsNoFolder", 4));
        Assert.DoesNotContain("471", string.Concat(plan.Select(patient => patient.Problem)), StringComparison.Ordinal);
    }

    [Fact]
    public void Zeros_that_an_MRN_lost_are_settled_by_the_folder()
    {
        foreach (var mrn in (object[])[4713.0, 4713, "4713", "4713.0", "0004713", "000004713"])
            AssertProblems(_bench.Plan(("S-1", mrn, "n")), (null, 2));
        AssertProblems(_bench.Plan(("S-1", 47130.0, "n")), ("IDFitsNoFolder", 2));
    }

    [Fact, CoversError("FolderOfSeveralPatients")]
    public void A_folder_that_holds_several_patients_is_an_error()
    {
        _bench.Write("m/1", "MRN-4711");
        _bench.Write("m/2", "MRN-4712");
        _bench.Write("m/3", "MRN-4713");

        AssertProblems(_bench.Plan(("S-1", null, "m")), ("FolderOfSeveralPatients", 2));
        AssertProblems(_bench.Plan((null, null, "a;b")), ("FolderOfSeveralPatients", 2));
    }

    [Fact]
    public void A_PatientID_with_and_without_an_issuer_is_of_several_patients_unless_issuers_are_ignored()
    {
        _bench.Write("i", "MRN-9", issuer: "Klinik");
        _bench.Write("i", "MRN-9");

        AssertProblems(_bench.Plan(("S-1", null, "i")), ("FolderOfSeveralPatients", 2));
        AssertProblems(_bench.Plan(new PlanOptions { IgnoreIssuer = true }, ("S-1", null, "i")), (null, 2));
    }

    [Fact, CoversError("FolderOfTwoRows")]
    public void One_folder_claimed_by_two_patients_is_an_error_of_both()
    {
        AssertProblems(_bench.Plan(("S-1", null, "a"), ("S-2", null, "a")), ("FolderOfTwoRows", 2), ("FolderOfTwoRows", 3));
        AssertProblems(_bench.Plan((null, "MRN-4711", "a"), (null, "MRN-4712", "a;b")), ("FolderOfTwoRows", 2), ("FolderOfTwoRows", 3));
        Assert.Contains("row 3", _bench.Plan(("S-1", null, "a"), ("S-2", null, "a"))[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_inside_one_of_another_patient_is_claimed_by_both()
    {
        _bench.Write("x/1", "MRN-5");
        _bench.Write("x/1/deep/er", "MRN-5");

        AssertProblems(
            _bench.Plan(("S-1", null, "x/1/deep/er"), ("S-2", null, "x"), ("S-3", null, "b")),
            ("FolderOfTwoRows", 2), ("FolderOfTwoRows", 3), (null, 4));
    }

    [Fact]
    public void Folders_whose_names_begin_alike_are_not_inside_each_other()
    {
        _bench.Write("p1", "MRN-5");
        _bench.Write("p10", "MRN-6");

        AssertProblems(_bench.Plan(("S-1", null, "p1/"), ("S-2", null, "p10")), (null, 2), (null, 3));
    }

    [Fact]
    public void A_link_is_the_folder_to_which_it_leads()
    {
        Directory.CreateSymbolicLink(_bench["link"], _bench["a"]);

        AssertProblems(_bench.Plan(("S-1", null, "a"), ("S-2", null, "link")), ("FolderOfTwoRows", 2), ("FolderOfTwoRows", 3));
    }

    [Fact, CoversError("NumericID")]
    public void A_numeric_subject_id_is_an_error_that_tells_what_to_do()
    {
        var plan = _bench.Plan((7.0, null, "a"), ("8", null, "b"));

        AssertProblems(plan, ("NumericID", 2), (null, 3));
        Assert.Contains("-IdWidth", plan[0].Problem, StringComparison.Ordinal);
        Assert.Contains("text", plan[0].Problem, StringComparison.Ordinal);
        Assert.Equal(("", "8"), (plan[0].Subject, plan[1].Subject));
    }

    [Fact, CoversError("LongerThanIdWidth")]
    public void A_numeric_subject_id_gets_the_width_that_is_given()
    {
        var plan = _bench.Plan(new PlanOptions { IdWidth = 3 }, (7.0, null, "a"), (1234, null, "b"), ("12", null, "n"));

        AssertProblems(plan, (null, 2), ("LongerThanIdWidth", 3), (null, 4));
        Assert.Equal(["007", "", "12"], plan.Select(patient => patient.Subject));
    }

    [Fact]
    public void A_numeric_subject_id_is_settled_by_a_folder_that_was_coded_before()
    {
        _bench.Write("coded", "0042", "0042", isRemoved: true);

        var patient = Assert.Single(_bench.Plan((42.0, null, "coded")));

        Assert.Equal(("0042", null), (patient.Subject, patient.Error));
    }

    [Fact, CoversError("GivenValueIsPatients")]
    public void A_new_value_that_is_the_patients_own_is_an_error_that_does_not_tell_it()
    {
        var options = new PlanOptions { IdWidth = 9 };

        AssertProblems(
            _bench.Plan(options, ("MRN-4711", null, "a"), (4713.0, null, "n"), ("hong-gildong", null, "b")),
            ("GivenValueIsPatients", 2), ("GivenValueIsPatients", 3), ("GivenValueIsPatients", 4));
        var named = _bench.Plan(options, [("Patient_Name", "ERIKA MUSTER"), ("Patient_Dir_Paths", "a")]);
        AssertProblems(named, ("GivenValueIsPatients", 2));
        Assert.DoesNotContain("erika", named[0].Problem, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("", _bench.Plan(("MRN-4711", null, "a"))[0].Subject);
    }

    [Fact, CoversError("InvalidSubjectID"), CoversError("InvalidPatientName")]
    public void A_new_value_that_cannot_be_written_is_an_error()
    {
        AssertProblems(_bench.Plan(("S/1", null, "a")), ("InvalidSubjectID", 2));
        AssertProblems(_bench.Plan(new PlanOptions(), [("Patient_Name", @"A\B"), ("Patient_Dir_Paths", "a")]), ("InvalidPatientName", 2));
    }

    [Fact, CoversError("RowsDisagree")]
    public void Two_sets_of_new_values_for_one_patient_are_an_error_of_both_rows()
    {
        _bench.Write("a2", "MRN-4711");
        _bench.Write("a3", "MRN-4711");

        AssertProblems(_bench.Plan(("S-1", null, "a"), ("S-2", null, "a2")), ("RowsDisagree", 2), ("RowsDisagree", 3));
        AssertProblems(
            _bench.Plan(new PlanOptions(),
                [("subj", "S-1"), ("Date_of_Birth", "1950-01-01"), ("Patient_Dir_Paths", "a")],
                [("subj", "S-1"), ("Date_of_Birth", "1951-01-01"), ("Patient_Dir_Paths", "a2")],
                [("subj", "S-1"), ("Date_of_Birth", ""), ("Patient_Dir_Paths", "a3")]),
            ("RowsDisagree", 2), ("RowsDisagree", 3), ("RestOfPatient", 4));
    }

    [Fact, CoversError("SubjectOfTwoRows")]
    public void One_subject_id_for_two_patients_is_an_error_of_both_rows() =>
        AssertProblems(_bench.Plan(("S-1", null, "a"), ("s-1", null, "b"), ("S-2", null, "n")),
            ("SubjectOfTwoRows", 2), ("SubjectOfTwoRows", 3), (null, 4));

    [Fact, CoversError("RestOfPatient")]
    public void A_patient_is_planned_with_all_rows_or_not_at_all()
    {
        _bench.Write("a2", "MRN-4711");
        _bench.Write("a3", "MRN-4711");

        AssertProblems(
            _bench.Plan(("S-1", null, "nowhere"), ("S-1", null, "a"), (null, null, "a2"), (null, "MRN-4711", "a3"), ("S-2", null, "b")),
            ("NoSuchPath", 2), ("RestOfPatient", 3), ("RestOfPatient", 4), ("RestOfPatient", 5), (null, 6));
    }

    [Fact]
    public void A_wrong_MRN_is_no_error_of_the_patient_who_has_it() =>
        AssertProblems(_bench.Plan(("S-1", "MRN-4711", "a"), ("S-2", "MRN-4711", "b")), (null, 2), ("IDFitsNoFolder", 3));

    private static void AssertProblems(IReadOnlyList<PlannedPatient> plan, params (string? Id, int Row)[] expected) =>
        Assert.Equal(expected, plan.Select(patient => (patient.Error?.Id, Assert.Single(patient.Rows))));
}
