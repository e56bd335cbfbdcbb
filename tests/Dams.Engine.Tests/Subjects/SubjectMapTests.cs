using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Subjects;

public sealed class SubjectMapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("subj,MRN,CT_date\nS-1,MRN-1,20240311\n")]
    [InlineData("\uFEFFsubj,MRN,CT_date\r\nS-1,MRN-1,20240311\r\n")]
    [InlineData("CT_date,MRN,subj\n20240311,MRN-1,S-1\n")]
    [InlineData("Subject ID,note,Patient_ID,CT date\nS-1,\"a, \"\"b\"\"\",MRN-1,20240311\n")]
    [InlineData("SUBJ, mrn ,ct-date\n S-1 , MRN-1 , 20240311 \n")]
    [InlineData("\"subj\",\"MRN\",\"CT_date\"\n\"S-1\",\"MRN-1\",\"20240311\"\n\n")]
    public void A_CSV_reads_whatever_its_order_case_quotes_and_line_ends(string text)
    {
        var map = Read(text);

        Assert.Equal([new SubjectMapEntry("S-1", "MRN-1", "20240311")], map.Entries);
        Assert.Equal("S-1", map.SubjectOf("MRN-1"));
        Assert.Null(map.SubjectOf("mrn-1"));
        Assert.Null(map.SubjectOf("MRN-2"));
    }

    [Theory]
    [InlineData("subj;MRN;CT_date\nS-1;0004711;20240311\n", "subj;MRN;CT_date\nS-1;0004711;20240311\nS-2;MRN-2;\n")]
    [InlineData("subj\tMRN\nS-1\t0004711\n", "subj\tMRN\nS-1\t0004711\nS-2\tMRN-2\n")]
    public void A_map_that_a_spreadsheet_saved_with_other_separators_is_read_and_keeps_them(string text, string merged)
    {
        var path = _folder.Write("map.csv", Encoding.UTF8.GetBytes(text));

        Assert.Equal("S-1", SubjectMap.Read(path).SubjectOf("0004711"));
        SubjectMap.Merge(path, [new SubjectMapEntry("S-2", "MRN-2", "")]);
        Assert.Equal(merged, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("4711", "0004711", "S-1")]
    [InlineData("0004711", "4711", "S-1")]
    [InlineData("4711", "47110", null)]
    [InlineData("A4711", "A04711", null)]
    public void A_number_that_lost_its_zeros_in_a_spreadsheet_is_found(string mrn, string patientID, string? expected) =>
        Assert.Equal(expected, Read($"subj,MRN\nS-1,{mrn}\n").SubjectOf(patientID));

    [Fact]
    public void Of_two_lines_that_differ_by_zeros_each_is_its_own_patients()
    {
        var map = Read("subj,MRN\nS-1,4711\nS-2,0004711\n");

        Assert.False(map.IsAmbiguous);
        Assert.Equal(("S-1", "S-2", null), (map.SubjectOf("4711"), map.SubjectOf("0004711"), map.SubjectOf("04711")));
    }

    [Fact]
    [CoversError("SubjectMapBeside")]
    public void The_lines_for_a_map_that_somebody_holds_go_to_a_file_beside_it()
    {
        var map = _folder.Write("map.csv", Encoding.UTF8.GetBytes("subj,MRN,CT_date\nS-1,MRN-1,20240311\n"));
        using (ExclusiveFile.Open(map, FileAccess.Read))
        {
            var error = Assert.Throws<DamsException>(() => SubjectMap.Merge(map, [new SubjectMapEntry("S-2", "MRN-2", "20240402")]));
            Assert.Equal("SubjectMapBeside", error.Id);
            Assert.Contains("another program holds it", error.Message, StringComparison.Ordinal);
            Assert.Contains(" -Resume,", error.Message, StringComparison.Ordinal);
            Assert.Contains(_folder["map.unmerged-1.csv"], error.Message, StringComparison.Ordinal);
        }
        Assert.Equal("subj,MRN,CT_date\nS-2,MRN-2,20240402\n", File.ReadAllText(_folder["map.unmerged-1.csv"]));
        Assert.Equal("subj,MRN,CT_date\nS-1,MRN-1,20240311\n", File.ReadAllText(map));
    }

    [Fact]
    public void A_path_at_which_no_file_can_be_is_refused_before_anything_is_done()
    {
        var root = Path.GetPathRoot(_folder.Path)!;
        foreach (var path in new[] { root, _folder.Path, _folder["map.csv"] + Path.DirectorySeparatorChar, "" })
        {
            var error = Assert.Throws<DamsException>(() => SubjectMap.EnsureWritable(path, default));
            Assert.Equal("UnwritableSubjectMap", error.Id);
            Assert.Matches("it is (a folder|no path)", error.Message);
        }
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        Assert.False(File.Exists($"{_folder.Path}.lock"));
    }

    [Fact]
    public void The_date_may_be_missing_and_a_line_short() => Assert.Equal(
        [new SubjectMapEntry("S-1", "MRN-1", ""), new SubjectMapEntry("S-2", "MRN-2", ""), new SubjectMapEntry("S-3", "", "")],
        Read("subj,MRN\nS-1,MRN-1\nS-2,MRN-2,\nS-3\n,MRN-4\n").Entries);

    [Theory]
    [CoversError("MalformedSubjectMap")]
    [InlineData("subject,date\nS-1,20240311\n")]
    [InlineData("MRN,CT_date\nMRN-1,20240311\n")]
    [InlineData("S-1,MRN-1,20240311\n")]
    [InlineData("subj:MRN:CT_date\nS-1:MRN-1:20240311\n")]
    public void A_CSV_without_its_columns_is_an_error(string text) =>
        Assert.Equal("MalformedSubjectMap", Assert.Throws<DamsException>(() => Read(text)).Id);

    [Fact]
    [CoversError("UnreadableSubjectMap")]
    public void A_map_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<DamsException>(() => SubjectMap.Read(_folder["missing.csv"]));

        Assert.Equal("UnreadableSubjectMap", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
    }

    [Fact]
    public void One_patient_with_two_subjects_makes_a_map_ambiguous()
    {
        Assert.True(Read("subj,MRN\nS-1,MRN-1\nS-2,MRN-1\n").IsAmbiguous);
        Assert.False(Read("subj,MRN,CT_date\nS-1,MRN-1,20240311\nS-1,MRN-1,20240401\nS-3,MRN-2\nS-3,MRN-3\n").IsAmbiguous);
    }

    [Fact]
    public void Subjects_without_an_MRN_are_nobodys_and_make_no_map_ambiguous()
    {
        var map = Read("subj,MRN,CT_date\nS-1,,20240311\nS-2,,20240311\n");

        Assert.False(map.IsAmbiguous);
        Assert.Null(map.SubjectOf(""));
    }

    [Fact]
    public void Export_tells_when_a_patient_has_two_subjects()
    {
        var path = _folder["map.csv"];

        Assert.False(SubjectMap.Merge(path, [new("S-1", "MRN-1", ""), new("S-2", "MRN-2", "")]));
        Assert.True(SubjectMap.Merge(path, [new("S-3", "MRN-1", "")]));
    }

    [Fact]
    public void Export_writes_lines_in_a_fixed_order_and_each_once()
    {
        var path = _folder["map.csv"];
        SubjectMap.Merge(path, [new("S-2", "MRN-2", "20240311"), new("S-1", "MRN-1", "20240401"), new("S-1", "MRN-1", "20240311"), new("S-2", "MRN-2", "20240311")]);

        Assert.Equal("subj,MRN,CT_date\nS-1,MRN-1,20240311\nS-1,MRN-1,20240401\nS-2,MRN-2,20240311\n", File.ReadAllText(path));
        Assert.Equal((byte)'s', File.ReadAllBytes(path)[0]);
    }

    [Fact]
    public void Export_adds_to_what_the_file_holds_and_leaves_its_columns_alone()
    {
        var path = _folder.Write("map.csv", Encoding.UTF8.GetBytes("MRN,note,subj,CT_date\r\n\"MRN,9\",\"a \"\"b\"\"\",S-9,20230101\r\n"));

        SubjectMap.Merge(path, [new("S-1", "MRN-1", "20240311")]);
        SubjectMap.Merge(path, [new("S-1", "MRN-1", "20240311"), new("S-9", "MRN,9", "20230101")]);

        Assert.Equal("MRN,note,subj,CT_date\n\"MRN,9\",\"a \"\"b\"\"\",S-9,20230101\nMRN-1,,S-1,20240311\n", File.ReadAllText(path));
    }

    [Fact]
    public void Export_into_a_file_that_is_no_map_leaves_it_alone()
    {
        var path = _folder.Write("letter.csv", "Dear Sir,\nhello\n"u8.ToArray());

        Assert.Equal("MalformedSubjectMap", Assert.Throws<DamsException>(() => SubjectMap.Merge(path, [new("S", "M", "")])).Id);
        Assert.Equal("Dear Sir,\nhello\n", File.ReadAllText(path));
    }

    [Fact]
    [CoversError("UnwritableSubjectMap")]
    public void A_map_that_cannot_be_written_is_an_error_and_leaves_nothing()
    {
        _folder.Write("file", [1]);

        var error = Assert.Throws<DamsException>(() => SubjectMap.Merge(_folder[Path.Combine("file", "map.csv")], [new("S", "M", "")]));

        Assert.Equal("UnwritableSubjectMap", error.Id);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "'=")]
    [InlineData("+49 1", "'+")]
    [InlineData("-4711", "'-")]
    [InlineData("@SUM(A1)", "'@")]
    [InlineData("\t4711", "'\t")]
    [InlineData("\r4711", "'\r")]
    [InlineData("'=1", "''=")]
    [InlineData("''-1", "'''-")]
    [InlineData("'4711", "'4")]
    [InlineData("'", "'")]
    [InlineData("4711-1", "47")]
    public void An_MRN_that_a_spreadsheet_would_run_is_text_to_it_and_comes_back_as_it_was(string mrn, string start)
    {
        var path = _folder["map.csv"];
        SubjectMap.Merge(path, [new("S-1", mrn, "")]);
        SubjectMap.Merge(path, [new("S-1", mrn, ""), new("S-2", "MRN-2", "")]);

        using var reader = new StreamReader(path);
        var lines = CsvText.Read(reader).ToArray();
        Assert.StartsWith(start, lines[1][1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.Equal([new("S-1", mrn, ""), new("S-2", "MRN-2", "")], SubjectMap.Read(path).Entries);
        Assert.Equal("S-1", SubjectMap.Read(path).SubjectOf(mrn));
    }

    [Fact]
    public void Lines_of_others_stay_as_they_are_also_where_a_spreadsheet_would_run_them()
    {
        var path = _folder.Write("map.csv", "subj,MRN,note\nS-9,-9,=1+1\n"u8.ToArray());

        SubjectMap.Merge(path, [new("S-1", "-1", ""), new("S-9", "-9", "")]);

        Assert.Equal("subj,MRN,note\nS-9,-9,=1+1\nS-1,'-1,\n", File.ReadAllText(path));
    }

    [UnixFact]
    public void Only_the_owner_can_read_an_exported_map_even_if_all_could_before()
    {
        var path = _folder.Write("map.csv", "subj,MRN\n"u8.ToArray());
        OwnerOnly.Undo(path);

        SubjectMap.Merge(path, [new("S-1", "MRN-1", "")]);

        OwnerOnly.Assert(path);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    private SubjectMap Read(string text)
    {
        var map = SubjectMap.Read(_folder.Write("read.csv", Encoding.UTF8.GetBytes(text)));
        Assert.Equal(map.Entries.Count, map.Entries.Distinct().Count());
        return map;
    }
}
