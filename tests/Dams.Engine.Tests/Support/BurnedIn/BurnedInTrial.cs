using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>What docs/burned-in-text.md promises, asked of images that a seed draws.</summary>
internal static class BurnedInTrial
{
    /// <summary>The seed of which the page publishes the figures; nothing was changed for it.</summary>
    public const int HeldOutSeed = 40961;

    public const int Images = 500;

    public static IReadOnlyList<Profile> Profiles { get; } =
        [ProfileOf.Basic(), ProfileOf.Research(), ProfileOf.Basic(ProfileOption.CleanPixelData), ProfileOf.Research(ProfileOption.CleanPixelData)];

    /// <summary>No image with text passes silently, and none of which text is left says that it has none; the profiles take turns.</summary>
    public static void AssertNonePasses(int seed, IReadOnlyList<Picture> pictures, int count)
    {
        var images = new BurnedInImages(seed, pictures).WithText(count).ToArray();
        Expecting.Problems.AssertNone([.. images.Select((image, i) => image.ProblemOf(Profiles[i % Profiles.Count])).OfType<string>()]);
        Assert.Equal(count, images.Length);
    }

    /// <summary>Of images without text few are suspected.</summary>
    public static void AssertFewSuspected(int seed, IReadOnlyList<Picture> pictures, IReadOnlyList<ImageKind> kinds, double most)
    {
        string[] suspected = [.. new BurnedInImages(seed, pictures).WithoutText(kinds, Images)
            .Select(image => (image, verdict: image.Judge(Profiles[0]))).Where(judged => judged.verdict.Text == BurnedInText.Suspected)
            .Select(judged => $"{judged.image}: {judged.verdict.Reasons}")];
        Assert.True(suspected.Length <= most * Images, $"{suspected.Length} of {Images}:\n{string.Join("\n", suspected)}");
    }
}
