using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>References before and after de-identification.</summary>
public sealed class SurvivalTests : LinkTestBase
{
    public static TheoryData<string, ReferenceConvention> Cases()
    {
        var cases = new TheoryData<string, ReferenceConvention>();
        foreach (var profile in new[] { "Basic", "Research", "Encode" })
        {
            cases.Add(profile, ReferenceConvention.Standard);
            cases.Add(profile, ReferenceConvention.Legacy);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_linked_and_then_protected_leads_there(string profile, ReferenceConvention convention)
    {
        WriteMasks(afterStudy: "1.2.4", afterFrame: "1.2.3.10");
        LinkBoth(convention);

        Protect(profile, "out", "in", "staging");

        AssertLeads(Find("out"), convention);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_protected_and_then_linked_leads_there(string profile, ReferenceConvention convention)
    {
        WriteMasks(afterStudy: "1.2.4", afterFrame: "1.2.3.10");
        Protect(profile, "out", "in", "staging");
        var (tumor, ablation) = (Scene["out/Segmentations/SeriesNo_3/SegmentationNo_0"], Scene["out/Segmentations/SeriesNo_4/SegmentationNo_0"]);

        Link(
            convention,
            new SegmentationLink("Tumor", 2, tumor, null, null, Scene["out/before"], null, ablation, null),
            new SegmentationLink("Ablation", 2, ablation, null, null, Scene["out/after"], null, tumor, null));

        AssertLeads(Find("out"), convention);
    }

    [Fact]
    public void Masks_that_were_linked_and_protected_are_not_repaired_again()
    {
        WriteMasks();
        LinkBoth();
        Protect("Basic", "out", "in", "staging");
        var before = Bytes(Scene["out"]);

        SegmentationRepair.Run([Scene["out"]], new RepairOptions(Scene.Key, null), new RunContext(Scene.Listener));

        Assert.Equal(before, Bytes(Scene["out"]));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Research")]
    [InlineData("Encode")]
    public void Linked_objects_that_were_protected_lead_there(string profile)
    {
        Scene.WriteCT("in/before", Before);
        Scene.WriteObject("staging/tumor.dcm", "1.2.3.60");
        Link(new LinkRequest([Scene["staging/tumor.dcm"]], [Scene["in/before"]]) { Label = "Tumor", LesionNumber = 1 });

        Protect(profile, "out", "in", "staging");

        var row = Assert.Single(Find("out"));
        Assert.Equal(("Tumor", 1, null), (row.Label, row.LesionNumber, row.Problem));
        Assert.Equal(5, row.SourceFiles.Count);
    }

    [CorpusFact]
    public void An_object_by_others_leads_to_its_source_after_protection_and_linking()
    {
        var corpus = CorpusFiles.Folder!;
        foreach (var name in new[] { "dcmqi_liver.dcm", "highdicom_seg_image_ct_binary.dcm", "highdicom_ct_image.dcm" })
        {
            Directory.CreateDirectory(Scene["in"]);
            File.Copy(Path.Combine(corpus, name), Scene["in/" + name]);
        }
        Scene.WriteCT("in/before", Before, patient: Scene.Value(Scene["in/dcmqi_liver.dcm"], "PatientID"));
        Protect("Basic", "out", "in");

        var linked = Link(new LinkRequest([Scene["out/dcmqi_liver.dcm"]], [Scene["out/before"]]) { Label = "Tumor", LesionNumber = 1 });

        Assert.Single(linked);
        var rows = Find("out");
        Assert.Equal(2, rows.Count);
        Assert.Equal(("Tumor", 1), rows.Where(row => row.Path.EndsWith("liver.dcm", StringComparison.Ordinal)).Select(row => (row.Label, row.LesionNumber)).Single());
    }

    private static void AssertLeads(IReadOnlyList<SegmentationReference> rows, ReferenceConvention convention)
    {
        Assert.Equal(["Ablation", "Tumor"], rows.Select(row => row.Label).Order());
        Assert.All(rows, row => Assert.Equal((convention, null, 2), (row.Convention, row.Problem, row.LesionNumber)));
        var (tumor, ablation) = (rows.Single(row => row.Label == "Tumor"), rows.Single(row => row.Label == "Ablation"));
        Assert.All(tumor.SourceFiles, file => Assert.Contains("before", file, StringComparison.Ordinal));
        Assert.All(ablation.SourceFiles, file => Assert.Contains("after", file, StringComparison.Ordinal));
        Assert.Equal((5, 5), (tumor.SourceFiles.Count, ablation.SourceFiles.Count));
        Assert.Equal(ablation.Files, tumor.PartnerFiles);
        Assert.Equal(tumor.Files, ablation.PartnerFiles);
    }

    private void Protect(string profile, string destination, params string[] sources)
    {
        var options = new ProtectionOptions(
            Scene[destination],
            ProfileBuilder.Build(new ProfileRequest(profile, [], [], [], new Dictionary<string, string>())),
            Scene.Key)
        {
            KeepStructure = true,
        };
        var context = new RunContext(Scene.Listener) { Workers = 2 };
        Assert.NotEmpty(Batch.Run(options, context, [.. sources.Select(source => Scene[source])]));
        Assert.Empty(Scene.Listener.Failures);
    }
}
