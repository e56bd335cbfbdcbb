using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace Dams.Tests.Segmentations;

public sealed class LookupTests : LinkTestBase
{
    [Theory]
    [InlineData(ReferenceConvention.Standard)]
    [InlineData(ReferenceConvention.Legacy)]
    public void A_row_leads_to_source_and_partner(ReferenceConvention convention)
    {
        WriteMasks(afterFrame: "1.2.3.10", afterStudy: "1.2.4");
        LinkBoth(convention);

        var rows = Find("staging", "in");

        Assert.Equal(2, rows.Count);
        var row = rows.Single(row => row.Label == "Tumor");
        Assert.Equal((2, Before, AblationSeries), (row.LesionNumber, row.SourceSeriesInstanceUID, row.PartnerSeriesInstanceUID));
        Assert.Equal(Scene.FilesOf(Scene["in/before"]), row.SourceFiles);
        Assert.Equal(Scene.FilesOf(Ablation), row.PartnerFiles);
        Assert.Equal(TumorFiles, row.Files);
        Assert.Equal((Tumor, TumorSeries), (row.Path, row.SeriesInstanceUID));
        Assert.Equal((convention, null), (row.Convention, row.Problem));
    }

    [Fact]
    public void Dangling_references_are_told()
    {
        WriteMasks();
        LinkBoth();
        Directory.Delete(Scene["in/before"], recursive: true);
        Directory.Delete(Ablation, recursive: true);

        var row = Assert.Single(Find("staging", "in"));

        Assert.Equal("The series it was drawn on is not here. Its partner is not here.", row.Problem);
        Assert.Equal((Before, 0), (row.SourceSeriesInstanceUID, row.SourceFiles.Count));
        Assert.NotNull(row.PartnerSeriesInstanceUID);
    }

    [Fact]
    public void Source_images_that_are_gone_are_told()
    {
        WriteMasks();
        LinkBoth();
        File.Delete(Scene["in/before/ct2.dcm"]);

        var row = Find("staging", "in").Single(row => row.Label == "Tumor");

        Assert.Equal("1 image it was drawn on is not here.", row.Problem);
        Assert.Equal(4, row.SourceFiles.Count);
    }

    [Fact]
    public void A_mask_without_references_says_so()
    {
        WriteMasks();

        var rows = Find("staging", "in");

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(("It names no source.", null, null), (row.Problem, row.Convention, row.Label)));
    }

    [Fact]
    public void A_mask_that_was_not_repaired_is_told_from_its_CT()
    {
        WriteMasks();

        var rows = Find("raw", "in");

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Contains("Repair-SegmentationSeries", row.Problem, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(3, row.Files.Count));
    }

    [Fact]
    public void A_partner_that_only_the_other_names_is_found()
    {
        WriteMasks();
        Link(ReferenceConvention.Standard, TumorLink with { PartnerPath = null }, AblationLink);

        var row = Find("staging", "in").Single(row => row.Label == "Tumor");

        Assert.Equal(AblationSeries, row.PartnerSeriesInstanceUID);
    }

    [Fact]
    public void Patients_who_share_series_UIDs_are_told_apart()
    {
        WriteMasks();
        LinkBoth();
        Scene.WriteCT("other/before", Before, patient: "MRN-4712");

        var row = Find("staging", "in", "other").Single(row => row.Label == "Tumor");

        Assert.All(row.SourceFiles, file => Assert.StartsWith(Scene["in"], file, StringComparison.Ordinal));
    }

    [Fact]
    public void Pixel_data_are_not_read()
    {
        WriteMasks();
        LinkBoth();
        foreach (var file in Scene.FilesOf(Scene["staging"]).Concat(Scene.FilesOf(Scene["in"])))
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^3]);

        Assert.All(Find("staging", "in"), row => Assert.Null(row.Problem));
        Assert.Empty(Scene.Listener.Failures);
    }

    [Fact]
    public void Every_mask_of_the_published_tree_leads_to_its_CT_and_partner_after_all_names_were_changed()
    {
        var random = new Random(4711);
        var links = new List<SegmentationLink>();
        foreach (var patient in Enumerable.Range(1, 3))
            links.AddRange(WritePatient(patient));
        var linked = Link(ReferenceConvention.Standard, [.. links]);
        var wanted = linked.Select(row => (row.Label, row.LesionNumber, row.SeriesInstanceUID, row.SourceSeriesInstanceUID, row.PartnerSeriesInstanceUID))
            .Order().ToArray();

        var number = 0;
        foreach (var file in Scene.FilesOf(Scene["tree"]).Concat(Scene.FilesOf(Scene["ct"])).OrderBy(_ => random.Next()).ToArray())
        {
            var folder = Directory.CreateDirectory(Scene[$"mixed/{random.Next(7)}/{random.Next(5)}"]).FullName;
            File.Move(file, Path.Combine(folder, $"{number++}"));
        }

        var rows = Find("mixed");
        Assert.Equal(12, rows.Count);
        Assert.All(rows, row => Assert.Null(row.Problem));
        Assert.Equal(
            wanted,
            rows.Select(row => (row.Label, row.LesionNumber, row.SeriesInstanceUID, row.SourceSeriesInstanceUID!, row.PartnerSeriesInstanceUID)).Order());
        Assert.All(rows, row => Assert.Equal((3, 5, 3), (row.Files.Count, row.SourceFiles.Count, row.PartnerFiles.Count)));
        Assert.Empty(Scene.Listener.Failures);
    }

    private IEnumerable<SegmentationLink> WritePatient(int patient)
    {
        var (id, study) = ($"MRN-{patient}", $"1.2.{patient}");
        var root = $"Pat_{patient}/Study_0/CAS_One_{patient}";
        foreach (var series in new[] { 3, 4 })
        {
            Scene.WriteCT($"ct/{root}/Series_{series}", $"{study}.{series}", study: study, frame: $"{study}.9.{series}", patient: id);
            foreach (var needle in new[] { 0, 1 })
            {
                Scene.WriteMask(
                    $"raw/{root}/Segmentations/SeriesNo_{series}/SegmentationNo_{needle}", $"{study}.{series}", (byte)(10 * needle),
                    study: study, frame: $"{study}.9.{series}", patient: id);
            }
        }
        SegmentationRepair.Run(
            [Scene[$"raw/{root}"]], new RepairOptions(Scene.Key, Scene[$"tree/{root}"]), new RunContext(Scene.Listener));
        foreach (var needle in new[] { 0, 1 })
        {
            var (tumor, ablation) = (Folder(3, needle), Folder(4, needle));
            yield return new SegmentationLink("Tumor", needle + 1, tumor, null, null, Scene[$"ct/{root}/Series_3"], null, ablation, null);
            yield return new SegmentationLink("Ablation", needle + 1, ablation, null, null, Scene[$"ct/{root}/Series_4"], null, tumor, null);
        }

        string Folder(int series, int needle) => Scene[$"tree/{root}/Segmentations/SeriesNo_{series}/SegmentationNo_{needle}"];
    }
}
