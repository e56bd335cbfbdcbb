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
internal static class WorkbookPackage
{
    private const string Book = "xl/workbook.xml", Relations = "xl/_rels/workbook.xml.rels";
    private const string StrictStart = "http://purl.oclc.org/ooxml/";
    private const int LettersOfAlphabet = 26;

    /// <summary>Refuses a workbook of the Strict kind, which its reader takes for an empty one.</summary>
    /// <exception cref="DamsException">It is one.</exception>
    public static void RefuseStrict(Stream stream) => Read(stream, archive => Elements(archive, Book, "sheet").Count());

    /// <summary>
    /// The cells of a sheet that hold no value, with the text of their error, or not a number for a formula whose value was not
    /// saved; the first row and the first column have number 0.
    /// </summary>
    public static IReadOnlyDictionary<(int Row, int Column), object> FindCellsWithoutValue(Stream stream, string sheet) =>
        Read(stream, archive => PartOf(archive, sheet) is { } part ? ReadCells(part) : null) ?? [];

    /// <summary>What a package says; nothing where the workbook is of another kind.</summary>
    private static T? Read<T>(Stream stream, Func<ZipArchive, T> read)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return read(archive);
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }

    private static ZipArchiveEntry? PartOf(ZipArchive archive, string sheet)
    {
        var id = Elements(archive, Book, "sheet").FirstOrDefault(one => one.GetValueOrDefault("name") == sheet)?.GetValueOrDefault("id");
        var target = Elements(archive, Relations, "Relationship").FirstOrDefault(one => one.GetValueOrDefault("Id") == id)?.GetValueOrDefault("Target");
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
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
