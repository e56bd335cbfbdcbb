using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using ExcelDataReader.Exceptions;

namespace Dams.Cli.Lists;

/// <summary>Reads a patient list from a workbook or from text with separators. Paths in it start at its folder.</summary>
internal static class PatientListFile
{
    // The first bytes of a ZIP archive (.xlsx) and of a compound file (.xls).
    private static readonly byte[][] WorkbookStarts = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    // As spreadsheets and databases save tables.
    private static readonly string[] Endings = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"];

    /// <summary>Whether a path is called like a patient list, and is no folder.</summary>
    public static bool HasListName(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <param name="sheet">The sheet of a workbook, by its name or number; null where the user names none.</param>
    /// <param name="listener">Is told of rows that the sheet hides.</param>
    /// <exception cref="DamsException">The list cannot be read, has no rows, or has no column of folders.</exception>
    public static IReadOnlyList<PatientListRow> Read(string path, string? sheet, IRunListener listener)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var reader = new PatientListReader(item => Path.Combine(folder, item));
        var isWorkbook = false;
        try
        {
            // A list is often open in Excel while it is used.
            using var stream = RegularFile.OpenRead(path, FileShare.ReadWrite | FileShare.Delete);
            isWorkbook = IsWorkbook(stream);
            if (isWorkbook)
                ReadWorkbook(stream, sheet, reader, listener);
            else if (sheet is not null)
                throw CommandErrors.NoSuchSheet();
            else
                ReadText(stream, reader);
        }
        catch (InvalidPasswordException)
        {
            throw CommandErrors.MalformedPatientList("locked with a password");
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or CsvFormatException or System.Xml.XmlException)
        {
            throw CommandErrors.MalformedPatientList("neither a whole workbook nor text with separators");
        }
        catch (DecoderFallbackException)
        {
            throw CommandErrors.MalformedPatientList("not in UTF-8");
        }
        catch (Exception e) when (isWorkbook && (e is NullReferenceException or ArgumentException or FormatException
            or OverflowException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException))
        {
            // What ExcelDataReader throws where a part of a workbook, such as a number format, breaks off.
            throw CommandErrors.MalformedPatientList("not a whole workbook");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandErrors.UnreadablePatientList(path, e);
        }
        return reader.Rows.Count > 0 ? reader.Rows : throw PatientListErrors.EmptyPatientList();
    }

    // Notes may stand beside the table.
    private static void ReadWorkbook(Stream stream, string? sheet, PatientListReader reader, IRunListener listener)
    {
        using var workbook = new Workbook(stream, sheet);
        var titleRow = 0;
        foreach (var row in ListTable.Read(workbook.ReadRows()))
        {
            titleRow = titleRow == 0 ? row.Number - 1 : titleRow;
            reader.Add(row.Number, row.Cells);
        }
        var hidden = workbook.HiddenRows.Where(number => number > titleRow).ToArray();
        if (hidden.Length > 0)
            listener.Warn(Warnings.HiddenRows(hidden.Length, string.Join(", ", hidden)));
    }

    // Further cells mean that a separator was not quoted.
    private static void ReadText(Stream stream, PatientListReader reader)
    {
        foreach (var row in ListTable.Read(SeparatedText.Read(stream)))
        {
            if (row.HasMoreCells)
                reader.Add(row.Number, CommandErrors.TooManyCells());
            else
                reader.Add(row.Number, row.Cells);
        }
    }

    private static bool IsWorkbook(Stream stream)
    {
        var start = new byte[4];
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Array.Exists(WorkbookStarts, known => start.AsSpan(0, count).SequenceEqual(known));
    }
}
