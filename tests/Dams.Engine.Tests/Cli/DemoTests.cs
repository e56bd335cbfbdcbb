using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class DemoTests : IDisposable
{
    private const int Masks = 6;

    // Of UIDs with the point behind the root: a new UID can begin with the same digits, and goes on with others.
    private static readonly string[] Identifying =
    [
        "Muster", "Erika", "Gildong", "洪", "홍", "吉洞", "길동", "Beispiel", "MRN-", "ACC-", "19520817", "1952-08-17", "19610423", "1961-04-23",
        "20240311", "2024-03-11", "20240402", "2024-04-02", "2.25.1000.", "2.25.1001.",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Demo_makes_patients_and_what_can_be_shared_of_them(bool isThere)
    {
        if (isThere)
            Directory.CreateDirectory(_folder["demo"]);

        var run = Run();

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("burned in", run.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("demo", "shared"), run.Error, StringComparison.Ordinal);
        Assert.Equal(["private", "shared", "source"], Directory.GetDirectories(_folder["demo"]).Select(Path.GetFileName).Order());
        var (source, shared) = (Tree("source"), Tree("shared"));
        Assert.Equal(Images(source).Count(), Images(shared).Count());
        Assert.Equal(10, shared.Keys.Count(path => path.EndsWith(".xml", StringComparison.Ordinal)));
        Assert.Equal(shared.Count, Images(shared).Count() + 10);
        Assert.All(Images(shared), path =>
            Assert.Equal(path.Split(Path.DirectorySeparatorChar)[0], FileReading.Parse(shared[path]).Find("PatientID")!.Text));
        OwnerOnly.Assert(_folder[Path.Combine("demo", "private", "protection.key")]);
        OwnerOnly.Assert(_folder[Path.Combine("demo", "private", "subjects.csv")]);
        Assert.False(Directory.Exists(_folder["home"]), "the demo does not touch the account's own key");
    }

    [Fact]
    public void The_source_is_what_a_planning_system_leaves()
    {
        Run();

        var source = Tree("source");
        Assert.Equal(["patient1", "patient2", "patients.csv"], source.Keys.Select(path => path.Split(Path.DirectorySeparatorChar)[0]).Distinct());
        foreach (var patient in new[] { "patient1", "patient2" })
        {
            var names = source.Keys.Where(path => path.StartsWith(patient, StringComparison.Ordinal)).Select(Path.GetFileName).ToArray();
            Assert.Contains(names, name => name!.StartsWith("Plan_", StringComparison.Ordinal));
            Assert.Contains(names, name => name!.StartsWith("AblationValidation_", StringComparison.Ordinal));
            Assert.Empty(new[] { "PatientInfo.xml", "CTInfo.xml", "SurgeryInfo.xml" }.Except(names));
        }
        var masks = source.Keys.Where(path => path.Contains("SegmentationNo_", StringComparison.Ordinal)).ToLookup(path => Path.GetDirectoryName(path)!);
        Assert.Equal(Masks, masks.Count);
        Assert.All(masks, mask =>
        {
            var number = Path.GetFileName(Path.GetDirectoryName(mask.Key))!.Split('_')[1];
            var images = Images(source).Where(path => !masks.Contains(Path.GetDirectoryName(path)!) && path.Contains($"series{number}", StringComparison.Ordinal));
            var instances = images.Select(path => Text(source[path], "SOPInstanceUID")).ToHashSet();
            Assert.True(mask.Count() > 1);
            Assert.All(mask, path => Assert.Contains(Text(source[path], "SOPInstanceUID"), instances));
            Assert.Equal([("1", "8", number)], mask.Select(path =>
                (Text(source[path], "InstanceNumber"), $"{FileReading.Parse(source[path]).Find("BitsAllocated")!.Value[0]}", Text(source[path], "SeriesNumber"))).Distinct());
        });
    }

    [Fact]
    public void Every_mask_leads_to_the_images_it_was_drawn_on_and_to_its_partner()
    {
        var run = Run("--json", "--with-mrn");

        Assert.Equal(0, run.ExitCode);
        var series = run.EventsOf("protected").ToDictionary(line => Value(line, "SeriesInstanceUID")!, line => Value(line, "SourceSeriesInstanceUID")!);
        var references = run.EventsOf("reference").ToDictionary(line => Value(line, "SeriesInstanceUID")!);
        Assert.Equal(Masks, references.Count);
        Assert.All(references, pair =>
        {
            var (uid, line) = pair;
            var partner = references[Value(line, "PartnerSeriesInstanceUID")!];
            Assert.Null(Value(line, "Problem"));
            Assert.Equal(uid, Value(partner, "PartnerSeriesInstanceUID"));
            Assert.Equal(Value(line, "LesionNumber"), Value(partner, "LesionNumber"));
            Assert.EndsWith(Value(line, "Label") == "Tumor" ? ".1" : ".2", series[Value(line, "SourceSeriesInstanceUID")!], StringComparison.Ordinal);
            Assert.NotEqual(Value(line, "Label"), Value(partner, "Label"));
            Assert.Equal(24, DamsCommand.Property(line, "SourceFiles")!.AsArray().Count);
            Assert.Equal(
                DamsCommand.Property(partner, "Files")!.AsArray().Select(file => (string?)file),
                DamsCommand.Property(line, "PartnerFiles")!.AsArray().Select(file => (string?)file));
        });
    }

    [Fact]
    public void People_see_the_lookup_as_a_table_and_that_nothing_is_left()
    {
        var lines = Run().Error.Split('\n', StringSplitOptions.TrimEntries);

        var titles = Array.FindIndex(lines, line => line.StartsWith("Subject", StringComparison.Ordinal));
        var rows = lines[(titles + 1)..(titles + 1 + Masks)].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.All(rows, row => Assert.Equal(6, row.Length));
        Assert.Equal(["Ablation", "Tumor"], rows.Select(row => row[2]).Distinct().Order());
        Assert.Equal(rows.Select(row => row[1]).Order(), rows.Select(row => row[5]).Order());
        Assert.Equal("Nothing of the patients is left in it.", lines[titles + 1 + Masks]);
    }

    [Fact]
    public void Nothing_of_the_patients_is_in_what_can_be_shared()
    {
        Run();

        Assert.All(Identifying, text => Assert.Contains(Tree("source"), file => Holds(file, text)));
        Assert.All(Tree("shared"), file => Assert.DoesNotContain(Identifying, text => Holds(file, text)));
    }

    [Fact]
    public void The_list_gives_one_patient_new_values_and_the_other_gets_derived_ones()
    {
        Run();

        var map = File.ReadAllLines(_folder[Path.Combine("demo", "private", "subjects.csv")]);
        Assert.Equal("subj,MRN,CT_date", map[0]);
        var rows = map.Skip(1).Select(line => line.Split(',')).OrderBy(row => row[1]).ToArray();
        Assert.Equal([("MRN-0001", "20240311"), ("MRN-0002", "20240402")], rows.Select(row => (row[1], row[2])));
        Assert.Equal("M01", rows[0][0]);
        Assert.StartsWith("SUBJ-", rows[1][0], StringComparison.Ordinal);
        var shared = Tree("shared");
        Assert.All(
            Images(shared).Where(path => path.StartsWith("M01", StringComparison.Ordinal)),
            path => Assert.Equal(("MAV-M01", "19520101"), (Text(shared[path], "PatientName"), Text(shared[path], "PatientBirthDate"))));
    }

    [Fact]
    public void The_list_is_one_that_other_commands_take()
    {
        Run();

        var run = DamsCommand.Run(_folder, "protect", "--list", _folder[Path.Combine("demo", "source", "patients.csv")], "--validate", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["M01", ""], run.EventsOf("planned").Select(line => Value(line, "Subject")));
    }

    [Fact]
    [CoversError("FolderNotEmpty")]
    public void Demo_refuses_a_folder_with_something_in_it()
    {
        _folder.Write(Path.Combine("demo", "mine.txt"), [1]);

        var run = Run("--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not empty", run.Error, StringComparison.Ordinal);
        Assert.Equal("FolderNotEmpty", Value(Assert.Single(run.EventsOf("error")), "Id"));
        Assert.Equal(["mine.txt"], Tree().Keys);
    }

    [Fact]
    public void A_second_demo_in_the_same_folder_is_refused_and_changes_nothing()
    {
        Run();
        var before = BatchScene.Tree(_folder["demo"]);

        var run = Run();

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("is not empty", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, BatchScene.Tree(_folder["demo"]));
    }

    [Fact]
    public void A_demo_that_cannot_be_written_is_refused_with_a_reason()
    {
        _folder.Write("demo", [1]);

        var run = Run("--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("UnwritableDestination", Value(Assert.Single(run.EventsOf("error")), "Id"));
    }

    private DamsCommand Run(params string[] options) => DamsCommand.Run(_folder, ["demo", _folder["demo"], .. options]);

    private IReadOnlyDictionary<string, byte[]> Tree(string folder = "") => Batch.Tree(_folder[Path.Combine("demo", folder)]);

    private static IEnumerable<string> Images(IReadOnlyDictionary<string, byte[]> tree) =>
        tree.Keys.Where(path => path.EndsWith(".dcm", StringComparison.Ordinal));

    private static string Text(byte[] file, string keyword) => FileReading.Parse(file).Find(keyword)!.Text;

    private static string? Value(JsonObject line, string name) => DamsCommand.Property(line, name)?.ToString();

    private static bool Holds(KeyValuePair<string, byte[]> file, string text) =>
        file.Key.Contains(text, StringComparison.Ordinal) || file.Value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
