using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

public sealed class LegacyTests : LinkTestBase
{
    [Fact]
    public void Legacy_writes_what_the_original_script_wrote()
    {
        WriteMasks(afterStudy: "1.2.4");

        LinkBoth(ReferenceConvention.Legacy);

        var file = Scene.FilesOf(Ablation)[0];
        Assert.Equal("Ablation", Scene.Value(file, "SegmentLabel"));
        Assert.Equal("1.2.4", Scene.Value(file, "StudyInstanceUID"));
        Assert.Equal("BINARY", Scene.Value(file, "SegmentationType"));
        Assert.Equal("SEMIAUTOMATIC", Scene.Value(file, "SegmentAlgorithmType"));
        Assert.Equal("CasOneIR", Scene.Value(file, "DerivationDescription"));
        Assert.Equal("DERIVED\\PRIMARY", Scene.Value(file, "ImageType"));
        Assert.Equal([TumorSeries], Scene.Values(file, "ReferencedImageSequence", "ReferencedSOPInstanceUID"));
        Assert.Equal([FileBuilder.CTImageStorage], Scene.Values(file, "ReferencedImageSequence", "ReferencedSOPClassUID"));
        Assert.Equal(["2"], Scene.Values(file, "ReferencedImageSequence", "ReferencedSegmentNumber"));
        Assert.Equal([After], Scene.Values(file, "SourceImageSequence", "ReferencedSOPInstanceUID"));
        Assert.Empty(Scene.Values(file, "SourceImageSequence", "ReferencedSOPClassUID"));
        Assert.Empty(Scene.Values(file, "RelatedSeriesSequence"));
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        WriteMasks();

        Link(ReferenceConvention.Legacy, TumorLink with { PartnerPath = null });

        var file = TumorFiles[0];
        Assert.Empty(Scene.Values(file, "ReferencedImageSequence"));
        Assert.DoesNotContain("None", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Linking_twice_changes_nothing()
    {
        WriteMasks(afterStudy: "1.2.4");
        LinkBoth(ReferenceConvention.Legacy);
        var once = Bytes(Scene["staging"]);

        LinkBoth(ReferenceConvention.Legacy);

        Assert.Equal(once, Bytes(Scene["staging"]));
    }

    [Theory]
    [InlineData(ReferenceConvention.Standard)]
    [InlineData(ReferenceConvention.Legacy)]
    public void Converting_gives_what_the_other_convention_writes(ReferenceConvention target)
    {
        WriteMasks();
        LinkBoth(target);
        var wanted = Elements();
        Directory.Delete(Scene["staging"], recursive: true);
        SegmentationRepair.Run([Scene["raw"]], new RepairOptions(Scene.Key, Scene["staging"]), new RunContext(Scene.Listener));
        LinkBoth(target == ReferenceConvention.Standard ? ReferenceConvention.Legacy : ReferenceConvention.Standard);
        Assert.NotEqual(wanted, Elements());

        var converted = new SegmentationLinker(new LinkOptions { Convention = target }, new RunContext(Scene.Listener))
            .Convert([Scene.Path]);

        Assert.Equal(2, converted.Count);
        Assert.Equal(wanted, Elements());
        Assert.All(Find("staging", "in"), row => Assert.Equal((target, null, 2), (row.Convention, row.Problem, row.LesionNumber)));

        // The original script leaves SeriesDescription alone, so a conversion to it leaves what the standard got.
        string[] Elements() => [.. Scene.FilesOf(Scene["staging"]).SelectMany(file =>
            Scene.OtherElements(file, target == ReferenceConvention.Legacy ? ["SeriesDescription"] : []))];
    }

    [Fact]
    public void Converting_what_leads_nowhere_is_refused_and_changes_nothing()
    {
        WriteMasks();
        LinkBoth(ReferenceConvention.Legacy);
        Directory.Delete(Ablation, recursive: true);
        var before = Bytes(Scene["staging"]);

        var converted = new SegmentationLinker(new LinkOptions(), new RunContext(Scene.Listener)).Convert([Scene["staging"], Scene["in"]]);

        Assert.Empty(converted);
        Assert.Equal("NotLinkable", Assert.Single(Scene.Listener.Failures).Error.Id);
        Assert.Equal(before, Bytes(Scene["staging"]));
    }

    [Fact]
    public void The_word_None_of_the_original_script_is_no_partner()
    {
        WriteMasks();
        Scene.WriteMask("old/mask", "1.2.3.55", 3, count: 1);
        var path = Scene["old/mask/IM2"];
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Text("SOPClassUID", FileBuilder.CTImageStorage)
            .Text("SOPInstanceUID", "1.2.3.55.1")
            .Sequence("ReferencedImageSequence", item => item.Text("ReferencedSOPInstanceUID", "None").Numbers("ReferencedSegmentNumber", 3))
            .Sequence("SourceImageSequence", item => item.Text("ReferencedSOPInstanceUID", Before))
            .Text("PatientID", "MRN-4711")
            .Text("SeriesInstanceUID", "1.2.3.55")
            .Text("SegmentLabel", "Tumor"));
        File.WriteAllBytes(path, bytes);

        var row = Assert.Single(Find("old", "in"));

        Assert.Equal((Before, null, 3, null), (row.SourceSeriesInstanceUID, row.PartnerSeriesInstanceUID, row.LesionNumber, row.Problem));
        Assert.Equal(ReferenceConvention.Legacy, row.Convention);
        Assert.Equal(5, row.SourceFiles.Count);
    }
}
