using System;
using System.IO;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>A segmentation is asked first which series it was drawn on; planes are compared only where it does not say.</summary>
public sealed class SourceDiscoveryTests : LinkTestBase
{
    private const string Mask = "1.2.3.60";

    [Fact]
    public void Of_several_phases_the_one_that_the_object_names_is_its_source()
    {
        Scene.WriteCT("in/arterial", Before);
        Scene.WriteCT("in/venous", After);

        Assert.Equal(After, Discover(Scene.WriteObject("seg/a.dcm", Mask, source: After)));
        Assert.Equal(Before, Discover(Scene.WriteObject("seg/b.dcm", "1.2.3.61", references: Scene.SeriesReference(Before, 2, 3, 4))));
    }

    [Fact]
    public void Of_several_phases_the_one_whose_images_the_object_lists_at_its_root_is_its_source()
    {
        Scene.WriteCT("in/arterial", Before);
        Scene.WriteCT("in/venous", After);
        var path = Scene.WriteObject("seg/a.dcm", Mask, references: dataset => dataset.Sequence(
            "ReferencedImageSequence", Scene.ImageReference($"{After}.2"), Scene.ImageReference($"{After}.3")));

        Assert.Equal(After, Discover(path));
    }

    [Fact]
    public void Of_several_series_that_it_names_the_one_in_its_planes_is_the_source()
    {
        Scene.WriteCT("in/scout", Before, count: 1);
        Scene.WriteCT("in/venous", After);
        Scene.WriteCT("in/delayed", "1.2.3.8");
        var path = Scene.WriteObject("seg/a.dcm", Mask, references: dataset => dataset.Sequence(
            "ReferencedSeriesSequence",
            item => item.Sequence("ReferencedInstanceSequence", Scene.ImageReference($"{Before}.1")).Text("SeriesInstanceUID", Before),
            item => item.Sequence("ReferencedInstanceSequence", Scene.ImageReference($"{After}.2")).Text("SeriesInstanceUID", After)));

        Assert.Equal(After, Discover(path));
    }

    [Fact]
    public void A_mask_that_was_linked_keeps_its_source_though_another_phase_lies_beside_it()
    {
        WriteMasks();
        LinkBoth();
        var before = Bytes(Scene["staging"]);

        var linked = Link(new LinkRequest([Tumor], [Scene["in"]])
        {
            Discover = true,
            PartnerPaths = [Ablation],
            Label = "Tumor",
            LesionNumber = 2,
        });

        Assert.Equal(Before, Assert.Single(linked).SourceSeriesInstanceUID);
        Assert.Equal(before, Bytes(Scene["staging"]));
    }

    [Fact]
    [CoversError("SourceNotHere")]
    public void Another_series_in_its_planes_is_not_taken_for_the_one_that_an_object_names()
    {
        Scene.WriteCT("in/other", After);

        Refuses("SourceNotHere", Scene.WriteObject("seg/a.dcm", Mask, references: Scene.SeriesReference(Before, 2, 3, 4)));
        Refuses("SourceNotHere", Scene.WriteObject("seg/b.dcm", Mask, source: Before));
        Refuses("SourceNotHere", Scene.WriteObject("seg/c.dcm", Mask, references: dataset => dataset.Sequence(
            "ReferencedImageSequence", Scene.ImageReference($"{Before}.2"))));
    }

    [Fact]
    [CoversError("OtherPatient")]
    public void The_images_of_another_patient_are_no_source_though_an_object_names_them()
    {
        Scene.WriteCT("in/other", Before, patient: "MRN-4712");

        Refuses("OtherPatient", Scene.WriteObject("seg/a.dcm", Mask, source: Before));
    }

    [Fact]
    public void The_images_of_another_patient_are_no_candidates()
    {
        Scene.WriteCT("in/other", Before, patient: "MRN-4712");
        var path = Scene.WriteObject("seg/a.dcm", Mask);

        Refuses("NoSourceFits", path);
        Scene.Listener.Failures.Clear();
        Scene.WriteCT("in/own", After);

        Assert.Equal(After, Discover(path));
    }

    [Fact]
    public void An_object_without_a_PatientID_finds_its_source()
    {
        Scene.WriteCT("in/before", Before);

        Assert.Equal(Before, Discover(Scene.WriteObject("seg/a.dcm", Mask, patient: "", source: Before)));
    }

    [Fact]
    public void Reports_and_structure_sets_beside_the_images_are_no_second_source()
    {
        Scene.WriteCT("in/before", Before);
        File.WriteAllBytes(Scene["in/before/rtss.dcm"], FileBuilder.Build(
            Syntax.ExplicitLittle,
            dataset => StructureSet.Write(dataset, "1.2.3.70", Before, ["GTV"]),
            StructureSet.Storage,
            "1.2.3.70.1"));
        var path = Scene.WriteObject("seg/a.dcm", Mask);

        Assert.Equal(Before, Assert.Single(Link(new LinkRequest([path], [Scene["in"]]))).SourceSeriesInstanceUID);
    }

    private string Discover(string path)
    {
        var linked = Assert.Single(Link(new LinkRequest([path], [Scene["in"]]) { Discover = true }));
        Assert.Empty(Scene.Listener.Failures);
        return linked.SourceSeriesInstanceUID;
    }

    private void Refuses(string id, string path)
    {
        var before = File.ReadAllBytes(path);
        Scene.Listener.Failures.Clear();

        Assert.Empty(Link(new LinkRequest([path], [Scene["in"]]) { Discover = true }));

        Assert.Equal(id, Assert.Single(Scene.Listener.Failures).Error.Id);
        Assert.DoesNotContain("471", Scene.Listener.Failures[0].Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }
}
