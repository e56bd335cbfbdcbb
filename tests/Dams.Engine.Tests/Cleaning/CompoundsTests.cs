using Dams.Cleaning.Names;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class CompoundsTests
{
    [Theory]
    [InlineData("SCHLEIMHAUTSCHWELLUNG")]
    [InlineData("KNOCHENMARKSIGNAL")]
    public void A_word_of_words_is_one(string word) => Assert.True(Compounds.IsOne(word));

    [Theory]
    [InlineData("TRAUTMANNSDORF")]
    [InlineData("KNOCHEN")]
    [InlineData("")]
    public void A_name_and_a_single_word_are_none(string word) => Assert.False(Compounds.IsOne(word));

    [Fact]
    public void A_word_without_end_is_answered_at_once() => Assert.False(Compounds.IsOne(new string('A', 100_000)));
}
