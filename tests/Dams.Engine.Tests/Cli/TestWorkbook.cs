using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security;

namespace Dams.Tests.Cli;

/// <summary>Writes a workbook: what a spreadsheet needs to open it and no more.</summary>
internal static class TestWorkbook
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A number that the sheet shows with leading zeros, seven digits in all.</summary>
    public sealed record Padded(double Number);

    /// <summary>A cell as XML: its attributes, and what is in it.</summary>
    public sealed record Raw(string Attributes, string Content);

    /// <summary>A sheet.</summary>
    public sealed record Sheet(string Name, params object?[][] Rows)
    {
        public bool IsHidden { get; init; }

        /// <summary>The numbers of the rows that a filter hides; the first row has number 1.</summary>
        public int[] HiddenRows { get; init; } = [];

        /// <summary>Ranges such as A1:B1.</summary>
        public string[] Merged { get; init; } = [];

        public string ToXml()
        {
            var rows = Rows.Select((row, i) => $"<row r=\"{i + 1}\"{(HiddenRows.Contains(i + 1) ? " hidden=\"1\"" : "")}>"
                + $"{string.Concat(row.Select((cell, j) => Cell($"{(char)('A' + j)}{i + 1}", cell)))}</row>");
            var merged = Merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(Merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
            return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows)}</sheetData>{merged}</worksheet>";
        }
    }

    public static byte[] Build(params object?[][] rows) => BuildWithFormat("0000000", rows);

    /// <summary>The same with another format for numbers of the third style; null leaves it out.</summary>
    public static byte[] BuildWithFormat(string? format, params object?[][] rows) => BuildSheets(format, new Sheet("list", rows));

    public static byte[] BuildSheets(params Sheet[] sheets) => BuildSheets("0000000", sheets);

    private static byte[] BuildSheets(string? format, params Sheet[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Relations}\">{Relation("1", "officeDocument", "xl/workbook.xml")}</Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select((sheet, i) =>
                $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id=\"r{i + 1}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\">{string.Concat(sheets.Select((_, i) => Relation($"{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")))}{Relation("styles", "styles", "styles.xml")}</Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" {(format is null ? "" : $"formatCode=\"{SecurityElement.Escape(format)}\"")}/></numFmts>"
                + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Length; i++)
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].ToXml());
        }
        return bytes.ToArray();
    }

    private static string Cell(string place, object? value) => value switch
    {
        null => "",
        Raw raw => $"<c r=\"{place}\" {raw.Attributes}>{raw.Content}</c>",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        DateTime date => Number(place, date.ToOADate(), 1),
        Padded padded => Number(place, padded.Number, 2),
        _ => Number(place, Convert.ToDouble(value, CultureInfo.InvariantCulture), 0),
    };

    private static string Number(string place, double number, int style) =>
        $"<c r=\"{place}\" s=\"{style}\"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>";

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"r{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/>";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(Head + content);
    }
}
