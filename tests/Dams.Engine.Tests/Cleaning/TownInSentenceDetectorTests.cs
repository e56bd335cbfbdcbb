using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class TownInSentenceDetectorTests
{
    [Theory]
    [InlineData("Referred from Gothenburg for ablation", "Gothenburg")]
    [InlineData("Überweisung aus Regensburg, Verlaufskontrolle", "Regensburg")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new TownInSentenceDetector(), text));

    [Theory]
    [InlineData("Marburg virus excluded")]
    [InlineData("Boston criteria fulfilled")]
    [InlineData("Vancouver B2 fracture")]
    [InlineData("Barcelona staging BCLC B")]
    [InlineData("Regensburger Schema")]
    [InlineData("r/o PE, Geneva 2, pregnant, shield was used")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new TownInSentenceDetector(), text));
}
