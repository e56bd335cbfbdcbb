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

    [JudgeFact("strace", needsPowerShell: true)]
    public void Nor_are_segmentations_that_are_linked_already_on_their_way_to_a_destination()
    {
        WriteRecording();
        Link();
        var files = Scene.FilesOf(_scene["in"]);

        AssertRarelyOpened(files, Run("-Destination out -Discover"));
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

    /// <summary>Repairs and links the segmentations where they are.</summary>
    private void Link()
    {
        var context = new RunContext(_scene.Listener);
        var repaired = SegmentationRepair.Run([_scene["in"]], new RepairOptions(_scene.Key, null), context);
        var linker = new SegmentationLinker(new LinkOptions(), context);
        Assert.All(repaired, series => Assert.NotNull(linker.Link(new LinkRequest(series.Files, [_scene["in/ct"]]), 1)));
    }

    /// <summary>Runs the job; returns the calls of the system that open or rename.</summary>
    private string[] Run(string where)
    {
        var log = _scene["strace"];
        var script = $"Import-Module '{Repository.Root}/Dams.psd1'; Set-Location '{_scene.Path}'; "
            + $"$done = Invoke-PatientBatch in {where} -KeyPath '{_scene.KeyPath}' -ThrottleLimit 4 -WarningAction SilentlyContinue; "
            + "\"$($done.FailedCount) failed of $($done.InstanceCount)\"";
        var said = Shell.Run(
            "strace", ["-f", "-e", "trace=open,openat,rename,renameat,renameat2", "-s", "4096", "-o", log,
                .. PowerShellHost.Here!.Command, "-NoProfile", "-NonInteractive", "-Command", script]);
        Assert.Matches("^0 failed of [0-9]", said);
        return File.ReadAllLines(log);
    }

    private static void AssertRarelyOpened(IReadOnlyList<string> paths, string[] calls)
    {
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.InRange(OpensOf(path, calls), 2, MostOpens));
        Assert.All(paths.Select(path => Path.GetDirectoryName(path)!).Distinct(), folder => Assert.InRange(
            calls.Count(call => call.Contains($"\"{folder}\", ", StringComparison.Ordinal) && call.Contains("O_DIRECTORY", StringComparison.Ordinal)),
            1,
            MostListings));
    }

    /// <summary>How often a file is opened until another takes its place: that one is what was written.</summary>
    private static int OpensOf(string path, string[] calls) => calls
        .TakeWhile(call => !Regex.IsMatch(call, $"rename[^\"]*\"[^\"]*\"[^\"]*\"{Regex.Escape(path)}\""))
        .Count(call => Regex.IsMatch(call, $"open[^\"]*\"{Regex.Escape(path)}\""));
}
