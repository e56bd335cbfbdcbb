using System.IO;
using System.Linq;
using Dams.Tables;

namespace Dams.Tests.Tables.Making;

/// <summary>Small parts of a standard, in the form of the published ones and in words of our own.</summary>
internal static class StandardXml
{
    public const string Edition = "2031b";

    public static string Text(int part, params string[] content) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <book xmlns="http://docbook.org/ns/docbook" xmlns:xl="http://www.w3.org/1999/xlink" label="PS3.{part}" xml:id="PS3.{part}">
          <title>PS3.{part}</title>
          <subtitle>DICOM PS3.{part} {Edition} - Made for a test</subtitle>
          {string.Concat(content)}
        </book>
        """;

    public static DocBookPart Part(int part, params string[] content) => DocBookPart.Read(new StringReader(Text(part, content)));

    public static string Section(string id, params string[] content) =>
        $"""<section xml:id="sect_{id}"><title>Of a test</title>{string.Concat(content)}</section>""";

    public static string Table(string id, string[] header, params string[] rows) => $"""
        <table frame="box" label="{id}" rules="all" xml:id="table_{id}">
          <caption>Of a test</caption>
          <thead><tr valign="top">{string.Concat(header.Select(title => $"<th><para><emphasis role=\"bold\">{title}</emphasis></para></th>"))}</tr></thead>
          <tbody>{string.Concat(rows)}</tbody>
        </table>
        """;

    public static string Row(params string[] cells) =>
        $"<tr valign=\"top\">{string.Concat(cells.Select(cell => $"<td>\n  <para>{cell}</para>\n</td>"))}</tr>";

    /// <summary>The row of a table of attributes that includes a macro.</summary>
    public static string Include(string depth, string macro, string with = "") =>
        $"""<tr><td colspan="3"><para><emphasis role="italic">{depth}Include <xref linkend="table_{macro}"/></emphasis></para></td><td><para>{with}</para></td></tr>""";

    /// <summary>A reference to a section.</summary>
    public static string To(string section) => $"""<xref linkend="sect_{section}" xrefstyle="select: labelnumber"/>""";

    public static string Attributes(string id, params string[] rows) =>
        Table(id, ["Attribute Name", "Tag", "Type", "Attribute Description"], rows);
}
