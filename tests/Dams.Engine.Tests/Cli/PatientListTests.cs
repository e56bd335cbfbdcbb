using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class PatientListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key;

    public PatientListTests()
    {
        _key = _folder["protection.key"];
        ProtectionKey.Create(_key, replace: false);
        Write("lists/in/a", "MRN-4711", "1.2.3.1");
        Write("lists/in/a2", "MRN-4711", "1.2.3.2");
        Write("lists/in/n", "0004713", "1.2.3.3");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_list_gives_each_patient_the_new_values_and_paths_start_at_its_folder()
    {
        var list = Text("Patient_ID,Patient Name,Date_of_Birth,Patient_Dir_Paths\nS-1,Subject One,1950-01-02,in/a;in/a2\n\nS-3,Subject Three,,\"['in/n']\"\n");

        var run = Protect("--list", list, "--json", "--export-map", _folder["map.csv"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [("S-1", "MRN-4711"), ("S-1", "MRN-4711"), ("S-3", "0004713")],
            run.EventsOf("protected").Select(line => ((string)line["subject"]!, (string)line["patientID"]!)));
        Assert.Equal(["S-1", "S-3"], Directory.GetDirectories(_folder["out"]).Select(Path.GetFileName).Order());
        Assert.Equal(2, Directory.GetFiles(_folder[Path.Combine("out", "S-1")], "*.dcm", SearchOption.AllDirectories).Length);
        Assert.Equal(["S-1", "S-3"], SubjectMap.Read(_folder["map.csv"]).Entries.Select(entry => entry.Subj).Distinct());
    }

    [Fact]
    public void A_list_gives_the_same_files_as_its_folders_one_by_one()
    {
        var list = Text("subj;MRN;Patient_Dir_Paths\nS-3;4713;in/n\n");

        Assert.Equal(0, Protect("--list", list).ExitCode);
        var alone = DamsCommand.Run(_folder, "protect", "--key", _key, "--destination", _folder["alone"], "--subject-id", "S-3", _folder["lists/in/n"]);

        Assert.Equal(0, alone.ExitCode);
        var file = Assert.Single(Directory.GetFiles(_folder["alone"], "*.dcm", SearchOption.AllDirectories));
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace(_folder["alone"], _folder["out"], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16BE", true, ';')]
    [InlineData("utf-32", true, '|')]
    public void Text_is_read_as_programs_save_it(string encoding, bool hasMark, char separator)
    {
        var text = "\"Patient\nID\"|MRN |PATIENT DIR PATHS\r\n홍-1|MRN-4711|\"in/a;in/a2\"\r\n||\r\nS-3|4713|in/n".Replace('|', separator);
        var encoder = Encoding.GetEncoding(encoding);
        _folder.Write("lists/list.txt", [.. hasMark ? encoder.GetPreamble() : [], .. encoder.GetBytes(text)]);

        var run = Validate(_folder["lists/list.txt"]);

        Assert.Equal((0, ""), (run.ExitCode, string.Concat(run.EventsOf("failure"))));
        Assert.Equal([("홍-1", "[2]", 2), ("S-3", "[4]", 1)], run.EventsOf("planned").Select(
            line => ((string)line["subject"]!, line["rows"]!.ToJsonString(), (int)line["seriesCount"]!)));
    }

    [Fact]
    public void The_line_that_tells_Excel_the_separator_is_no_row()
    {
        var run = Validate(Text("sep=;\nsubj;Patient_Dir_Paths;Remark\nS-1;in/a;a, b, c, d\n"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("S-1", (string?)Assert.Single(run.EventsOf("planned"))["subject"]);
    }

    [Fact]
    public void A_workbook_is_read_with_its_numbers_and_dates()
    {
        _folder.Write("lists/list.xlsx", TestWorkbook.Build(
            ["Patient_ID", "MRN", "Date of\nBirth ", "Patient_Dir_Paths", null],
            ["S-1", "MRN-4711", new DateTime(1950, 1, 2), "in/a\nin/a2", "a note"],
            [null, null, null, null],
            [new TestWorkbook.Padded(42), 4713.0, 18264.0, "in/n"]));

        var run = Protect("--list", _folder["lists/list.xlsx"], "--json", "--profile", "Encode");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["S-1", "S-1", "0000042"], run.EventsOf("protected").Select(line => (string?)line["subject"]));
        var output = Directory.GetFiles(_folder[Path.Combine("out", "0000042")], "*.dcm", SearchOption.AllDirectories).Single();
        Assert.Contains("19500101", Encoding.Latin1.GetString(File.ReadAllBytes(output)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_a_workbook_is_no_subject_id_without_its_width()
    {
        _folder.Write("lists/list.xlsx", TestWorkbook.Build(["subj", "Patient_Dir_Paths"], [7.0, "in/a"]));

        var refused = Validate(_folder["lists/list.xlsx"]);
        var padded = Validate(_folder["lists/list.xlsx"], "--id-width", "3");

        Assert.Equal((1, "NumericID"), (refused.ExitCode, (string?)refused.EventsOf("planned").Single()["problemId"]));
        Assert.Equal((0, "007"), (padded.ExitCode, (string?)padded.EventsOf("planned").Single()["subject"]));
    }

    [Fact]
    public void Validation_prints_the_plan_as_a_table_and_writes_nothing()
    {
        var list = Text("subj,Patient_Dir_Paths\nS-1,in/a;in/a2\n,in/n\n");

        var run = DamsCommand.Run(_folder, "protect", "--list", list, "--validate");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ToArray();
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^Rows +Subject +Series +Instances +Unreadable +MiB +Problem$", lines[0]);
        Assert.Matches(@"^2 +S-1 +2 +2 +0 +0$", lines[1]);
        Assert.Matches(@"^3 +\(derived\) +1 +1 +0 +0$", lines[2]);
        Assert.Matches(@"^2 patients, 3 series, 3 instances; 0 with problems, 0 files that cannot be read\.\s*$", run.Error);
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public void A_row_that_is_wrong_is_told_by_its_number_and_the_others_are_protected()
    {
        var list = Text("subj,MRN,Patient_Dir_Paths\nS-1,MRN-4712,in/a\nS-3,4713,in/n\nMuster,,in/Muster_Erika\n");

        var validation = DamsCommand.Run(_folder, "protect", "--list", list, "--validate");
        var run = Protect("--list", list, "--json");

        Assert.Equal((1, 1), (validation.ExitCode, run.ExitCode));
        Assert.Matches(@"(?m)^2 .*IDFitsNoFolder\s*$", validation.Output);
        Assert.Matches(@"(?m)^4 .*NoSuchPath\s*$", validation.Output);
        Assert.Equal(["IDFitsNoFolder", "NoSuchPath"], run.EventsOf("failure").Select(line => (string?)line["id"]));
        Assert.Equal("S-3", Path.GetFileName(Assert.Single(Directory.GetDirectories(_folder["out"]))));
        var told = validation.Output + validation.Error + run.Error + string.Concat(run.EventsOf("failure"));
        Assert.Contains("Row 2: ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("471", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_make_a_validation_fail()
    {
        _folder.Write("lists/in/a/empty", []);

        Assert.Equal(1, Validate(Text("subj,Patient_Dir_Paths\nS-1,in/a\n")).ExitCode);
    }

    [Fact, CoversError("TooManyCells")]
    public void A_separator_that_is_not_quoted_is_an_error_of_its_row()
    {
        var run = Validate(Text("subj,Patient_Dir_Paths\nS-1,['in/a','in/a2']\nS-3,in/n,\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["TooManyCells", null], run.EventsOf("planned").Select(line => (string?)line["problemId"]));
    }

    [Theory]
    [InlineData("PatientID=LIVER-1", "patientname=Given^Name")]
    [InlineData("patientid=LIVER-1", "0010,0010=Given^Name")]
    public void A_new_PatientID_or_PatientName_by_replace_is_for_the_one_patient_of_a_list(params string[] replacements)
    {
        var run = Protect(["--list", Text("subj,Patient_Dir_Paths\nS-1,in/a;in/a2\n"), "--json", "--replace", .. replacements]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["LIVER-1", "LIVER-1"], run.EventsOf("protected").Select(line => (string)line["subject"]!));
        Assert.Equal(["LIVER-1"], Directory.GetDirectories(_folder["out"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_new_PatientID_by_replace_does_not_make_one_of_the_patients_of_a_list()
    {
        var list = Text("subj,Patient_Dir_Paths\nS-1,in/a;in/a2\nS-3,in/n\n");

        var run = Protect("--list", list, "--json", "--replace", "PatientID=LIVER-1");
        var plan = Validate(list, "--replace", "PatientID=LIVER-1");

        Assert.Equal((1, 1), (run.ExitCode, plan.ExitCode));
        Assert.Empty(run.EventsOf("protected"));
        Assert.Equal(["SeveralPatients", "SeveralPatients"], plan.EventsOf("planned").Select(line => (string?)line["problemId"]));
    }

    private string Text(string text) => _folder.Write("lists/list.csv", Encoding.UTF8.GetBytes(text));

    private void Write(string folder, string patientID, string series)
    {
        _folder.Write(Path.Combine(folder, "1.dcm"), FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Text("SOPClassUID", FileBuilder.CTImageStorage)
            .Text("SOPInstanceUID", $"{series}.1")
            .Text("Modality", "CT")
            .Text("PatientName", "Muster^Erika")
            .Text("PatientID", patientID)
            .Text("PatientBirthDate", "19520817")
            .Text("StudyInstanceUID", patientID == "MRN-4711" ? "1.2.3" : "1.2.4")
            .Text("SeriesInstanceUID", series)
            .Bytes("PixelData", new byte[8], "OW")));
    }

    private DamsCommand Validate(string list, params string[] more) =>
        DamsCommand.Run(_folder, ["protect", "--list", list, "--validate", "--json", .. more]);

    private DamsCommand Protect(params string[] arguments) =>
        DamsCommand.Run(_folder, ["protect", "--key", _key, "--destination", _folder["out"], .. arguments]);
}
