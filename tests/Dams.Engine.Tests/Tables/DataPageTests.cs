using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Tables;

public sealed partial class DataPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));

    // The tables of a language are in a folder of its own, with the same names.
    private static readonly string[] Resources = [.. typeof(DamsException).Assembly.GetManifestResourceNames()
        .Select(name => name[(name.LastIndexOf('/') + 1)..]).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_page_of_the_data_has_a_row_for_every_table_of_the_engine_and_no_other() =>
        Assert.Equal(Resources, RowForm().Matches(Page).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_of_the_page_of_the_data_says_all_that_its_columns_ask() => Assert.All(
        Page.Split('\n').Where(line => RowForm().IsMatch(line)),
        line => Assert.All(line.Trim().Trim('|').Split('|'), cell => Assert.NotEmpty(cell.Trim())));

    [Fact]
    public void A_list_in_the_code_stands_where_the_page_of_the_data_says_and_says_all_that_its_columns_ask()
    {
        var rows = Page.Split('\n').Where(line => CodeRowForm().IsMatch(line)).ToArray();

        Assert.True(rows.Length > 10);
        Assert.All(rows, line =>
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "Dams.Engine", CodeRowForm().Match(line).Groups["path"].Value)), line);
            Assert.All(line.Trim().Trim('|').Split('|'), cell => Assert.NotEmpty(cell.Trim()));
        });
    }

    [Theory]
    [InlineData("class-uids.txt", 1)]
    [InlineData("stripped-meta.txt", 1)]
    [InlineData("known-values.txt", 2)]
    [InlineData("siblings.txt", 2)]
    [InlineData("kept-free-text.txt", 1)]
    public void A_list_of_attributes_has_the_keywords_that_the_standard_gives_their_tags(string name, int column)
    {
        var keywords = StandardTables.Read("dictionary.tsv").ToDictionary(row => row["tag"].Replace(",", "", StringComparison.Ordinal), row => row["keyword"]);

        Assert.All(LinesOf(name), line => Assert.Equal(keywords[line.Split(' ')[0]], line.Split(' ')[column]));
    }

    [Theory]
    [InlineData("vocabulary.txt")]
    [InlineData("given-names.txt")]
    [InlineData("surnames.txt")]
    [InlineData("eponyms.txt")]
    [InlineData("name-particles.txt")]
    public void A_list_of_words_is_sorted_and_has_no_word_twice(string name) =>
        Assert.Equal(LinesOf(name).Distinct().Order(StringComparer.Ordinal), LinesOf(name));

    [Theory]
    [InlineData("given-names.txt")]
    [InlineData("surnames.txt")]
    public void A_word_that_names_nobody_is_in_no_list_of_names(string name) =>
        Assert.Empty(LinesOf(name).Intersect(LinesOf("vocabulary.txt")));

    private static string[] LinesOf(string name)
    {
        using var reader = new StreamReader(typeof(DamsException).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+\.(txt|json))` \|.*$", RegexOptions.Multiline)]
    private static partial Regex RowForm();

    [GeneratedRegex(@"^\| `(?<path>[A-Za-z0-9/]+\.cs)` \|")]
    private static partial Regex CodeRowForm();
}
