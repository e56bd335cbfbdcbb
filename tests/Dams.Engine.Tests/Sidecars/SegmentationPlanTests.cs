using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Segmentations;
using Dams.Sidecars;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class SegmentationPlanTests : System.IDisposable
{
    private const string Recording = "Study_0/Series_3/CAS-One Recordings/2024-03-12_10-15-00";
    private const string TumorPath = @"\Segmentations\SeriesNo_3\SegmentationNo_0";
    private const string AblationPath = @"\Segmentations\SeriesNo_28\SegmentationNo_0";
    private const string TumorUid = "1.2.826.0.1.77.1.50";
    private const string AblationUid = "1.2.826.0.1.77.1.51";

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_tumour_and_its_ablation_lead_to_each_other_and_to_their_sources()
    {
        var source = _folder.WriteSeries("Study_0/Series_3", Planning.SourceUid);
        var validation = _folder.WriteSeries("Study_0/Series_28", "1.2.826.0.1.77.1.28");
        var tumor = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        var ablation = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_0", AblationUid);
        WritePlan("Plan_1.xml", Planning.BareNeedle + Planning.Needle("Lession", TumorPath, TumorUid));
        WriteXml("AblationValidation_1.xml", Planning.Log(
            Planning.BareNeedle + Planning.Needle("AblationZone", AblationPath, AblationUid), seriesId: "1.2.826.0.1.77.1.28"));

        var links = Read();

        Assert.Equal(
            [
                new SegmentationLink("Ablation", 2, ablation, AblationUid, "1.2.826.0.1.77.1.28", validation, TumorUid, tumor, null),
                new SegmentationLink("Tumor", 2, tumor, TumorUid, Planning.SourceUid, source, AblationUid, ablation, null),
            ],
            links);
        Assert.Empty(_listener.Failures);
    }

    [Theory]
    [InlineData(@"\Segmentations\SeriesNo_3\SegmentationNo_0")]
    [InlineData("/Segmentations/SeriesNo_3/SegmentationNo_0/")]
    [InlineData(@"Segmentations\\seriesno_3\SEGMENTATIONNO_0")]
    [InlineData(@" .\segmentations/SeriesNo_3\SegmentationNo_0 ")]
    [InlineData(@"D:\Patients\Pat_X\Segmentations\SeriesNo_3\SegmentationNo_0")]
    public void A_path_is_found_with_either_separator_and_in_any_case(string path)
    {
        var tumor = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", path, TumorUid));
        Assert.Equal(tumor, Assert.Single(Read()).Path);
    }

    [Fact]
    public void A_plan_in_a_folder_inside_the_recording_finds_the_masks_beside_it()
    {
        var tumor = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WriteXml("Logs/xml/plan_1.XML", Planning.Log(Planning.Needle("Lession", TumorPath, TumorUid)));
        Assert.Equal(tumor, Assert.Single(Read()).Path);
    }

    [Theory]
    [InlineData(@"\Segmentations\SeriesNo_9\SegmentationNo_0")]
    [InlineData(@"\..\..\Segmentations\SeriesNo_3\SegmentationNo_0")]
    [InlineData("")]
    public void Masks_that_are_not_there_are_a_problem(string path)
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", path, "1.2.826.0.1.77.99"));
        var link = Assert.Single(Read());
        Assert.Equal("", link.Path);
        Assert.Equal("Its masks were not found.", link.Problem);
    }

    [Fact]
    public void Masks_that_were_moved_are_found_by_their_series()
    {
        var moved = _folder.WriteSeries("elsewhere", TumorUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, TumorUid));
        Assert.Equal(moved, Assert.Single(Read()).Path);
    }

    [Fact]
    public void A_repaired_series_has_its_new_UID_and_place()
    {
        var tumor = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", Planning.SourceUid);
        var ablation = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_0", Planning.SourceUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, Planning.SourceUid));
        WritePlan("AblationValidation_1.xml", Planning.Needle("AblationZone", AblationPath, Planning.SourceUid));
        RepairedSeries[] repaired =
        [
            new(ablation, ablation, Planning.SourceUid, "2.25.2", 52, 2, []),
            new(tumor, "/out/tumor", Planning.SourceUid, "2.25.1", 51, 2, []),
        ];
        var links = Read(repaired);
        Assert.Equal([ablation, "/out/tumor"], links.Select(link => link.Path));
        Assert.Equal(["2.25.2", "2.25.1"], links.Select(link => link.SeriesInstanceUID));
        Assert.Equal(["2.25.1", "2.25.2"], links.Select(link => link.PartnerSeriesInstanceUID));
    }

    [Fact]
    public void Masks_that_share_their_series_are_told_to_be_repaired_first()
    {
        _ = _folder.WriteSeries("Study_0/Series_3", Planning.SourceUid);
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", Planning.SourceUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, Planning.SourceUid));
        Assert.Contains("Repair-SegmentationSeries", Assert.Single(Read()).Problem);
    }

    [Fact]
    public void The_source_is_never_a_folder_of_masks_that_share_its_UID()
    {
        var source = _folder.WriteSeries("Study_0/Series_3", Planning.SourceUid);
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", Planning.SourceUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, Planning.SourceUid));
        Assert.Equal(source, Assert.Single(Read()).SourcePath);
    }

    [Fact]
    public void A_needle_without_masks_counts_but_is_no_row()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.BareNeedle + Planning.BareNeedle + Planning.Needle("Lession", TumorPath, TumorUid) + Planning.BareNeedle);
        Assert.Equal(3, Assert.Single(Read()).LesionNumber);
    }

    [Fact]
    public void A_needle_below_a_group_has_the_lesion_of_the_group()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.BareNeedle + $"<Trajectory type=\"IRE\"><Children>{Planning.BareNeedle}{Planning.Needle("Lession", TumorPath, TumorUid)}</Children></Trajectory>");
        Assert.Equal(2, Assert.Single(Read()).LesionNumber);
    }

    [Fact]
    public void A_sphere_is_told_and_its_partner_says_so()
    {
        _ = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_0", AblationUid);
        WritePlan("Plan_1.xml", Planning.Sphere("Lession"));
        WritePlan("AblationValidation_1.xml", Planning.Needle("AblationZone", AblationPath, AblationUid));
        var links = Read([], []);
        Assert.Equal(["Its partner is a sphere of the plan, without masks.", "It is a sphere of the plan: there are no masks to link."], links.Select(link => link.Problem));
    }

    [Fact]
    public void A_plan_that_was_saved_twice_gives_its_segmentation_once()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, TumorUid));
        WritePlan("Plan_2.xml", Planning.Needle("Lession", TumorPath.ToUpperInvariant(), TumorUid));
        Assert.Equal("It has no partner.", Assert.Single(Read([], [])).Problem);
    }

    [Fact]
    public void Plans_that_contradict_each_other_are_told()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, TumorUid));
        WritePlan("Plan_2.xml", Planning.BareNeedle + Planning.Needle("Lession", TumorPath, TumorUid));
        Assert.Equal("Two plans say different things of it.", Assert.Single(Read([], [])).Problem);
    }

    [Fact]
    public void Among_several_recordings_the_one_of_the_same_time_has_the_partner()
    {
        foreach (var time in new[] { "2024-03-12_10-15-00", "2024-03-12_11-20-00" })
        {
            var folder = $"Study_0/Series_3/CAS-One Recordings/{time}";
            _ = _folder.WriteSeries($"{folder}/Segmentations/SeriesNo_3/SegmentationNo_0", $"{TumorUid}.{time[11..13]}");
            _ = _folder.WriteSeries($"{folder}/Segmentations/SeriesNo_28/SegmentationNo_0", $"{AblationUid}.{time[11..13]}");
            _folder.Write($"{folder}/Plan_1.xml", Planning.Log(Planning.Needle("Lession", TumorPath), $"{time} 10.48.12"));
            _folder.Write($"{folder}/AblationValidation_1.xml", Planning.Log(Planning.Needle("AblationZone", AblationPath), $"{time} 12.00.00"));
        }
        var links = Read([], []);
        Assert.Equal(4, links.Count);
        Assert.All(links, link => Assert.Equal(RecordingOf(link.Path), RecordingOf(link.PartnerPath!)));
    }

    [Fact]
    public void In_one_folder_the_first_word_of_the_time_tells_which_is_the_partner()
    {
        foreach (var (number, time) in new[] { (1, "2024-03-12_10-15-00"), (2, "2024-03-12_11-20-00") })
        {
            _folder.Write($"xml/Plan_{number}.xml", Planning.Log(Planning.Needle("Lession", "", $"{TumorUid}.{number}"), $"{time} 10.48.12"));
            _folder.Write($"xml/AblationValidation_{number}.xml", Planning.Log(Planning.Needle("AblationZone", "", $"{AblationUid}.{number}"), $"{time} 12.00.00"));
            _ = _folder.WriteSeries($"t{number}", $"{TumorUid}.{number}");
            _ = _folder.WriteSeries($"a{number}", $"{AblationUid}.{number}");
        }
        var links = Read();
        Assert.Equal(4, links.Count);
        Assert.All(links, link => Assert.Equal(link.SeriesInstanceUID![^2..], link.PartnerSeriesInstanceUID![^2..]));
    }

    [Fact]
    public void Two_that_could_be_the_partner_are_told_and_none_is_taken()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        _ = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_0", AblationUid);
        _ = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_1", $"{AblationUid}.1");
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath));
        WritePlan("AblationValidation_1.xml", Planning.Needle("AblationZone", AblationPath));
        WritePlan("AblationValidation_2.xml", Planning.Needle("AblationZone", AblationPath.Replace("No_0", "No_1", System.StringComparison.Ordinal)));
        var tumor = Read([], []).Single(link => link.Label == "Tumor");
        Assert.Equal("It could be the partner of several.", tumor.Problem);
        Assert.Null(tumor.PartnerPath);
    }

    [Fact]
    public void Patients_are_never_paired_with_each_other()
    {
        _ = _folder.WriteSeries("a/Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        _ = _folder.WriteSeries("b/Segmentations/SeriesNo_28/SegmentationNo_0", AblationUid);
        _folder.Write("a/Plan_1.xml", Planning.Log(Planning.Needle("Lession", TumorPath)));
        _folder.Write("b/AblationValidation_1.xml", Planning.Log(Planning.Needle("AblationZone", AblationPath), patientId: "MRN-4712"));
        Assert.All(Read([], []), link => Assert.Equal("It has no partner.", link.Problem));
    }

    [Fact]
    public void A_source_that_is_not_named_or_not_there_is_a_problem()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, TumorUid));
        Assert.Equal("The series on which it was drawn was not found.", Assert.Single(Read()).Problem);
        WriteXml("Plan_1.xml", Planning.Log(Planning.Needle("Lession", TumorPath, TumorUid), seriesId: ""));
        Assert.Equal("The plan does not say on which series it was drawn.", Assert.Single(Read()).Problem);
    }

    [Fact]
    public void A_broken_plan_is_one_failure_and_the_others_are_read()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        WriteXml("Plan_0.xml", "<Eagles>");
        WriteXml("Plan_2.xml", "<Other/>");
        WriteXml("notes.xml", "<also broken");
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, TumorUid));
        Assert.Single(Read());
        Assert.Equal([nameof(Dams.Errors.MalformedXml)], _listener.Failures.Select(failure => failure.Error.Id));
    }

    [Fact]
    public void No_problem_holds_a_value_of_the_patient()
    {
        WritePlan("Plan_1.xml", Planning.Sphere("Lession") + Planning.Needle("AblationZone", @"\Muster\MRN-4711"));
        Assert.All(Read(), link => Assert.DoesNotMatch("Muster|4711|Erika", link.Problem));
    }

    private static string RecordingOf(string path) => path[..path.IndexOf("Segmentations", System.StringComparison.Ordinal)];

    private string WriteMasks(string relative, string seriesUid) => _folder.WriteSeries($"{Recording}/{relative}", seriesUid);

    private void WritePlan(string name, string trajectories) => WriteXml(name, Planning.Log(trajectories));

    private void WriteXml(string name, string text) => _folder.Write($"{Recording}/{name}", text);

    private IReadOnlyList<SegmentationLink> Read(params RepairedSeries[] repaired) =>
        Read(repaired, SidecarIndex.Read([_folder.Path], 1, _listener, CancellationToken.None));

    private IReadOnlyList<SegmentationLink> Read(IReadOnlyList<RepairedSeries> repaired, IReadOnlyList<DicomSeries> index) =>
        SegmentationPlan.Read([Path.GetFullPath(_folder.Path)], repaired, index, _listener, CancellationToken.None);
}
