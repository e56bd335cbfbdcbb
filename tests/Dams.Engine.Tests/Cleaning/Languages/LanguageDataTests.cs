using System.Linq;
using Dams.Cleaning.Languages;
using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class LanguageDataTests
{
    private static readonly string[] Tables = ["words", "people", "places", "dates", "numbers", "readings", "nicknames"];

    [Fact]
    public void What_is_of_a_kind_are_the_lines_of_that_kind_in_their_order()
    {
        foreach (var table in Tables)
        {
            var lines = LanguageData.Lines(table).ToArray();
            Assert.NotEmpty(lines);
            foreach (var kind in lines.GroupBy(line => line.Kind))
            {
                Assert.Equal(kind, LanguageData.Lines(table, kind.Key));
                Assert.Equal(kind.Select(line => line.Words), LanguageData.Words(table, kind.Key));
                foreach (var language in kind.GroupBy(line => line.Language))
                    Assert.Equal(language.Select(line => line.Words), LanguageData.WordsIn(language.Key, table, kind.Key));
            }
        }
    }

    [Fact]
    public void Each_line_has_a_kind_and_words()
    {
        foreach (var line in Tables.SelectMany(table => LanguageData.Lines(table)))
        {
            Assert.NotEqual("", line.Kind);
            Assert.NotEqual("", line.Words.Trim());
            Assert.DoesNotContain('\r', line.Words);
            Assert.DoesNotContain('\n', line.Words);
        }
    }

    [Fact]
    public void A_table_that_a_language_lacks_is_empty() => Assert.Empty(LanguageData.WordsIn("en", "readings"));

    [Fact]
    public void A_kind_that_a_table_lacks_is_empty() => Assert.Empty(LanguageData.Words("words", "no such kind"));
}
