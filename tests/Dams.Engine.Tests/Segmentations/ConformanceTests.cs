using System;
using System.IO;
using System.Linq;
using Dams.Tests.Judges;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Segmentations;

/// <summary>dciodvfy has no error on what is linked that it did not have before.</summary>
public sealed class ConformanceTests : LinkTestBase
{
    private const string Dciodvfy = "dciodvfy";

    [JudgeFact(Dciodvfy)]
    public void A_linked_mask_has_no_new_error()
    {
        WriteMasks(afterFrame: "1.2.3.10", afterStudy: "1.2.4");
        var before = TumorFiles.Select(Errors).ToArray();

        LinkBoth();

        Assert.All(TumorFiles.Select(Errors).Zip(before), pair => Assert.Empty(pair.First.Except(pair.Second)));
    }

    [JudgeFact(Dciodvfy)]
    public void A_linked_object_has_no_new_error()
    {
        Scene.WriteCT("in/before", Before);
        var path = Scene.WriteObject("seg/tumor.dcm", "1.2.3.60", first: 4);
        var partner = Scene.WriteObject("seg/ablation.dcm", "1.2.3.61");
        var before = Errors(path);

        Link(new LinkRequest([path], [Scene["in/before"]]) { PartnerPaths = [partner], Label = "Tumor", LesionNumber = 1 });

        Assert.Empty(Errors(path).Except(before));
        Assert.Empty(Scene.Listener.Failures);
    }

    [JudgeFact(Dciodvfy, needsCorpus: true)]
    public void Linked_objects_by_others_have_no_new_error()
    {
        Directory.CreateDirectory(Scene["seg"]);
        foreach (var name in new[] { "highdicom_seg_image_ct_binary.dcm", "highdicom_seg_image_ct_true_fractional.dcm", "dcmqi_liver.dcm", "dcmqi_seg.dcm" })
        {
            var path = Scene["seg/" + name];
            File.Copy(Path.Combine(CorpusFiles.Folder!, name), path);
            var before = Errors(path);
            // The images of another patient would be refused.
            var source = Scene.WriteCT($"in/{name}", Before, patient: Scene.Value(path, "PatientID"));

            Assert.Single(Link(new LinkRequest([path], [source]) { Label = "Tumor", LesionNumber = 1 }));

            Assert.Empty(Errors(path).Except(before));
        }
    }

    private static string[] Errors(string path) => [.. Judge.Run(Dciodvfy, path).Lines
        .Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];
}
