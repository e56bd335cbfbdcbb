using System.Collections.Generic;
using System.Linq;
using Dams.Tables;
using Xunit;
using static Dams.Tests.Tables.Making.StandardXml;

namespace Dams.Tests.Tables.Making;

public sealed class RuleTableTests
{
    private static readonly string[] Columns =
    [
        "Attribute Name", "Tag", "Retd. (from PS3.6)", "In Std. Comp. IOD (from PS3.3)", "Basic Prof.", "Rtn. Safe Priv. Opt.", "Rtn. UIDs Opt.",
        "Rtn. Dev. Id. Opt.", "Rtn. Inst. Id. Opt.", "Rtn. Pat. Chars. Opt.", "Rtn. Long. Full Dates Opt.", "Rtn. Long. Modif. Dates Opt.",
        "Clean Desc. Opt.", "Clean Struct. Cont. Opt.", "Clean Graph. Opt.",
    ];

    private static readonly Dictionary<string, string> Keywords = new() { ["00120001"] = "Word", ["60xx0010"] = "Rows" };

    [Fact]
    public void A_row_has_its_action_and_those_of_the_options_that_have_one() => Assert.Equal(
        ["00120001 X/Z Word RetainUIDs=K CleanDescriptors=C"],
        ConfidentialityTable.Lines(Part(15, Table("E.1-1", Columns,
            Row("A word", "(0012,0001)", "N", "Y", "X/Z", "", "K", "", "", "", "", "", "C", "", ""))), Keywords));

    [Fact]
    public void A_row_for_a_repeating_group_or_for_all_private_elements_is_not_lost() => Assert.Equal(
        ["50xxxxxx X - CleanGraphics=C", "60xx0010 X Rows", "private X - RetainSafePrivate=C"],
        ConfidentialityTable.Lines(Part(15, Table("E.1-1", Columns,
            Row("Private", "(gggg,eeee) where gggg is odd", "N", "N", "X", "C", "", "", "", "", "", "", "", "", ""),
            Row("Rows", "(60xx,0010)", "N", "Y", "X", "", "", "", "", "", "", "", "", "", ""),
            Row("Curves", "(50xx,xxxx)", "Y", "N", "X", "", "", "", "", "", "", "", "", "", "C"))), Keywords));

    [Fact]
    public void The_type_decides_where_there_are_several_actions_and_where_one_removes() => Assert.Equal(
        ["00120001", "00120002"],
        ConfidentialityTable.TagsThatMayGo(Part(15, Table("E.1-1", Columns,
            Row("One", "(0012,0001)", "N", "Y", "X", "", "", "", "", "", "", "", "", "", ""),
            Row("Two", "(0012,0002)", "N", "Y", "X/Z/D", "", "", "", "", "", "", "", "", "", ""),
            Row("Three", "(0012,0003)", "N", "Y", "Z", "", "", "", "", "", "", "", "", "", "")))).Order());

    [Fact]
    public void A_safe_private_element_takes_the_place_of_what_the_maker_says()
    {
        var profiles = Part(15, Table("E.3.10-1", ["Data Element", "Private Creator", "VR", "VM", "Meaning"],
            Row("(0019,xx0a)", "MAKER", "DS", "1", "Speed"),
            Row("(0019,xx0b)", "MAKER", "", "1", "Silent"),
            Row("(0019,xx0c)", "MAKER", "OW/OB", "1", "Factor - to be used so"),
            Row("(0019,xx0d)", "NOBODY", "", "", "")));

        Assert.Equal(
            [
                "MAKER\t0019\t0A\tDS\tsafe\tSpeed", "MAKER\t0019\t0B\tSH\tsafe\tSilent", "MAKER\t0019\t0C\tOW\tsafe\tFactor",
                "MAKER\t0019\t1010\tOB\t-\tFixed", "MAKER\t60xx\t01\tUS\t-\tRows", "NOBODY\t0019\t0D\tUN\tsafe\t",
            ],
            PrivateElementTable.Lines(profiles,
            [
                "(0019,\"MAKER\",0a)\tIS\tTableSpeed\t1\tPrivateTag", "(0019,\"MAKER\",0b)\tSH\tNoise\t1\tPrivateTag",
                "(0019,\"MAKER\",1010)\tox\tFixed\t1\tPrivateTag", "(6001-o-60ff,\"MAKER\",01)\tUS\tRows\t1\tPrivateTag",
            ]));
    }

    [Fact]
    public void A_transfer_syntax_says_how_it_is_encoded() => Assert.Equal(
        [
            "1.2.840.10008.1.2 little implicit native plain Plain", "1.2.840.10008.1.2.1.99 little explicit native deflated Packed",
            "1.2.840.10008.1.2.2 big explicit native plain Big", "1.2.840.10008.1.2.4.99 little explicit encapsulated plain Unheard",
            "1.2.840.10008.1.2.4.100 little explicit encapsulated plain Moving",
        ],
        TransferSyntaxTable.Lines(Part(6, Table("A-1", ["UID Value", "UID Name", "UID Keyword", "UID Type", "Part"],
            Row("1.2.840.10008.1.2.4.100", "Moving", "Moving", "Transfer Syntax", ""),
            Row("1.2.840.10008.1.2.4.99", "New", "Unheard", "Transfer Syntax", ""),
            Row("1.2.840.10008.1.2", "Plain", "Plain", "Transfer Syntax", ""),
            Row("1.2.840.10008.1.2.2", "Big", "Big", "Transfer Syntax", "Retired"),
            Row("1.2.840.10008.1.2.\u200B1.\u200B99", "Packed", "Packed", "Transfer Syntax", ""),
            Row("1.2.840.10008.1.2.6.1", "In mail", "Mail", "Transfer Syntax", ""),
            Row("1.2.840.10008.1.1", "Check", "Check", "SOP Class", "")))));

    [Fact]
    public void A_set_of_characters_has_the_escape_sequence_that_is_printed()
    {
        string[] columns =
            ["Character Set Description", "Defined Term", "Standard for Code Extension", "ESC Sequence", "ISO Registration Number", "Number of Characters", "Code Element", "Character Set"];
        var objects = Part(3,
            Table("C.12-3", columns,
                """<tr><td rowspan="2"><para>Greek</para></td><td rowspan="2"><para>TERM</para></td><td><para>ISO 2022</para></td><td><para>ESC 02/13 04/06</para></td><td><para>ISO-IR 126</para></td><td><para>96</para></td><td><para>G1</para></td><td><para>High</para></td></tr>""",
                Row("ISO 2022", "ESC 02/08 04/0 2", "ISO-IR 6", "94", "G0", "Low")),
            Table("C.12-4", columns, Row("Korean", "TERM", "ISO 2022", "ESC 02/04 02/09 04/03", "ISO-IR 149", "942", "G1", "Both")));

        Assert.Equal(["6 G0 2842 ascii 20127 1", "126 G1 2D46 greek 28597 1", "149 G1 242943 ks-x-1001 51949 2"], CharacterSetTable.Lines(objects));
    }
}
