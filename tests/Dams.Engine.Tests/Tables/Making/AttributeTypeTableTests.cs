using System;
using System.Linq;
using Dams.Tables;
using Xunit;
using static Dams.Tests.Tables.Making.StandardXml;

namespace Dams.Tests.Tables.Making;

public sealed class AttributeTypeTableTests
{
    private const string First = "1.2.840.10008.5.1.4.1.1.2";
    private const string Second = "1.2.840.10008.5.1.4.1.1.10";

    private static readonly string[] Rules = ["Attribute Name", "Tag", "Basic Prof.", "Rtn. Safe Priv.", "Rtn. UIDs", "Rtn. Dev. Id.", "Rtn. Inst. Id.",
        "Rtn. Pat. Chars.", "Rtn. Long. Full Dates", "Rtn. Long. Modif. Dates", "Clean Desc.", "Clean Struct. Cont.", "Clean Graph."];

    private static readonly DocBookPart Profiles = Part(15, Table("E.1-1", Rules,
        Row("Chosen", "(0012,0001)", "X/Z/D"), Row("Another", "(0012,0002)", "X/D"), Row("Fixed", "(0012,0003)", "X")));

    private static readonly DocBookPart OneClass = Part(4, Classes(First, "A.1"));

    private static string Classes(string uid, string section) => Table("B.5-1", ["SOP Class Name", "SOP Class UID", "IOD Specification (defined in PS3.3)"],
        Row("A class", uid, $"<olink targetdoc=\"PS3.3\" targetptr=\"sect_{section}\"/>"));

    private static string Modules(params string[] sections) =>
        Table("A.1-1", ["IE", "Module", "Reference", "Usage"], [.. sections.Select(section => Row("Patient", "A module", To(section), "M"))]);

    private static string[] Made(params string[] objects) =>
        [.. AttributeTypeTable.Lines(Part(3, objects), OneClass, Profiles, ["00120005"]).Where(line => !line.StartsWith("class", StringComparison.Ordinal))];

    [Fact]
    public void The_strictest_type_that_a_module_gives_counts() => Assert.Equal(
        ["00120001 - 1 0", "00120002 - 2 0", "00120003 - 1 0"],
        Made(
            Section("A.1", Section("A.1.3", Modules("C.1", "C.2"))),
            Section("C.1", Attributes("C.1-1", Row("Chosen", "(0012,0001)", "2", ""), Row("Another", "(0012,0002)", "2C", ""), Row("Fixed", "(0012,0003)", "1", ""))),
            Section("C.2", Attributes("C.2-1", Row("Chosen", "(0012,0001)", "1C", ""), Row("Another", "(0012,0002)", "3", "")))));

    [Fact]
    public void Another_table_in_front_of_that_of_the_modules_does_not_hide_it() => Assert.Equal(
        ["00120001 - 1 0"],
        Made(
            Section("A.1", Table("A.1-0", ["Term", "Meaning"], Row("Any", "A word")), Section("A.1.3", Modules("C.1"))),
            Section("C.1", Attributes("C.1-1", Row("Chosen", "(0012,0001)", "1", "")))));

    [Fact]
    public void What_the_usage_of_a_module_refers_to_is_no_module() => Assert.Empty(
        Made(
            Section("A.1", Table("A.1-1", ["IE", "Module", "Reference", "Usage"], Row("Patient", "A module", To("C.1"), "C - see " + To("C.2")))),
            Section("C.1", Attributes("C.1-1", Row("Chosen", "(0012,0001)", "3", ""))),
            Section("C.2", Attributes("C.2-1", Row("Chosen", "(0012,0001)", "1", "")))));

    [Fact]
    public void What_may_be_absent_is_left_out() => Assert.Empty(
        Made(Section("A.1", Modules("C.1")), Section("C.1", Attributes("C.1-1", Row("Chosen", "(0012,0001)", "3", "")))));

    [Fact]
    public void An_attribute_in_a_sequence_stands_apart_from_the_same_at_the_top() => Assert.Equal(
        ["00120001 - 2 0", "00120001 00990001 1 0", "00120001 00990001/00990002 1 0"],
        Made(
            Section("A.1", Modules("C.1")),
            Section("C.1", Attributes("C.1-1",
                Row("Outer Sequence", "(0099,0001)", "3", ""),
                Row("&gt;Inner Sequence", "(0099,0002)", "3", ""),
                Row("&gt;&gt;Chosen", "(0012,0001)", "1", ""),
                Row("&gt;Chosen", "(0012,0001)", "1", ""),
                Row("Chosen", "(0012,0001)", "2", "")))));

