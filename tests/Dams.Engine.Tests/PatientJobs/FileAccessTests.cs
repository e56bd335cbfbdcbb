using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Judges;
using Dams.Tests.PowerShell;
using Dams.Tests.Segmentations;
using Dams.Tests.Sidecars;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientJobs;

/// <summary>How often the whole job goes to the disk, as the system counts it: on a share each time takes a while.</summary>
public sealed class FileAccessTests : IDisposable
{
    private const int MostOpens = 3, MostListings = 2;

    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void A_file_is_opened_three_times_at_most_and_its_folder_is_listed_twice(string where)
    {
        WriteRecording();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run(where));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_segmentations_and_what_they_were_drawn_on_when_the_job_links_them(string where)
    {
        WriteRecording();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run($"{where} -Discover"));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_segmentations_that_are_linked_already(string where)
    {
        WriteRecording();
        Link();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run($"{where} -Discover"));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out -Discover")]
    [InlineData("-InPlace -Force")]
    [InlineData("-InPlace -Force -Backup backup -Discover")]
    public void Nor_are_segmentations_that_keep_the_identifiers_of_an_earlier_repair(string where)
    {
        WriteRecording();
        Repair();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run(where));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_planning_logs_and_the_segmentations_that_they_name(string where)
    {
        WriteRecording();
        WritePlans();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run(where));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_planning_logs_and_the_segmentations_that_they_name_and_that_are_linked_already(string where)
    {
        WriteRecording();
        Link();
        WritePlans();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run(where));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_folders_listed_to_look_for_segmentations_that_are_lost(string where)
    {
        WriteRecording();
        WritePlans();
        Directory.Delete(_scene["in/Segmentations/SeriesNo_3/SegmentationNo_1"], recursive: true);
        var files = Scene.FilesOf(_scene["in"]);

        var calls = Run(where);

        AssertRarelyOpened(files, calls);
        Assert.InRange(ListingsOf(_scene["in/Segmentations/SeriesNo_3"], calls), 1, MostListings);
        Assert.InRange(ListingsOf(_scene["in/Segmentations"], calls), 1, MostListings);
        Assert.InRange(ListingsOf(_scene.Path, calls), 0, MostListings);
    }

    [JudgeFact("strace", needsPowerShell: true)]
    public void Nor_are_the_patients_of_the_demonstration()
    {
        Assert.Equal(0, DamsProcess.Run("demo", _scene["demo"]).ExitCode);
        var files = Scene.FilesOf(_scene["demo/source"]).Where(path => !path.EndsWith(".csv", StringComparison.Ordinal)).ToArray();

        AssertRarelyOpened(files, Run("-Destination out", "Import-Csv demo/source/patients.csv |"));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out -Discover")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_two_thousand_slices_with_masks(string where)
    {
        _scene.WriteCT("in/ct", "1.2.3.1", count: 2000);
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", fill: 1, count: 100);
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_1", "1.2.3.1", fill: 20, count: 100);
        WritePlans();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run(where));
    }

