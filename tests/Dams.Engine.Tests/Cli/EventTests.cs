using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>What a program reads that spawns the command; <see cref="DamsCommand.Events"/> checks each event by the schema.</summary>
public sealed class EventTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key;

    public EventTests()
    {
        _key = TestKey.WriteTo(_folder);
        for (var number = 1; number <= 3; number++)
            _folder.Write(Path.Combine("in", "a", $"{number}"), CT.Slice(number: number));
        _folder.Write(Path.Combine("in", "b", "1"), CT.Slice("MRN-2", "1.2.9", "1.2.9.1"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_describes_every_event_and_every_property()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "json-lines.md"));

        Assert.All(EventSchema.Events, described =>
        {
            Assert.Contains($"\n### {EventSchema.NameOf(described)}", page, StringComparison.Ordinal);
            Assert.All(
                described.GetProperty("properties").EnumerateObject().Skip(2),
                property => Assert.Contains($"\n| `{property.Name}` |", page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_first_event_says_which_run_it_is_and_two_runs_differ()
    {
        var (first, second) = (Run("series", "in", "--json").Events, Run("series", "in", "--json").Events);

        Assert.Equal(("started", "series"), ((string?)first[0]["event"], (string?)first[0]["command"]));
        Assert.NotEqual((string?)first[0]["run"], (string?)second[0]["run"]);
    }

    [Theory]
    [InlineData("protect", "in", "--json")]
    [InlineData("protect", "in", "--destination", "out", "--json", "--jobs", "0")]
    [InlineData("batch", "--json")]
    [InlineData("batch", "a.csv", "b.csv", "--destination", "out", "--json")]
    [InlineData("xml", "in", "--json")]
    [InlineData("link", "in", "--json")]
    [InlineData("link", "in", "--json", "--source", "in", "--destination", "out")]
    [InlineData("link", "in", "--json", "--label", "Tumor", "--in-place")]
    [InlineData("link", "in", "--json", "--in-place", "--convention", "Mine")]
    [InlineData("key", "--json")]
    [InlineData("fly", "--json")]
    public void What_is_wrong_with_the_arguments_is_an_event_too(params string[] arguments)
    {
        var run = Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Events);
        Assert.All(run.Events, line => Assert.Equal(("error", "Usage"), ((string?)line["event"], (string?)line["id"])));
        Assert.StartsWith("dams: ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("protect")]
    [InlineData("batch")]
    public void No_event_says_who_a_patient_is_unless_that_is_asked_for(string command)
    {
        string[] arguments = [command, _folder[Path.Combine("in", "a")], "--key", _key, "--json", "--destination"];

        var run = Run([.. arguments, "out"]);
        var asked = Run([.. arguments, "out2", "--with-mrn"]);

        Assert.Equal((0, 0), (run.ExitCode, asked.ExitCode));
        Assert.All(["MRN-4711", "Muster", "20240312", "1.2.3"], value => Assert.DoesNotContain($"\"{value}", run.Output, StringComparison.Ordinal));
        Assert.Equal("MRN-4711", (string?)asked.EventsOf("protected").Single()["patientID"]);
        Assert.Equal("20240312", (string?)asked.EventsOf("protected").Single()["ctDate"]);
    }

    [Fact]
    public void Words_stand_where_numbers_would_say_nothing() =>
        Assert.Equal(["None", "None"], Protect().EventsOf("protected").Select(line => (string?)line["burnedInText"]));

    [Fact]
    public void The_counts_add_up()
    {
        _folder.Write(Path.Combine("in", "a", "copy"), CT.Slice(number: 1));
        _folder.Write(Path.Combine("in", "b", "broken"), CT.Slice("MRN-2", "1.2.9", "1.2.9.2")[..^2]);

        var run = Protect();

        var summary = run.EventsOf("summary").Single();
        Assert.Equal((4, 1, 1, 6), ((int)summary["instances"]!, (int)summary["duplicates"]!, (int)summary["failed"]!, (int)summary["files"]!));
        Assert.Equal((int)summary["instances"]!, run.EventsOf("protected").Sum(line => (int)line["instanceCount"]!));
        Assert.Equal((int)summary["failed"]!, run.EventsOf("failure").Count());
    }

    [Fact]
    public void A_batch_says_of_each_patient_what_was_done()
    {
        var run = Run("batch", _folder[Path.Combine("in", "a")], _folder[Path.Combine("in", "b")], _folder["missing"], "--destination", "out", "--key", _key, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Folder 1", "Folder 2"], run.EventsOf("patient").Select(line => (string?)line["entry"]));
        Assert.Equal([3, 1], run.EventsOf("patient").Select(line => (int)line["instanceCount"]!));
        Assert.Equal("NoSuchPath", (string?)run.EventsOf("failure").Single()["id"]);
        Assert.Equal((2, 4), ((int)run.EventsOf("summary").Single()["patients"]!, (int)run.EventsOf("summary").Single()["instances"]!));
    }

    [Fact]
    public void Progress_says_what_is_done_and_within_a_phase_it_only_grows()
    {
        using var scene = new BatchScene();
        scene.WriteMany(patients: 3, slices: 1000);

        var run = Run("batch", scene["source/p1"], scene["source/p2"], scene["source/p3"], "--destination", "out", "--key", _key, "--json", "--jobs", "1");

        var reports = run.EventsOf("progress").ToArray();
        Assert.NotEmpty(reports);
        for (var i = 1; i < reports.Length; i++)
        {
            var isSame = (string?)reports[i]["phase"] == (string?)reports[i - 1]["phase"]
                && (int)reports[i]["patientsDone"]! == (int)reports[i - 1]["patientsDone"]!;
            Assert.True(!isSame || (int)reports[i]["filesDone"]! >= (int)reports[i - 1]["filesDone"]!);
        }
    }

    [Theory]
    [InlineData("stop\n", false)]
    [InlineData("go on\nstop\r\n", false)]
    [InlineData("", true)]
    public async Task A_program_stops_a_run_by_a_line_or_by_closing_standard_input_and_the_map_is_kept(string text, bool closes)
    {
        using var scene = new BatchScene();
        scene.WriteLarge(patients: 1);
        var start = new ProcessStartInfo(DamsProcess.Path,
        [
            "batch", scene["source/p0"], "--destination", scene.Destination, "--key", scene.KeyPath, "--export-map", scene["map.csv"],
            "--jobs", "1", "--json", "--stop-on-stdin",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.True(SpinWait.SpinUntil(() => process.HasExited || Outputs(scene) > 2, TimeSpan.FromMinutes(2)));
        await process.StandardInput.WriteAsync(text);
        await process.StandardInput.FlushAsync();
        if (closes)
            process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 130, await error);
        var summary = EventSchema.Read(await output).Single(line => (string?)line["event"] == "summary");
        Assert.True((bool)summary["stopped"]!);
        Assert.Equal(Outputs(scene), (int)summary["instances"]!);
        Assert.Equal("MRN-0", File.ReadAllLines(scene["map.csv"])[1].Split(',')[1]);
        Assert.Empty(Directory.GetFiles(scene.Destination, ".*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Standard_input_that_is_closed_stops_nothing_unless_that_is_asked_for() => Assert.Equal(0, Protect().ExitCode);

    private static int Outputs(BatchScene scene) =>
        Directory.Exists(scene.Destination) ? Directory.GetFiles(scene.Destination, "*.dcm", SearchOption.AllDirectories).Length : 0;

    private DamsCommand Protect() => Run("protect", "in", "--destination", "out", "--key", _key, "--json");

    private DamsCommand Run(params string[] arguments) => DamsCommand.Run(_folder, arguments);
}