    [Fact]
    public void A_macro_counts_where_it_is_included() => Assert.Equal(
        ["00120001 00990001 1 0", "00120002 - 2 0"],
        Made(
            Section("A.1", Modules("C.1")),
            Section("C.1", Attributes("C.1-1", Row("Outer Sequence", "(0099,0001)", "3", ""), Include(">", "10-1"), Include("", "10-2"))),
            Section("10.1", Attributes("10-1", Row("Chosen", "(0012,0001)", "1", ""))),
            Section("10.2", Attributes("10-2", Row("Another", "(0012,0002)", "2", "")))));

    [Fact]
    public void A_module_can_make_an_attribute_of_a_macro_stricter() => Assert.Equal(
        ["00120001 - 1 0"],
        Made(
            Section("A.1", Modules("C.1")),
            Section("C.1", Attributes("C.1-1", Include("", "10-1", "In this Module, Chosen (0012,0001) is Type 1."))),
            Section("10.1", Attributes("10-1", Row("Chosen", "(0012,0001)", "3", "")))));

    [Fact]
    public void Content_items_that_include_themselves_end() => Assert.Equal(
        ["00120001 - 1 0", "00120001 0040A730 1 0"],
        Made(
            Section("A.1", Modules("C.1")),
            Section("C.1", Attributes("C.1-1", Include("", "C.17-5"), Include("", "C.17-6"))),
            Section("C.2", Attributes("C.17-5", Row("Chosen", "(0012,0001)", "1", ""))),
            Section("C.3", Attributes("C.17-6", Row("Content Sequence", "(0040,A730)", "1C", ""), Include(">", "C.17-5"), Include(">", "C.17-6")))));

    [Fact]
    public void Functional_groups_stand_where_the_module_of_the_frames_puts_them() => Assert.Equal(
        ["00120001 52009229/00990001 1 0", "00120001 52009230/00990001 1 0"],
        Made(
            Section("A.1", Section("A.1.3", Modules("C.1")), Section("A.1.4", Groups("A.1-2", "C.2"))),
            Frames("C.1"),
            Section("C.2", Attributes("C.2-1", Row("Group Sequence", "(0099,0001)", "1", ""), Row("&gt;Chosen", "(0012,0001)", "1", "")))));

    [Fact]
    public void Functional_groups_of_another_object_count_where_it_refers_to_them() => Assert.Equal(
        ["00120001 52009229 1 0", "00120001 52009230 1 0"],
        Made(
            Section("A.1", Modules("C.1"), "<para>As in <xref linkend=\"table_A.2-2\"/>.</para>"),
            Section("A.2", Groups("A.2-2", "C.2")),
            Frames("C.1"),
            Section("C.2", Attributes("C.2-1", Row("Chosen", "(0012,0001)", "1", "")))));

    [Fact]
    public void Classes_are_numbered_in_the_order_of_their_UIDs_and_told_as_ranges()
    {
        var services = Part(4, Classes(Second, "A.1"),
            Table("GG.3-1", ["SOP Class Name", "SOP Class UID", "IOD Specification (defined in PS3.3)"],
                Row("A class", First, "<olink targetdoc=\"PS3.3\" targetptr=\"sect_A.1\"/>"),
                Row("A directory", "1.2.840.10008.1.3.10", "<olink targetdoc=\"PS3.3\" targetptr=\"sect_A.1\"/>")));

        Assert.Equal(
            [$"class 0 {First}", $"class 1 {Second}", "00120001 - 1 0-1"],
            AttributeTypeTable.Lines(
                Part(3, Section("A.1", Modules("C.1")), Section("C.1", Attributes("C.1-1", Row("Chosen", "(0012,0001)", "1", "")))), services, Profiles, []));
    }

    private static string Groups(string id, string section) =>
        Table(id, ["Functional Group Macro", "Section", "Usage"], Row("A group", To(section), "M"));

    private static string Frames(string section) => Section(section, Attributes(section + "-1",
        Row("Shared Functional Groups Sequence", "(5200,9229)", "1", ""),
        "<tr><td colspan=\"3\"><para>&gt;Include one or more Functional Group Macros that all frames share.</para></td><td/></tr>",
        Row("Per-frame Functional Groups Sequence", "(5200,9230)", "1", ""),
        "<tr><td colspan=\"3\"><para>&gt;Include one or more Functional Group Macros.</para></td><td/></tr>"));
}
