using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

public sealed class PatientListReaderTests
{
    private static readonly string Folder = Path.GetFullPath("/in/a");

    [Theory]
    [InlineData("Patient_ID", "Patient_Name", "Date_of_Birth", "Patient_Dir_Paths")]
    [InlineData("patient id", "Patient Name", "date of birth", "patient dir paths")]
    [InlineData("PATIENT_ID ", " Patient__Name  ", "Date of\nBirth", "Patient_Dir_\r\nPaths \u00A0")]
    [InlineData("subj", "PatientName", "Date-of-Birth", "\uFEFFPatientDirPaths")]
    [InlineData("Subject ID", "PATIENTNAME", "DOB", "LiteralPath")]
    public void Columns_are_found_whatever_the_case_blanks_underscores_and_line_breaks_of_their_titles(
        string id, string name, string birthDate, string paths)
    {
        var row = Read((id, "S-1"), (name, "Subject One"), (birthDate, "1950-01-02"), (paths, Folder), ("Remark", "x"));

        Assert.Equal("S-1", row.Subject?.Text);
        Assert.Equal("Subject One", row.PatientName);
        Assert.Equal("19500102", row.BirthDate);
        Assert.Equal([Folder], row.Folders);
        Assert.Null(row.MRN);
        Assert.Null(row.Problem);
    }

    [Theory]
    [InlineData("MRN")]
    [InlineData("mrn ")]
    [InlineData("id")]
    [InlineData("ID")]
    public void An_MRN_and_an_id_that_stands_alone_say_who_the_patient_is(string title)
    {
        var row = Read((title, "MRN-4711"), ("Patient_Dir_Paths", Folder));

        Assert.Equal("MRN-4711", row.MRN?.Text);
        Assert.Null(row.Subject);
    }

    [Fact]
    public void An_id_beside_an_mrn_says_who_the_patient_becomes_as_in_a_subject_map()
    {
        var row = Read(("id", "S-1"), ("mrn", "MRN-4711"), ("Patient_Dir_Paths", Folder));

        Assert.Equal(("S-1", "MRN-4711"), (row.Subject?.Text, row.MRN?.Text));
    }

    [Fact]
    public void An_id_beside_an_mrn_and_a_subject_or_that_repeats_the_mrn_says_nothing()
    {
        var numbered = Read(("id", 1.0), ("subj", "S-1"), ("mrn", "MRN-4711"), ("Patient_Dir_Paths", Folder));
        var repeated = Read(("id", "MRN-4711"), ("mrn", " MRN-4711 "), ("Patient_Dir_Paths", Folder));

        Assert.Equal(("S-1", "MRN-4711"), (numbered.Subject?.Text, numbered.MRN?.Text));
        Assert.Null(repeated.Subject);
        Assert.Equal("MRN-4711", repeated.MRN?.Text);
    }

    [Fact]
    public void Blank_rows_are_skipped_and_rows_keep_their_numbers()
    {
        var reader = new PatientListReader(path => path);
        reader.Add(2, [("subj", "S-1"), ("Patient_Dir_Paths", Folder)]);
        reader.Add(3, [("subj", null), ("Patient_Dir_Paths", "  "), ("Remark", "end of page")]);
        reader.Add(4, [("subj", DBNull.Value), ("Patient_Dir_Paths", "\r\n")]);
        reader.Add(5, [("subj", ""), ("Patient_Dir_Paths", Folder)]);

        Assert.Equal([2, 5], reader.Rows.Select(row => row.Number));
    }

    [Fact]
    public void Paths_are_made_full_by_whoever_reads_the_list()
    {
        var reader = new PatientListReader(path => Path.Combine(Path.GetFullPath("/lists"), path));
        reader.Add(2, [("Patient_Dir_Paths", "a;../b")]);

        Assert.Equal([Path.GetFullPath("/lists/a"), Path.GetFullPath("/b")], reader.Rows[0].Folders);
    }

    [Fact, CoversError("NoFolderColumn")]
    public void A_list_without_a_column_of_folders_is_refused_as_a_whole()
    {
        var error = Assert.Throws<DamsException>(() => Read(("Patient_ID", "S-1"), ("Directory", Folder)));

        Assert.Equal(("NoFolderColumn", ErrorScope.Configuration), (error.Id, error.Scope));
    }

    [Fact, CoversError("RowWithoutFolder")]
    public void A_row_that_names_no_folder_is_an_error() =>
        Assert.Equal("RowWithoutFolder", Read(("subj", "S-1"), ("Patient_Dir_Paths", "[]")).Problem?.Id);

    [Fact, CoversError("ColumnsDisagree")]
    public void Two_columns_that_give_the_same_may_not_differ()
    {
        var same = Read(("subj", "S-1"), ("Subject ID", "S-1 "), ("Patient_Dir_Paths", Folder));
        var one = Read(("subj", "S-1"), ("Subject ID", ""), ("Patient_Dir_Paths", Folder));
        var differing = Read(("subj", "S-1"), ("Subject ID", "S-2"), ("Patient_Dir_Paths", Folder));

        Assert.Equal(("S-1", null), (same.Subject?.Text, same.Problem));
        Assert.Equal(("S-1", null), (one.Subject?.Text, one.Problem));
        Assert.Equal("ColumnsDisagree", differing.Problem?.Id);
        Assert.DoesNotContain("S-2", differing.Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subj", "Patient_ID")]
    [InlineData("Subject", "PatientID")]
    [InlineData("id", "PatientID")]
    public void PatientID_beside_a_subject_says_who_the_patient_is_as_in_a_subject_map(string subject, string patientId)
    {
        var row = Read((subject, "S-1"), (patientId, "MRN-4711"), ("CT_date", "20240312"), ("Patient_Dir_Paths", Folder));

        Assert.Equal(("S-1", "MRN-4711", null), (row.Subject?.Text, row.MRN?.Text, row.Problem));
    }

    [Fact]
    public void Of_a_row_that_is_wrong_the_folders_are_known_nonetheless()
    {
        var row = Read(("Date_of_Birth", "soon"), ("Patient_Dir_Paths", Folder));

        Assert.Equal("UnreadableBirthDate", row.Problem?.Id);
        Assert.Equal([Folder], row.Folders);
    }

    [Fact]
    public void A_row_prints_as_its_number_alone() =>
        Assert.Equal("Row 2", $"{Read(("mrn", "MRN-4711"), ("Patient_Name", "Muster^Erika"), ("Patient_Dir_Paths", Folder))}");

    private static PatientListRow Read(params IEnumerable<(string Title, object? Value)> cells)
    {
        var reader = new PatientListReader(path => path);
        reader.Add(2, cells);
        return Assert.Single(reader.Rows);
    }
}
