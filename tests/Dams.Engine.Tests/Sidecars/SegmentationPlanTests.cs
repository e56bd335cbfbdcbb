using System.Linq;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class SegmentationPlanTests : SegmentationPlanTestBase
{
    [Fact]
    public void A_tumour_and_its_ablation_lead_to_each_other_and_to_their_sources()
    {
        var source = Folder.WriteSeries("Study_0/Series_3", Planning.SourceUid);
        var validation = Folder.WriteSeries("Study_0/Series_28", "1.2.826.0.1.77.1.28");
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
        Assert.Empty(Listener.Failures);
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
    public void A_plan_in_aFolder_inside_the_recording_finds_the_masks_beside_it()
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
        var moved = Folder.WriteSeries("elsewhere", TumorUid);
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
        _ = Folder.WriteSeries("Study_0/Series_3", Planning.SourceUid);
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", Planning.SourceUid);
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath, Planning.SourceUid));
        Assert.Contains("Repair-SegmentationSeries", Assert.Single(Read()).Problem);
    }

    [Fact]
    public void The_source_is_never_aFolder_of_masks_that_share_its_UID()
    {
        var source = Folder.WriteSeries("Study_0/Series_3", Planning.SourceUid);
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
        Assert.Equal([nameof(SidecarErrors.MalformedXml)], Listener.Failures.Select(failure => failure.Error.Id));
    }

    [Fact]
    public void No_problem_holds_a_value_of_the_patient()
    {
        WritePlan("Plan_1.xml", Planning.Sphere("Lession") + Planning.Needle("AblationZone", @"\Muster\MRN-4711"));
        Assert.All(Read(), link => Assert.DoesNotMatch("Muster|4711|Erika", link.Problem));
    }
}
