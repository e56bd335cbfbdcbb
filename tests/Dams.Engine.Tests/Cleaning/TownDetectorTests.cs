using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class TownDetectorTests
{
    [Theory]
    [InlineData("Patient aus 80336 München überwiesen", "80336 München")]
    [InlineData("lives at CH-3010 Bern", "CH-3010 Bern")]
    [InlineData("12 rue Haute, 69003 Lyon", "69003 Lyon")]
    [InlineData("seen in Leeds LS9 7TF last year", "Leeds LS9 7TF")]
    [InlineData("横浜市在住の72歳", "横浜市")]
    [InlineData("由腾冲转来", "腾冲")]
    [InlineData("系瑞金村民", "瑞金")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new TownDetector(), text));

    [Theory]
    [InlineData("Dose 12345 units given")]
    [InlineData("Lesion 45 mm in segment 7")]
    [InlineData("Serie 10234 komplett")]
    [InlineData("CT 64 rows, 512 images")]
    [InlineData("肝右葉に腫瘤を認める")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new TownDetector(), text));
}
