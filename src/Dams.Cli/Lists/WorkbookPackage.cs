using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;

namespace Dams.Cli.Lists;

/// <summary>
/// What the parts of an Office Open XML workbook say that its reader does not (ECMA-376 part 1, section 18): which cells hold
/// an error, or a formula whose value was never saved, as programs write that do not calculate.
/// </summary>
internal sealed class WorkbookPackage
{
    private const string Book = "xl/workbook.xml", Relations = "xl/_rels/workbook.xml.rels";
    private const string StrictStart = "http://purl.oclc.org/ooxml/";
    private const int LettersOfAlphabet = 26;

    private readonly Dictionary<string, Dictionary<(int Row, int Column), object>> _cells = new(StringComparer.Ordinal);

    private WorkbookPackage()
    {
    }

    /// <summary>Reads it; null where the workbook is of another kind, or of other parts.</summary>
    /// <exception cref="DamsException">It is of the Strict kind.</exception>
    public static WorkbookPackage? Read(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry(Book) is null ? null : Read(archive);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>
    /// The cells of a sheet that hold no value, with the text of their error, or not a number for a formula whose value was not
    /// saved; the first row and the first column have number 0.
    /// </summary>
    public IReadOnlyDictionary<(int Row, int Column), object> FindCellsWithoutValue(string sheet) =>
        _cells.TryGetValue(sheet, out var cells) ? cells : new Dictionary<(int, int), object>();

    private static WorkbookPackage Read(ZipArchive archive)
    {
        var package = new WorkbookPackage();
        var targets = Elements(archive, Relations, "Relationship").GroupBy(relation => relation.GetValueOrDefault("Id", ""))
            .ToDictionary(group => group.Key, group => group.First().GetValueOrDefault("Target", ""), StringComparer.Ordinal);
        foreach (var sheet in Elements(archive, Book, "sheet"))
        {
            if (sheet.TryGetValue("name", out var name) && sheet.TryGetValue("id", out var id) && targets.TryGetValue(id, out var target)
                && archive.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}") is { } part)
            {
                package._cells[name] = ReadCells(part);
            }
        }
        return package;
    }

    private static IEnumerable<Dictionary<string, string>> Elements(ZipArchive archive, string part, string name)
    {
        if (archive.GetEntry(part) is not { } entry)
            yield break;
        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.NamespaceURI.StartsWith(StrictStart, StringComparison.Ordinal))
                throw CommandErrors.MalformedPatientList("a workbook of the kind Strict Open XML, which is not read");
            if (reader.LocalName != name)
                continue;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.MoveToNextAttribute())
                attributes[reader.LocalName] = reader.Value;
            yield return attributes;
        }
    }

    private static Dictionary<(int Row, int Column), object> ReadCells(ZipArchiveEntry part)
    {
        var cells = new Dictionary<(int, int), object>();
        using var reader = Open(part);
        var (place, isError, hasFormula, value) = ("", false, false, "");
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                (place, isError, hasFormula, value) = (reader.GetAttribute("r") ?? "", reader.GetAttribute("t") == "e", false, "");
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "f" })
                hasFormula = !reader.IsEmptyElement || reader.HasAttributes;
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" or "t", IsEmptyElement: false } && reader.Read())
                value = reader.Value;
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" } && (isError || (hasFormula && value.Length == 0)) && Parse(place) is { } cell)
                cells[cell] = isError ? value : double.NaN;
        }
        return cells;
    }

    /// <summary>Row and column of a place such as AB12.</summary>
    private static (int Row, int Column)? Parse(string place)
    {
        var letters = place.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(place.AsSpan(letters), out var row) || row < 1)
            return null;
        var column = place.Take(letters).Aggregate(0, (sum, letter) => (sum * LettersOfAlphabet) + letter - 'A' + 1);
        return (row - 1, column - 1);
    }

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
}
