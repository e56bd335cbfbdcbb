using Dams.Tests.Support.BurnedIn;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Burned-in text on pictures that are made in code, under the attributes of the kinds that have it, and pictures without any.</summary>
public sealed class BurnedInTrialTests
{
    private static readonly Picture[] Pictures = [.. MadePictures.All(1)];

    [Theory]
    [InlineData(1)]
    [InlineData(BurnedInTrial.HeldOutSeed)]
    public void No_image_with_text_passes_silently_or_with_a_NO(int seed) => BurnedInTrial.AssertNonePasses(seed, Pictures, BurnedInTrial.Images);

    [Theory]
    [InlineData(1)]
    [InlineData(BurnedInTrial.HeldOutSeed)]
    public void Plain_CT_and_MR_are_not_suspected(int seed) => BurnedInTrial.AssertFewSuspected(seed, Pictures, KindsWithoutText.Plain, most: 0);

    [Theory]
    [InlineData(1)]
    [InlineData(BurnedInTrial.HeldOutSeed)]
    public void Neighbours_of_the_kinds_with_text_are_seldom_suspected(int seed) => BurnedInTrial.AssertFewSuspected(seed, Pictures, KindsWithoutText.Neighbours, most: 0);

    [Fact]
    public void Every_kind_with_text_is_suspected_whatever_it_says()
    {
        foreach (var kind in KindsWithText.All)
        {
            foreach (var claim in kind.Claims)
                Assert.True(JudgedOf(kind, claim), $"{kind} {claim}");
        }
    }

    /// <summary>The option is not asked for: sheets are suspected then too.</summary>
    private static bool JudgedOf(ImageKind kind, string claim) =>
        new BurnedInImages(1, Pictures).Of(kind with { Claims = [claim] }).Judge(BurnedInTrial.Profiles[0]).Text == BurnedInText.Suspected;
}