    [JudgeTheory("strace", needsPowerShell: true)]
    [InlineData("-Destination out")]
    [InlineData("-InPlace -Force -Backup backup")]
    public void Nor_are_the_frames_of_an_image_on_which_segmentations_were_drawn(string where)
    {
        _scene.WriteMultiFrame("in/ct.dcm", "1.2.3.1", [1, 2, 3, 4, 5]);
        _scene.WriteObject("in/seg/SEG1", "1.2.3.5");
        _scene.WriteObject("in/seg/SEG2", "1.2.3.6");
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run($"{where} -Discover"));
    }

    [JudgeFact("strace", needsPowerShell: true)]
    public void A_second_run_in_place_opens_no_file_more_often()
    {
        WriteRecording();
        Run("-InPlace -Force");
        var files = Scene.FilesOf(_scene["in"]).Where(path => !path.EndsWith(".dams-in-place", StringComparison.Ordinal)).ToArray();

        AssertRarelyOpened(files, Run("-InPlace -Force -Backup backup"));
    }

    /// <summary>Images, masks that get identifiers of their own, a SEG object that has them, and files that are deflated.</summary>
    private void WriteRecording()
    {
        _scene.WriteCT("in/ct", "1.2.3.1");
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_0", "1.2.3.1", fill: 1);
        _scene.WriteMask("in/Segmentations/SeriesNo_3/SegmentationNo_1", "1.2.3.1", fill: 20, syntax: Syntax.Deflated);
        _scene.WriteObject("in/seg/SEG1", "1.2.3.5");
    }

    /// <summary>Plans of a tumour and its ablation, with a mask for each and no name of a patient in the names of the files.</summary>
    private void WritePlans()
    {
        foreach (var (name, structure, number) in new[] { ("Plan_1.xml", "Lession", 0), ("AblationValidation_1.xml", "AblationZone", 1) })
        {
            File.WriteAllText(_scene[$"in/{name}"], Planning.Log(
                Planning.Needle(structure, $"\\Segmentations\\SeriesNo_3\\SegmentationNo_{number}"), seriesId: "1.2.3.1"));
        }
    }

    /// <summary>Repairs the segmentations where they are.</summary>
    private IReadOnlyList<RepairedSeries> Repair() =>
        SegmentationRepair.Run([_scene["in"]], new RepairOptions(_scene.Key, null), new RunContext(_scene.Listener));

    /// <summary>Repairs and links the segmentations where they are.</summary>
    private void Link()
    {
        var linker = new SegmentationLinker(new LinkOptions(), new RunContext(_scene.Listener));
        Assert.All(Repair(), series => Assert.NotNull(linker.Link(new LinkRequest(series.Files, [_scene["in/ct"]]), 1)));
    }

    /// <summary>Runs the job; returns the calls of the system that open or rename.</summary>
    private Calls Run(string where, string list = "")
    {
        var log = _scene["strace"];
        var script = $"Import-Module '{Repository.Root}/Dams.psd1'; Set-Location '{_scene.Path}'; "
            + $"$done = {list} Invoke-PatientBatch {(list.Length > 0 ? "" : "in")} {where} -KeyPath '{_scene.KeyPath}' -ThrottleLimit 4 -WarningAction SilentlyContinue; "
            + "\"$(($done | Measure-Object FailedCount -Sum).Sum) failed of $(($done | Measure-Object InstanceCount -Sum).Sum)\"";
        var said = Shell.Run(
            "strace", ["-f", "--seccomp-bpf", "-e", "trace=open,openat,rename,renameat,renameat2", "-s", "4096", "-o", log,
                .. PowerShellHost.Here!.Command, "-NoProfile", "-NonInteractive", "-Command", script]);
        Assert.Matches("^0 failed of [0-9]", said);
        return Calls.Read(log);
    }

    private static void AssertRarelyOpened(IReadOnlyList<string> paths, Calls calls)
    {
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.InRange(OpensOf(path, calls), 2, MostOpens));
        Assert.All(paths.Select(path => Path.GetDirectoryName(path)!).Distinct(), folder => Assert.InRange(ListingsOf(folder, calls), 1, MostListings));
    }

    private static int OpensOf(string path, Calls calls) => calls.Opens.GetValueOrDefault(path);

    private static int ListingsOf(string folder, Calls calls) => calls.Listings.GetValueOrDefault(folder);

    /// <summary>What the system was asked.</summary>
    /// <param name="Opens">How often a file was opened until another took its place: that one is what was written.</param>
    /// <param name="Listings">How often a folder was opened to list it.</param>
    private sealed record Calls(Dictionary<string, int> Opens, Dictionary<string, int> Listings)
    {
        private static readonly Regex Opening = new("""\bopen(?:at)?\([^"]*"([^"]*)",(.*)$""");
        private static readonly Regex Renaming = new(@"\brename(?:at|at2)?\([^""]*""[^""]*""[^""]*""([^""]*)""");

        /// <summary>Reads the log of strace.</summary>
        public static Calls Read(string log)
        {
            var calls = new Calls([], []);
            var replaced = new HashSet<string>();
            foreach (var call in File.ReadLines(log))
            {
                if (Renaming.Match(call) is { Success: true } renaming)
                    replaced.Add(renaming.Groups[1].Value);
                else if (Opening.Match(call) is { Success: true } opening && !replaced.Contains(opening.Groups[1].Value))
                    calls.Count(opening.Groups[1].Value, opening.Groups[2].Value.Contains("O_DIRECTORY", StringComparison.Ordinal));
            }
            return calls;
        }

        private void Count(string path, bool isListing)
        {
            var counts = isListing ? Listings : Opens;
            counts[path] = counts.GetValueOrDefault(path) + 1;
        }
    }
}
