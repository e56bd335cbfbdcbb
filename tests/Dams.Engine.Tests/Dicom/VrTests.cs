using System.Linq;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>PS3.5 section 6.2 and table 7.1-1.</summary>
public sealed class VrTests
{
    private static readonly string[] All =
    [
        "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL",
        "SQ", "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV",
    ];

    [Fact]
    public void Those_of_the_standard_are_defined_and_no_other()
    {
        var letters = Enumerable.Range('A', 26).Select(letter => (char)letter).ToArray();

        Assert.Equal(All, letters.SelectMany(first => letters.Select(second => $"{first}{second}")).Where(name => Vr.Parse(name).IsDefined));
    }

    [Theory]
    [InlineData("AZ", true)]
    [InlineData("zz", false)]
    [InlineData("A1", false)]
    [InlineData("\0\0", false)]
    [InlineData("@A", false)]
    [InlineData("[A", false)]
    public void Two_capital_letters_are_well_formed(string name, bool isWellFormed)
    {
        Assert.Equal(isWellFormed, Vr.Parse(name).IsWellFormed);
        Assert.False(Vr.Parse(name).IsDefined);
        Assert.True(Vr.Parse(name).HasLongLength);
    }

    [Fact]
    public void Each_has_the_traits_that_the_standard_gives_it()
    {
        Assert.Equal("LO LT PN SH ST UC UT", Those(vr => vr.UsesCharacterSet));
        Assert.Equal("AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT", Those(vr => vr.IsText));
        Assert.Equal("AE AS CS DA DS DT IS LO PN SH TM UC UI", Those(vr => vr.IsMultiText));
        Assert.Equal("OB OD OF OL OV OW SQ SV UC UN UR UT UV", Those(vr => vr.HasLongLength));
        Assert.Equal("AE AS CS DA DS DT IS LO LT PN SH ST TM UC UR UT", Those(vr => vr.Padding == ' '));
        Assert.Equal("AT OW SS US", Those(vr => vr.WordSize == 2));
        Assert.Equal("FL OF OL SL UL", Those(vr => vr.WordSize == 4));
        Assert.Equal("FD OD OV SV UV", Those(vr => vr.WordSize == 8));
    }

    [Fact]
    public void It_is_written_as_its_two_letters() => Assert.Equal(All, All.Select(name => Vr.Parse(name).ToString()));

    private static string Those(System.Func<Vr, bool> have) => string.Join(' ', All.Where(name => have(Vr.Parse(name))));
}
