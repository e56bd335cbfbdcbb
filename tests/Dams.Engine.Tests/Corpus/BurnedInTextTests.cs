using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.BurnedIn;
using Xunit;

namespace Dams.Tests.Corpus;

/// <summary>Text that is burned into real pictures, under the attributes of the kinds that have it, and pictures without any.</summary>
public sealed class BurnedInTextTests
{
    private const string CT = "1.2.840.10008.5.1.4.1.1.2", MR = "1.2.840.10008.5.1.4.1.1.4";

    private static readonly IReadOnlyList<Picture> Pictures = CorpusPictures.All();

    [CorpusFact]
    public void The_pictures_are_of_many_forms()
    {
        Assert.True(Pictures.Count >= 20, $"{Pictures.Count} pictures");
        Assert.True(Pictures.Select(picture => picture.Photometric).Distinct().Count() >= 4);
        Assert.Contains(Pictures, picture => picture.Codestream is not null);
    }

    [CorpusFact]
    public void No_image_with_text_passes_silently_or_with_a_NO()
    {
        BurnedInTrial.AssertNonePasses(3, Pictures, BurnedInTrial.Images);
        BurnedInTrial.AssertNonePasses(BurnedInTrial.HeldOutSeed, Pictures, BurnedInTrial.Images);
    }

    [CorpusFact]
    public void Images_without_text_are_seldom_suspected()
    {
        foreach (var seed in new[] { 3, BurnedInTrial.HeldOutSeed })
        {
            BurnedInTrial.AssertFewSuspected(seed, Pictures, KindsWithoutText.Plain, most: 0);
            BurnedInTrial.AssertFewSuspected(seed, Pictures, KindsWithoutText.Neighbours, most: 0);
        }
    }

    [CorpusFact]
    public void Real_slices_of_CT_and_MR_are_not_suspected()
    {
        using var folder = new TemporaryFolder();
        var slices = CorpusFiles.All.Select(File.ReadAllBytes).Where(bytes => CorpusPictures.Read(bytes)?.Find("SOPClassUID")?.Text is CT or MR).ToArray();
        foreach (var (bytes, number) in slices.Select((bytes, number) => (bytes, number)))
            folder.Write($"in/{number}", bytes);

        var results = Batch.Run(Batch.Options(folder["out"]), new RecordingListener(), folder["in"]);

        Assert.True(results.Count > 12, $"{results.Count} series");
        Assert.Empty(results.Where(result => result.BurnedInText == BurnedInText.Suspected).Select(result => $"{result.Modality}: {result.BurnedInReasons}"));
    }
}
