using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Dams.Tables;

/// <summary>One part of the standard as DocBook XML, in the form in which it is published.</summary>
internal sealed partial class DocBookPart
{
    private static readonly XNamespace DocBook = "http://docbook.org/ns/docbook";
    private static readonly XName Id = XNamespace.Xml + "id";

    private readonly XElement _book;
    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, DocBookTable> _tables = [];

    private DocBookPart(XElement book)
    {
        _book = book;
        foreach (var element in book.DescendantsAndSelf())
        {
            // Two tables of old editions have the same id; the first is the one that is meant.
            if (element.Attribute(Id) is { } id)
                _byId.TryAdd(id.Value, element);
        }
        var subtitle = book.Element(DocBook + "subtitle")?.Value ?? "";
        Edition = EditionForm().Match(subtitle) is { Success: true } match
            ? match.Value
            : throw new InvalidDataException($"The title page names no edition: \"{subtitle}\".");
    }

    /// <summary>The edition, such as 2025e, which the title page names.</summary>
    public string Edition { get; }

    /// <exception cref="InvalidDataException">It is no part of the standard.</exception>
    public static DocBookPart Load(string path)
    {
        using var reader = File.OpenText(path);
        return Read(reader);
    }

    /// <exception cref="InvalidDataException">It is no part of the standard.</exception>
    public static DocBookPart Read(TextReader xml)
    {
        try
        {
            return new DocBookPart(XDocument.Load(xml).Root!);
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException($"A part is no XML: {exception.Message}", exception);
        }
    }

    /// <summary>All tables, in their order.</summary>
    public IEnumerable<DocBookTable> Tables => _book.Descendants(DocBook + "table").Select(TableOf);

    /// <summary>The table with an id, such as table_E.1-1.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public DocBookTable Table(string id) => _byId.TryGetValue(id, out var element) && element.Name == DocBook + "table"
        ? TableOf(element)
        : throw new InvalidDataException($"{_book.Attribute("label")?.Value} has no table {id}.");

    /// <summary>The tables of a section and of the sections in it, in their order; none where there is no such section.</summary>
    public IReadOnlyList<DocBookTable> TablesWithin(string section) => [.. ElementsWithin(section).Select(TableOf)];

    /// <summary>The tables that stand in a section itself; where it has none, those of the sections in it.</summary>
    public IReadOnlyList<DocBookTable> TablesOf(string section)
    {
        var all = ElementsWithin(section);
        var own = all.Where(table => table.Ancestors().First(IsDivision).Attribute(Id)?.Value == section).ToArray();
        return [.. (own.Length > 0 ? own : all).Select(TableOf)];
    }

    /// <summary>The tables that a section refers to.</summary>
    public IEnumerable<DocBookTable> TablesReferredToIn(string section) => _byId.TryGetValue(section, out var element)
        ? LinksOf(element).Distinct().Select(id => _byId.GetValueOrDefault(id)).OfType<XElement>()
            .Where(linked => linked.Name == DocBook + "table").Select(TableOf)
        : [];

    private XElement[] ElementsWithin(string section) =>
        _byId.TryGetValue(section, out var element) ? [.. element.Descendants(DocBook + "table")] : [];

    private static bool IsDivision(XElement element) =>
        element.Name == DocBook + "section" || element.Name == DocBook + "chapter" || element.Name == DocBook + "appendix" || element.Parent is null;

    private DocBookTable TableOf(XElement element)
    {
        if (!_tables.TryGetValue(element, out var table))
        {
            table = new DocBookTable(
                element.Attribute(Id)?.Value ?? "",
                TextOf(element.Element(DocBook + "caption")),
                [.. RowsOf(element.Element(DocBook + "thead")).FirstOrDefault()?.Select(cell => cell.Text) ?? []],
                RowsOf(element.Element(DocBook + "tbody")));
            _tables.Add(element, table);
        }
        return table;
    }

    /// <summary>The rows, each with a cell for each column: one that spans rows stands in all of them, one that spans columns in the first.</summary>
    private static List<DocBookCell[]> RowsOf(XElement? body)
    {
        var rows = new List<DocBookCell[]>();
        var spanning = new Dictionary<int, (DocBookCell Cell, int Left)>();
        foreach (var row in body?.Elements(DocBook + "tr") ?? [])
        {
            var cells = new List<DocBookCell>();
            void TakeSpanning()
            {
                while (spanning.TryGetValue(cells.Count, out var above))
                {
                    if (above.Left == 1)
                        spanning.Remove(cells.Count);
                    else
                        spanning[cells.Count] = (above.Cell, above.Left - 1);
                    cells.Add(above.Cell);
                }
            }
            foreach (var element in row.Elements())
            {
                TakeSpanning();
                var cell = new DocBookCell(TextOf(element), LinksOf(element));
                if (SpanOf(element, "rowspan") is var below and > 1)
                    spanning[cells.Count] = (cell, below - 1);
                cells.Add(cell);
                for (var i = SpanOf(element, "colspan"); i > 1; i--)
                    cells.Add(DocBookCell.Empty);
            }
            TakeSpanning();
            rows.Add([.. cells]);
        }
        return rows;
    }

    private static int SpanOf(XElement element, string name) => (int?)element.Attribute(name) ?? 1;

    private static string[] LinksOf(XElement element) =>
        [.. element.Descendants().Select(link => (link.Attribute("linkend") ?? link.Attribute("targetptr"))?.Value).OfType<string>()];

    /// <summary>The text, its white space as one space each and without the characters that only say where a line may break.</summary>
    private static string TextOf(XElement? element)
    {
        var text = new StringBuilder();
        foreach (var node in element?.DescendantNodes() ?? [])
        {
            if (node is XText part)
                text.Append(part.Value);
            else if (node is XElement { Name.LocalName: "para" or "listitem" or "note" })
                text.Append(' ');
        }
        text.Replace("\u200B", "").Replace("\u00AD", "").Replace("\uFEFF", "");
        return WhiteSpace().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\b\d{4}[a-z]?\b(?= -)")]
    private static partial Regex EditionForm();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
