using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security;

namespace Dams.Tests.Cli;

/// <summary>Writes a workbook of one sheet: what a spreadsheet needs to open it and no more.</summary>
internal static class TestWorkbook
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A number that the sheet shows with leading zeros, seven digits in all.</summary>
    public sealed record Padded(double Number);

    public static byte[] Build(params object?[][] rows) => BuildWithFormat("0000000", rows);

    /// <summary>The same with another format for numbers of the third style; null leaves it out.</summary>
    public static byte[] BuildWithFormat(string? format, params object?[][] rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Relations}\">{Relation("1", "officeDocument", "xl/workbook.xml")}</Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"list\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\">{Relation("1", "worksheet", "worksheets/sheet1.xml")}{Relation("2", "styles", "styles.xml")}</Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" {(format is null ? "" : $"formatCode=\"{SecurityElement.Escape(format)}\"")}/></numFmts>"
                + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            var sheet = string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, j) => Cell($"{(char)('A' + j)}{i + 1}", cell)))}</row>"));
            Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet}</sheetData></worksheet>");
        }
        return bytes.ToArray();
    }

    private static string Cell(string place, object? value) => value switch
    {
        null => "",
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
