using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>Segmentations by others lead where they say, in the ways in which others say it.</summary>
public sealed class ForeignSegmentationTests : LinkTestBase
{
    private const string SurfaceStorage = "1.2.840.10008.5.1.4.1.1.66.5";

    [Fact]
    public void An_object_that_only_lists_images_at_its_root_leads_to_their_series()
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteObject("seg/s.dcm", "1.2.3.60", references: Mentions($"{Before}.2", $"{Before}.3"));

        var row = Assert.Single(Find("seg", "in"));

        Assert.Equal((Before, null), (row.SourceSeriesInstanceUID, row.Problem));
        Assert.Equal((5, Scene["in/before"]), (row.SourceFiles.Count, row.SourcePath));
        Assert.Equal(ReferenceConvention.Standard, row.Convention);
    }

    [Fact]
    public void An_object_that_lists_images_of_two_series_names_no_source()
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/after", After);
        Scene.WriteObject("seg/s.dcm", "1.2.3.60", references: Mentions($"{Before}.2", $"{After}.3"));

        Assert.Equal("It names no source.", Assert.Single(Find("seg", "in")).Problem);
    }

    [Fact]
    public void Images_that_are_not_here_are_told()
    {
        Scene.WriteCT("in/after", After);
        Scene.WriteObject("seg/s.dcm", "1.2.3.60", source: Before);

        Assert.Equal("The images it was drawn on are not here.", Assert.Single(Find("seg", "in")).Problem);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_structure_set_leads_to_its_images_and_has_its_regions_as_labels(bool namesSeries)
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteCT("in/after", After);
        WriteStructureSet("rt/rtss.dcm", Before, namesSeries);

        var row = Assert.Single(Find("rt", "in"));

        Assert.Equal(("GTV, Liver", Before, null), (row.Label, row.SourceSeriesInstanceUID, row.Problem));
        Assert.Equal((5, "MRN-4711"), (row.SourceFiles.Count, row.Subject));
    }

    [Fact]
    public void A_structure_set_whose_images_are_not_here_says_so()
    {
        Scene.WriteCT("in/after", After);
        WriteStructureSet("rt/rtss.dcm", Before);

        var row = Assert.Single(Find("rt", "in"));

        Assert.Equal(("The series it was drawn on is not here.", Before), (row.Problem, row.SourceSeriesInstanceUID));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Research")]
    [InlineData("Encode")]
    public void A_structure_set_leads_to_its_images_after_protection(string profile)
    {
        Scene.WriteCT("in/before", Before);
        WriteStructureSet("in/rt/rtss.dcm", Before);
        var options = new ProtectionOptions(
            Scene["out"],
            ProfileBuilder.Build(new ProfileRequest(profile, [], [], [], new System.Collections.Generic.Dictionary<string, string>())),
            Scene.Key);
        Batch.Run(options, new RunContext(Scene.Listener), Scene["in"]);

        var row = Assert.Single(Find("out"));

        Assert.Equal((null, 5), (row.Problem, row.SourceFiles.Count));
        Assert.StartsWith("SUBJ-", row.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surface_leads_to_the_images_from_which_it_was_made()
    {
        Scene.WriteCT("in/before", Before);
        Write("surface/s.dcm", SurfaceStorage, dataset => dataset
            .Text("SOPClassUID", SurfaceStorage)
            .Text("SOPInstanceUID", "1.2.3.71.1")
            .Text("Modality", "SEG")
            .Text("PatientID", "MRN-4711")
            .Text("StudyInstanceUID", "1.2.3")
            .Text("SeriesInstanceUID", "1.2.3.71")
            .Text("FrameOfReferenceUID", "1.2.3.9")
            .Sequence("SegmentSequence", item => item
                .Numbers("SegmentNumber", 1)
                .Text("SegmentLabel", "Liver")
                .Sequence("ReferencedSurfaceSequence", surface => surface
                    .LongNumbers("ReferencedSurfaceNumber", 1)
                    .Sequence("SegmentSurfaceSourceInstanceSequence", Scene.ImageReference($"{Before}.2"), Scene.ImageReference($"{Before}.3")))));

        var row = Assert.Single(Find("surface", "in"));

        Assert.Equal(("Liver", Before, null), (row.Label, row.SourceSeriesInstanceUID, row.Problem));
    }

    [Fact]
    public void Structure_sets_are_not_converted_and_not_repaired()
    {
        Scene.WriteCT("in/before", Before);
        WriteStructureSet("in/Segmentations/rtss.dcm", Before);
        var before = Bytes(Scene["in"]);

        var linker = new SegmentationLinker(new LinkOptions { Convention = ReferenceConvention.Legacy }, new RunContext(Scene.Listener));
        Assert.Empty(linker.Convert([Scene["in"]]));
        Assert.Empty(SegmentationRepair.Run(
            [Scene["in"]], new RepairOptions(Scene.Key, null) { AllowsNone = true }, new RunContext(Scene.Listener)));

        Assert.Equal(before, Bytes(Scene["in"]));
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    public void The_images_of_another_patient_are_told_and_not_given()
    {
        Scene.WriteCT("in/before", Before, patient: "MRN-4712");
        Scene.WriteObject("seg/s.dcm", "1.2.3.60", source: Before, study: "1.2.9");

        var row = Assert.Single(Find("seg", "in"));

        Assert.Equal("The series it was drawn on is another patient's.", row.Problem);
        Assert.Equal((Before, null, 0), (row.SourceSeriesInstanceUID, row.SourcePath, row.SourceFiles.Count));
    }

    [Fact]
    public void An_object_without_a_PatientID_is_of_the_patient_of_its_study()
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteObject("seg/s.dcm", "1.2.3.60", source: Before, patient: "");

        var row = Assert.Single(Find("seg", "in"));

        Assert.Equal(("MRN-4711", null), (row.Subject, row.Problem));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Research")]
    [InlineData("Encode")]
    public void What_is_drawn_on_protected_images_leads_to_them_and_by_the_map_to_the_patient(string profile)
    {
        Scene.WriteCT("in/before", Before);
        var map = Scene["private/subjects.csv"];
        var options = new ProtectionOptions(
            Scene["out"],
            ProfileBuilder.Build(new ProfileRequest(profile, [], [], [], new System.Collections.Generic.Dictionary<string, string>())),
            Scene.Key)
        {
            ExportMap = map,
        };
        var shared = Assert.Single(Batch.Run(options, new RunContext(Scene.Listener), Scene["in"]));
        var image = shared.Files[0];
        var (study, frame) = (Scene.Value(image, "StudyInstanceUID"), Scene.Value(image, "FrameOfReferenceUID"));
        Scene.WriteObject(
            "shared/seg/s.dcm", "1.2.3.60", frame: frame, patient: Scene.Value(image, "PatientID"), study: study,
            references: dataset => dataset.Sequence("ReferencedSeriesSequence", item => item
                .Sequence("ReferencedInstanceSequence", [.. shared.Files.Select(file => Scene.ImageReference(Scene.Value(file, "SOPInstanceUID")))])
                .Text("SeriesInstanceUID", Scene.Value(image, "SeriesInstanceUID"))));

        var row = Assert.Single(Find("out", "shared"));

        Assert.Null(row.Problem);
        Assert.Equal(shared.Files.Order(), row.SourceFiles.Order());
        Assert.Equal(["MRN-4711"], SubjectMap.Read(map).Entries.Where(entry => entry.Subj == row.Subject).Select(entry => entry.MRN).Distinct());
    }

    private void WriteStructureSet(string relative, string source, bool namesSeries = true) => Write(
        relative, StructureSet.Storage, dataset => StructureSet.Write(dataset, "1.2.3.70", source, ["GTV", "Liver"], namesSeries));

    private void Write(string relative, string sopClass, Action<DatasetBuilder> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Scene[relative])!);
        File.WriteAllBytes(Scene[relative], FileBuilder.Build(Syntax.ExplicitLittle, write, sopClass));
    }

    private static Action<DatasetBuilder> Mentions(params string[] instances) => dataset => dataset.Sequence(
        "ReferencedImageSequence", [.. instances.Select(Scene.ImageReference)]);
}
