using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

public sealed class LinkErrorTests : LinkTestBase
{
    [Fact]
    [CoversError("NoSeries")]
    public void A_folder_without_images_is_told() => Refuses("NoSeries", request => request with { SourcePaths = [Made("empty")] });

    [Fact]
    [CoversError("SeveralSeries")]
    public void Several_source_series_are_told() => Refuses("SeveralSeries", request => request with { SourcePaths = [Scene["in"]] });

    [Fact]
    [CoversError("SharedSeriesUid")]
    public void A_mask_that_was_not_repaired_is_refused() => Refuses(
        "SharedSeriesUid", request => request with { Paths = [Scene["raw/Segmentations/SeriesNo_3/SegmentationNo_0"]] });

    [Fact]
    [CoversError("OtherPatient")]
    public void The_images_of_another_patient_are_refused_as_source()
    {
        Scene.WriteCT("other/ct", "1.2.3.8", patient: "MRN-4712");

        Refuses("OtherPatient", request => request with { SourcePaths = [Scene["other/ct"]] });
    }

    [Fact]
    [CoversError("OtherPatient")]
    public void The_mask_of_another_patient_is_refused_as_partner()
    {
        Scene.WriteObject("other/seg/s.dcm", "1.2.3.61", patient: "MRN-4712");

        Refuses("OtherPatient", request => request with { PartnerPaths = [Scene["other/seg/s.dcm"]] });
    }

    [Fact]
    [CoversError("PartnerIsSource")]
    public void The_images_that_a_mask_was_drawn_on_are_refused_as_partner() =>
        Refuses("PartnerIsSource", request => request with { PartnerPaths = request.SourcePaths });

    [Fact]
    [CoversError("SegmentationWithoutPixels")]
    public void Nothing_is_written_into_a_structure_set()
    {
        var path = Scene["staging/rtss.dcm"];
        Directory.CreateDirectory(Scene["staging"]);
        File.WriteAllBytes(path, FileBuilder.Build(
            Syntax.ExplicitLittle, dataset => StructureSet.Write(dataset, "1.2.3.70", Before, ["GTV"]), StructureSet.Storage, "1.2.3.70.1"));

        Refuses("SegmentationWithoutPixels", request => request with { Paths = [path] });
    }

    [Fact]
    public void A_source_with_another_frame_of_reference_is_told_before_anything_is_written()
    {
        Scene.WriteCT("in/other", "1.2.3.8", frame: "1.2.3.99");
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60");

        var linked = Link(new LinkRequest([path], [Scene["in/other"]]));

        Assert.Equal("The series it was drawn on has another frame of reference.", Assert.Single(linked).Problem);
        Assert.Contains("OtherFrameOfReference", Scene.Listener.Warnings.Select(warning => warning.Id));
        Assert.Equal(linked[0].Problem, Assert.Single(Find("seg", "in")).Problem);
    }

    [Fact]
    public void A_source_other_than_the_one_that_an_object_names_is_told()
    {
        Scene.WriteCT("in/named", Before);
        Scene.WriteCT("in/given", After);
        var path = Scene.WriteObject("seg/s.dcm", "1.2.3.60", source: Before);

        Link(new LinkRequest([path], [Scene["in/given"]]));

        Assert.Equal("NamesOtherSource", Assert.Single(Scene.Listener.Warnings).Id);
        Assert.Equal(After, Assert.Single(Find("seg", "in")).SourceSeriesInstanceUID);
    }

    [Fact]
    [CoversError("NotLinkable")]
    public void A_row_with_a_problem_is_told() => Refuses("NotLinkable", request => request with { Problem = "its source was not found" });

    [Fact]
    [CoversError("UnknownLabel")]
    public void A_label_without_a_code_is_refused() => Refuses("UnknownLabel", request => request with { Label = "Muster" });

    [Fact]
    [CoversError("UnknownLesion")]
    public void Lesions_count_from_one() => Refuses("UnknownLesion", request => request with { LesionNumber = 0 });

    [Fact]
    [CoversError("NoSourceFits")]
    public void No_source_is_guessed_where_none_fits()
    {
        Refuses("NoSourceFits", request => request with { Discover = true, SourcePaths = [Made("empty")] });
        Scene.Listener.Failures.Clear();
        Scene.WriteCT("other/shifted", "1.2.3.8", count: 3);
        Scene.WriteCT("other/elsewhere", "1.2.3.7", frame: "1.2.3.99");

        Refuses("NoSourceFits", request => request with { Discover = true, SourcePaths = [Scene["other"]] });
    }

    [Fact]
    [CoversError("SeveralSourcesFit")]
    public void No_source_is_guessed_where_several_fit() =>
        Refuses("SeveralSourcesFit", request => request with { Discover = true, SourcePaths = [Scene["in"]] });

    [Fact]
    public void The_one_source_that_fits_is_found()
    {
        WriteMasks(afterFrame: "1.2.3.10");

        var linked = Link(new LinkRequest([Tumor], [Scene["in"], Scene["staging"]]) { Discover = true });

        Assert.Equal(Before, Assert.Single(linked).SourceSeriesInstanceUID);
        Assert.Null(linked[0].Label);
        Assert.Equal("venous", Scene.Value(TumorFiles[0], "SeriesDescription"));
    }

    [Fact]
    public void The_series_that_a_row_names_is_taken_among_several()
    {
        WriteMasks();

        var linked = Link(ReferenceConvention.Standard, TumorLink with { SourcePath = Scene["in"] });

        Assert.Equal(Before, Assert.Single(linked).SourceSeriesInstanceUID);
    }

    [Fact]
    public void A_plan_with_one_bad_row_links_the_others()
    {
        WriteMasks();

        var linked = Link(ReferenceConvention.Standard, TumorLink with { SourcePath = null, Problem = "no CT" }, AblationLink);

        Assert.Equal("Ablation", Assert.Single(linked).Label);
        var failure = Assert.Single(Scene.Listener.Failures);
        Assert.StartsWith("Segmentation 1: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_partner_leads_to_its_source_and_says_so()
    {
        WriteMasks();

        var linked = Link(ReferenceConvention.Standard, TumorLink with { PartnerPath = "", Problem = "It has no partner." });

        Assert.Equal((Before, null), (Assert.Single(linked).SourceSeriesInstanceUID, linked[0].PartnerSeriesInstanceUID));
        Assert.EndsWith("the plan says: It has no partner.", Assert.Single(Scene.Listener.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_segmentation_is_told()
    {
        WriteMasks();

        Assert.Empty(Link(ReferenceConvention.Standard, TumorLink with { Path = "", Problem = "Its masks were not found." }));

        Assert.Equal("NotLinkable", Assert.Single(Scene.Listener.Failures).Error.Id);
    }

    private void Refuses(string id, Func<LinkRequest, LinkRequest> change)
    {
        if (Tumor.Length == 0)
            WriteMasks();
        var before = Bytes(Scene["staging"]);

        Assert.Empty(Link(change(new LinkRequest([Tumor], [Scene["in/before"]]) { Label = "Tumor", LesionNumber = 1 })));

        Assert.Equal(id, Assert.Single(Scene.Listener.Failures).Error.Id);
        Assert.DoesNotContain("Muster", Scene.Listener.Failures[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(Scene["staging"]));
    }

    private string Made(string folder) => Directory.CreateDirectory(Scene[folder]).FullName;
}
