using System;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Reporting;

public sealed class FailureLogTests : IDisposable
{
    private readonly BatchScene _scene = new();

    private string LogPath => _scene["failures.csv"];

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Each_failure_is_a_line_with_the_source_below_its_root_the_reason_and_where()
    {
        var bytes = File.ReadAllBytes(_scene.Write("Muster, Erika/IM1"));
        _scene.WriteBytes("Muster, Erika/IM2", bytes[..^5]);
        RunWithLog();
        using var reader = new StreamReader(LogPath);
        var lines = CsvText.Read(reader).ToArray();
        Assert.Equal(["Item", "Root", "Source", "Id", "Where", "Cause", "Cure", "Time"], lines[0]);
        var line = Assert.Single(lines.Skip(1));
        Assert.Equal(
            ["File 2", _scene.Source, Path.Combine("Muster, Erika", "IM2"), "TruncatedElement"], line.Take(4));
        Assert.Matches(@"^byte \d+, \(7FE0,0010\)$", line[4]);
        Assert.Equal(_scene.Listener.Failures.Count, lines.Length - 1);
        Assert.DoesNotContain("Muster", Assert.Single(_scene.Listener.Failures).Message);
    }

    [UnixFact]
    public void No_cell_is_run_by_a_spreadsheet_and_each_comes_back_as_it_was()
    {
        var bytes = File.ReadAllBytes(_scene.Write("a/IM1"));
        string[] names = ["'=1", "'plain", "+1", "-1", "=cmd|' !A0", "@SUM(A1)"];
        foreach (var name in names)
            _scene.WriteBytes(name, bytes[..^5]);
        RunWithLog();
        using var reader = new StreamReader(LogPath);
        var cells = CsvText.Read(reader).Skip(1).Select(line => line[2]).ToArray();
        Assert.Equal(names.Length, cells.Length);
        Assert.All(cells, cell => Assert.DoesNotContain(cell[0], "=+-@"));
        Assert.Equal(names, cells.Select(SpreadsheetCell.Unescape).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_failures_the_log_has_its_titles_alone()
    {
        _scene.Write("a/IM1");
        File.WriteAllText(LogPath, "\uFEFFItem,Root,Source,Id,Where,Cause,Cure,Time\nFile 1,in,a,EmptyFile,,of the run before,,\n");
        RunWithLog();
        Assert.Equal("Item,Root,Source,Id,Where,Cause,Cure,Time\n", File.ReadAllText(LogPath));
    }

    [Theory]
    [InlineData("\uFEFFItem;Root;Source;Id;Where;Cause;Cure;Time\r\nFile 1;in;a;EmptyFile;;;;\r\n")]
    [InlineData("\"Item\",\"Root\",\"Source\",\"Id\",\"Where\",\"Cause\",\"Cure\",\"Time\"\n")]
    [InlineData("Item\tRoot\tSource\tId\tWhere\tCause\tCure\tTime\n")]
    public void The_log_of_the_run_before_gives_way_though_a_spreadsheet_saved_it(string there)
    {
        _scene.Write("a/IM1");
        File.WriteAllText(LogPath, there);
        RunWithLog();
        Assert.Equal("Item,Root,Source,Id,Where,Cause,Cure,Time\n", File.ReadAllText(LogPath));
    }

    [Theory]
    [CoversError("AnotherFileThere")]
    [InlineData("subj,MRN,CT_date\nS-1,MRN-1,20240312\n")]
    [InlineData("{ \"key\": \"00\" }")]
    public void A_file_of_another_kind_is_not_replaced(string there)
    {
        File.WriteAllText(LogPath, there);
        var error = Assert.Throws<DamsException>(() => new FailureLog(LogPath, _scene.Destination, _scene.Listener));
        Assert.Equal("AnotherFileThere", error.Id);
        Assert.Equal(there, File.ReadAllText(LogPath));
    }

    [Fact]
    public void Excel_reads_a_Korean_path_in_it()
    {
        var bytes = File.ReadAllBytes(_scene.Write("IM1"));
        _scene.WriteBytes("\uD64D\uAE38\uB3D9/IM2", bytes[..^5]);
        RunWithLog();
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(LogPath).Take(3));
        Assert.Contains("\uD64D\uAE38\uB3D9", File.ReadAllText(LogPath), StringComparison.Ordinal);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Only_its_owner_can_read_it()
    {
        _scene.Write("a/IM1");
        RunWithLog();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LogPath));
    }

    [Fact]
    [CoversError("FailureLogInDestination")]
    public void It_may_not_lie_in_what_is_shared()
    {
        var error = Assert.Throws<DamsException>(
            () => new FailureLog(Path.Combine(_scene.Destination, "failures.csv"), _scene.Destination, new RecordingListener()));
        Assert.Equal("FailureLogInDestination", error.Id);
        Assert.False(Directory.Exists(_scene.Destination));
    }

    private void RunWithLog()
    {
        var options = _scene.ToDestination();
        using var log = new FailureLog(LogPath, options.Destination, _scene.Listener);
        using var run = new ProtectionRun(options, new RunContext(log));
        // A result is there as soon as its files are: now and then before all is taken in.
        var results = SeriesIndex.Read([_scene.Source], new RunContext(log) { Workers = 2 })
            .SelectMany(series => run.Add(series, new GivenIdentity(null, null, null))).ToList();
        Assert.Single(results.Concat(run.Complete()));
    }
}
