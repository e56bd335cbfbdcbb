using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class SeriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SeriesTests()
    {
        _folder.Write(Path.Combine("in", "1"), CT.Slice(number: 1));
        _folder.Write(Path.Combine("in", "2"), CT.Slice(number: 2));
        _folder.Write(Path.Combine("in", "3"), CT.Slice("MRN-2", "1.2.4", "1.2.4.1", more: instance => instance
            .Text("SeriesDescription", "native, \"thin\"").Text("PatientName", "Müller^Öl")));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Series_writes_a_table_for_people()
    {
        var run = DamsCommand.Run(_folder, "series", _folder["in"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Matches("^PatientID +CTDate +Modality +Number +Files +SeriesDescription$", lines[0]);
        Assert.Matches("^MRN-4711 +20240312 +CT +3 +2 +venous$", lines[1]);
        Assert.Matches("^MRN-2 +20240312 +CT +3 +1 +native, \"thin\"$", lines[2]);
    }

    [Fact]
    public void Series_does_not_replace_a_subject_map()
    {
        var map = _folder["map.csv"];
        File.WriteAllText(map, "subj,MRN,CT_date\nS-1,MRN-1,\n");

        var run = DamsCommand.Run(_folder, "series", _folder["in"], "--csv", map);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no such list", run.Error, StringComparison.Ordinal);
        Assert.Equal("subj,MRN,CT_date\nS-1,MRN-1,\n", File.ReadAllText(map));
    }

    [Fact]
    public void No_cell_of_the_CSV_is_run_by_a_spreadsheet()
    {
        _folder.Write(Path.Combine("odd", "1"), CT.Slice("MRN-3", "1.2.5", "1.2.5.1", more: instance => instance.Text("SeriesDescription", "=cmd|' /C calc'!A0")));

        var run = DamsCommand.Run(_folder, "series", _folder["odd"], "--csv", _folder["odd.csv"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(",'=cmd|", File.ReadAllText(_folder["odd.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Series_writes_a_CSV_that_only_its_owner_can_read()
    {
        var path = _folder["list.csv"];
        File.WriteAllText(path, "");
        OwnerOnly.Undo(path);

        var run = DamsCommand.Run(_folder, "series", _folder["in"], "--csv", path);

        Assert.Equal(0, run.ExitCode);
        OwnerOnly.Assert(path);
        var records = CsvText.Read(new StringReader(File.ReadAllText(path, Encoding.UTF8))).ToArray();
        Assert.Equal(3, records.Length);
        Assert.Equal("PatientID", records[0][0]);
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
        Assert.Equal("Müller^Öl", records[2][records[0].IndexOf("PatientName")]);
        Assert.Equal("native, \"thin\"", records[2][records[0].IndexOf("SeriesDescription")]);
        Assert.Equal("2", records[1][records[0].IndexOf("InstanceCount")]);
        Assert.Equal("2.5", records[1][records[0].IndexOf("SliceThickness")]);
    }

    [Fact]
    [CoversError("UnwritableList")]
    public void A_CSV_that_cannot_be_written_is_an_error()
    {
        var run = DamsCommand.Run(_folder, "series", _folder["in"], "--csv", _folder[Path.Combine("in", "1", "list.csv")], "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("UnwritableList", (string?)DamsCommand.Property(Assert.Single(run.EventsOf("error")), "Id"));
    }

    [Fact]
    public void Series_writes_an_object_a_line_for_programs()
    {
        var run = DamsCommand.Run(_folder, "series", _folder["in"], "--json", "--jobs", "1");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var series = run.EventsOf("series").ToArray();
        Assert.Equal(["MRN-4711", "MRN-2"], series.Select(line => (string?)DamsCommand.Property(line, "PatientID")));
        Assert.Equal("Müller^Öl", (string?)DamsCommand.Property(series[1], "PatientName"));
        Assert.Equal(2, (int?)DamsCommand.Property(series[0], "InstanceCount"));
        Assert.Equal(2, DamsCommand.Property(series[0], "Files")!.AsArray().Count);
    }

    [Fact]
    public void What_was_left_out_is_told_and_changes_the_exit_code()
    {
        _folder.Write(Path.Combine("in", "Muster_Erika.txt"), "a letter to Muster"u8.ToArray());
        Assert.Equal(0, DamsCommand.Run(_folder, "series", _folder["in"]).ExitCode);
        _folder.Write(Path.Combine("in", "Muster_Erika"), CT.Slice()[..300]);

        var run = DamsCommand.Run(_folder, "series", _folder["in"], "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("warning: 1 file is not DICOM", run.Error, StringComparison.Ordinal);
        Assert.Contains("error: File 4: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("NotDicom", (string?)DamsCommand.Property(Assert.Single(run.EventsOf("warning")), "Id"));
        Assert.Equal("TruncatedElement", (string?)DamsCommand.Property(Assert.Single(run.EventsOf("failure")), "Id"));
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_told_without_its_name()
    {
        var run = DamsCommand.Run(_folder, "series", _folder["Muster_Erika"]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: Path 1: There is nothing at this path.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, DamsCommand.Run(_folder, "series", _folder["Muster_Erika"], _folder["in"]).ExitCode);
    }
}
