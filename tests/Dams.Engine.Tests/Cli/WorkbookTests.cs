using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Dams.Tests.Support;
using Xunit;
using static Dams.Tests.Cli.TestWorkbook;

namespace Dams.Tests.Cli;

/// <summary>Workbooks as people leave them: with formulas, several sheets, filters and merged cells.</summary>
public sealed class WorkbookTests : IDisposable
{
    private static readonly string[] Titles = ["Patient_ID", "MRN", "Patient_Name", "Patient_Dir_Paths"];

    private readonly TemporaryFolder _folder = new();

    public WorkbookTests()
    {
        Write("a", "0004711", "1.2.3.1");
        Write("b", "0004712", "1.2.4.1");
    }

    public void Dispose() => _folder.Dispose();

    [Theory, CoversError("CellWithoutValue")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_formula_without_a_result_is_an_error_of_its_row_wherever_it_stands(int column)
    {
        foreach (var cell in new[]
        {
            new Raw("t=\"e\"", "<f>VLOOKUP(1,Z:Z,1)</f><v>#N/A</v>"), new Raw("t=\"e\"", "<v>#REF!</v>"), new Raw("", "<f>A1</f>"), new Raw("t=\"str\"", "<f>A1</f><v></v>"),
        })
        {
            object?[] row = ["S-1", "0004711", "Subject 1", "a"];
            row[column] = cell;
            var run = Validate(Build(Titles, row, ["S-2", "0004712", "Subject 2", "b"]));

            Assert.Equal(1, run.ExitCode);
            Assert.Equal([("CellWithoutValue", "[2]"), (null, "[3]")], run.EventsOf("planned").Select(Problem));
        }
    }

    [Fact]
    public void A_formula_whose_value_was_saved_is_its_value() =>
        Assert.Equal("S-1", Subject(Validate(Build(Titles, [new Raw("t=\"str\"", "<f>B1</f><v>S-1</v>"), "0004711", null, "a"]))));

    [Theory, CoversError("UnreadableName")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_number_or_a_date_is_no_name(bool isDate)
    {
        var run = Validate(Build(Titles, ["S-1", null, isDate ? new DateTime(2024, 3, 11) : 17.0, "a"]));

        Assert.Equal("UnreadableName", Problem(Assert.Single(run.EventsOf("planned"))).Item1);
    }

    [Fact]
    public void A_sheet_that_is_hidden_is_not_read_where_another_is_visible() => Assert.Equal("S-2", Subject(Validate(BuildSheets(
        new Sheet("old", Titles, ["S-1", null, null, "a"]) { IsHidden = true }, new Sheet("new", Titles, ["S-2", null, null, "b"])))));

    [Fact]
    public void A_sheet_of_notes_before_the_list_is_not_read() => Assert.Equal("S-2", Subject(Validate(BuildSheets(
        new Sheet("notes", ["To be done"], ["by Friday"]), new Sheet("empty"), new Sheet("list", Titles, ["S-2", null, null, "b"])))));

    [Fact, CoversError("SeveralSheets")]
    public void Of_several_lists_none_is_chosen()
    {
        var bytes = BuildSheets(new Sheet("one", Titles, ["S-1", null, null, "a"]), new Sheet("two", Titles, ["S-2", null, null, "b"]));

        var run = Validate(bytes);
        Assert.Equal((2, 0), (run.ExitCode, run.EventsOf("planned").Count()));
        Assert.Equal("S-2", Subject(Validate(bytes, "--sheet", "TWO")));
        Assert.Equal("S-1", Subject(Validate(bytes, "--sheet", "1")));
    }

    [Theory, CoversError("NoSuchSheet")]
    [InlineData("three")]
    [InlineData("0")]
    [InlineData("3")]
    public void A_sheet_that_is_not_there_stops_the_command(string sheet)
    {
        var bytes = BuildSheets(new Sheet("one", Titles, ["S-1", null, null, "a"]), new Sheet("two", Titles, ["S-2", null, null, "b"]));

        Assert.Equal(2, Validate(bytes, "--sheet", sheet).ExitCode);
    }

    [Fact]
    public void A_workbook_whose_every_sheet_is_hidden_stops_the_command() =>
        Assert.Equal(2, Validate(BuildSheets(new Sheet("one", Titles, ["S-1", null, null, "a"]) { IsHidden = true })).ExitCode);

    [Fact]
    public void Rows_that_a_filter_hides_count_and_are_told()
    {
        var run = Validate(BuildSheets(
            new Sheet("list", Titles, ["S-1", null, null, "a"], ["S-2", null, null, "b"]) { HiddenRows = [3] }));

        Assert.Equal(["S-1", "S-2"], run.EventsOf("planned").Select(line => (string)line["subject"]!));
        var warning = Assert.Single(run.EventsOf("warning"));
        Assert.Equal("HiddenRows", (string)warning["id"]!);
        Assert.EndsWith("all the same: 3.", (string)warning["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_over_two_columns_is_the_title_of_both()
    {
        var run = Validate(BuildSheets(new Sheet("list", ["Patient_ID", "Patient_Dir_Paths", null], ["S-1", "a/1.dcm", "a/2.dcm"]) { Merged = ["B1:C1"] }));

        Assert.Equal(2, (int)Assert.Single(run.EventsOf("planned"))["instanceCount"]!);
    }

    [Fact]
    public void An_id_beside_two_rows_is_that_of_both()
    {
        var run = Validate(BuildSheets(
            new Sheet("list", ["Patient_ID", "Patient_Dir_Paths"], ["S-1", "a/1.dcm"], [null, "a/2.dcm"]) { Merged = ["A2:A3"] }));

        Assert.Equal(("S-1", "[2,3]"), ((string)Assert.Single(run.EventsOf("planned"))["subject"]!, run.EventsOf("planned").Single()["rows"]!.ToJsonString()));
    }

    [Fact]
    public void A_title_that_stands_twice_gives_values_that_must_agree()
    {
        var titles = new object?[] { "Patient_ID", "Patient_ID", "Patient_Dir_Paths" };

        Assert.Equal("S-1", Subject(Validate(Build(titles, ["S-1", "S-1", "a"]))));
        Assert.Equal("ColumnsDisagree", Problem(Assert.Single(Validate(Build(titles, ["S-1", "S-2", "a"])).EventsOf("planned"))).Item1);
    }

    [Fact]
    public void A_workbook_of_the_Strict_kind_is_told_and_not_taken_for_an_empty_one()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Build(Titles, ["S-1", null, null, "a"]));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var book = zip.GetEntry("xl/workbook.xml")!;
            string text;
            using (var reader = new StreamReader(book.Open()))
                text = reader.ReadToEnd();
            book.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open());
            writer.Write(text.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal));
        }

        var run = Validate(bytes.ToArray());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Strict", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202A", "\u202C")]
    [InlineData("\uFEFF", "\u200B")]
    [InlineData("\u00A0", " ")]
    public void Marks_that_programs_leave_around_what_is_copied_do_not_count(string before, string after)
    {
        var run = Validate(Build([$"{before}Patient_ID", "MRN", $"Patient_Dir_Paths{after}"], [$"{before}S-1{after}", $"{before}0004711", $"{before}a{after}"]));

        Assert.Equal("S-1", Subject(run));
    }

    private static (string?, string) Problem(System.Text.Json.Nodes.JsonNode planned) =>
        ((string?)planned["problemId"] is { Length: > 0 } id ? id : null, planned["rows"]!.ToJsonString());

    private static string? Subject(DamsCommand run)
    {
        Assert.Equal(0, run.ExitCode);
        return (string?)Assert.Single(run.EventsOf("planned"))["subject"];
    }

    private DamsCommand Validate(byte[] list, params string[] more)
    {
        var path = _folder.Write("list.xlsx", list);
        return DamsCommand.Run(_folder, ["protect", "--list", path, "--validate", "--json", .. more]);
    }

    private void Write(string folder, string patientID, string series)
    {
        foreach (var number in (int[])[1, 2])
            _folder.Write($"{folder}/{number}.dcm", CT.Slice(patientID, series[..^2], series, number));
    }
}
