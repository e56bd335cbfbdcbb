using System;
using System.IO;
using System.Linq;
using Dams.Tables;
using Xunit;
using static Dams.Tests.Tables.Making.StandardXml;

namespace Dams.Tests.Tables.Making;

public sealed class ElementTableTests
{
    private static readonly string[] Columns = ["Tag", "Name", "Keyword", "VR", "VM", ""];

    private static readonly string Rest = string.Concat(
        Table("7-1", Columns, Row("(0002,0010)", "Syntax", "Syntax", "UI", "1", "")), Table("8-1", Columns), Table("9-1", Columns));

    private static readonly DocBookPart Messages = Part(7,
        Table("E.1-1", ["Tag", "Message Field", "Keyword", "VR", "VM", "Description of Field"], Row("(0000,0002)", "Class", "ClassOfIt", "UI", "1", "Says what.")),
        Table("E.2-1", ["Tag", "Message Field", "Keyword", "VR", "VM"]));

    private static string[] Made(params string[] rows) =>
        [.. ElementTable.Single(Part(6, Table("6-1", Columns, rows), Rest), Messages).Where(line => !IsLater(line))];

    private static bool IsLater(string line) => ElementTable.Single(Part(6, Table("6-1", Columns), Rest), Messages).Contains(line)
        && line[..4] is not ("0000" or "0002");

    [Fact]
    public void Elements_of_all_registries_come_in_the_order_of_their_tags() => Assert.Equal(
        ["00000002 UI 1 ClassOfIt", "00020010 UI 1 Syntax", "00120001 LO 1-n First", "0012000B LO 1 Second"],
        Made(Row("(0012,000b)", "Second", "Second", "LO", "1", ""), Row("(0012,0001)", "First", "First", "LO", "1-n", "")));

    [Theory]
    [InlineData("US or SS", "1", "00120001 US/SS 1 Word")]
    [InlineData("US or SS or OW", "1-n or 1", "00120001 US/SS/OW 1-n Word")]
    [InlineData("See Note 2", "1", "00120001 UN 1 Word")]
    [InlineData("", "", "00120001 UN - Word")]
    public void An_element_has_the_representations_and_multiplicity_that_are_printed(string vr, string vm, string line) =>
        Assert.Contains(line, Made(Row("(0012,0001)", "A word", "Word", vr, vm, "")));

    [Fact]
    public void A_keyword_is_whole_whatever_says_where_its_line_may_break() => Assert.Contains("00120001 LO 1 LongWord",
        Made(Row("(0012,0001)", "Long word", "<emphasis role=\"italic\">Long\u200B\n</emphasis>Word", "LO", "1", "RET").Replace("\n<", "<", StringComparison.Ordinal)));

    [Fact]
    public void An_element_without_a_keyword_has_a_dash() =>
        Assert.Contains("00120001 DS 1 -", Made(Row("(0012,0001)", "", "", "DS", "1", "RET")));

    [Fact]
    public void Items_and_delimiters_are_no_elements() => Assert.DoesNotContain(
        Made(Row("(FFFE,E000)", "Item", "Item", "See Note 2", "1", "")), line => line.StartsWith("FFFE", StringComparison.Ordinal));

    [Fact]
    public void Repeating_groups_have_a_table_of_their_own()
    {
        var registry = Part(6, Table("6-1", Columns, Row("(60XX,0010)", "Rows", "Rows", "US", "1", ""), Row("(0012,0001)", "A", "A", "LO", "1", "")), Rest);

        Assert.Equal(["60xx0010 US 1 Rows"], ElementTable.Repeating(registry, Messages));
        Assert.DoesNotContain(ElementTable.Single(registry, Messages), line => line[..8].Contains('x', StringComparison.Ordinal));
        Assert.Equal("Rows", ElementTable.Keywords(registry, Messages)["60xx0010"]);
    }

    [Fact]
    public void An_element_that_came_after_the_edition_is_kept_until_the_standard_has_it()
    {
        var later = ElementTable.Single(Part(6, Table("6-1", Columns), Rest), Messages).First(line => line[..4] is not ("0000" or "0002"));

        var made = ElementTable.Single(
            Part(6, Table("6-1", Columns, Row($"({later[..4]},{later[4..8]})", "New", "NewWord", "SQ", "1", "")), Rest), Messages).ToArray();

        Assert.Contains($"{later[..8]} SQ 1 NewWord", made);
        Assert.DoesNotContain(later, made);
    }

    [Fact]
    public void A_part_without_its_table_is_told_by_name() => Assert.Contains("table_6-1",
        Assert.Throws<InvalidDataException>(() => ElementTable.Single(Part(6, Rest), Messages).ToArray()).Message, StringComparison.Ordinal);
}
