using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CsvHelper;
using ExcelDataReader.Exceptions;

namespace Dams.Cli.Lists;

/// <summary>Reads a patient list from a workbook or from text with separators. Paths in it start at its folder.</summary>
internal static class PatientListFile
{
    // The first bytes of a ZIP archive (.xlsx) and of a compound file (.xls).
    private static readonly byte[][] WorkbookStarts = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    /// <exception cref="DamsException">The list cannot be read, has no rows, or has no column of folders.</exception>
    public static IReadOnlyList<PatientListRow> Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var reader = new PatientListReader(item => Path.Combine(folder, item));
        var isWorkbook = false;
        try
        {
            // A list is often open in Excel while it is used.
            using var stream = RegularFile.OpenRead(path, FileShare.ReadWrite | FileShare.Delete);
            isWorkbook = IsWorkbook(stream);
            foreach (var row in ListTable.Read(isWorkbook ? Workbook.Read(stream) : SeparatedText.Read(stream)))
            {
                // On a sheet, notes may stand beside the table; in a text file, further cells mean that a separator was not quoted.
                if (row.HasMoreCells && !isWorkbook)
                    reader.Add(row.Number, CommandErrors.TooManyCells());
                else
                    reader.Add(row.Number, row.Cells);
            }
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
        return reader.Rows.Count > 0 ? reader.Rows : throw CommandErrors.EmptyPatientList();
    }

    private static bool IsWorkbook(Stream stream)
    {
        var start = new byte[4];
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Array.Exists(WorkbookStarts, known => start.AsSpan(0, count).SequenceEqual(known));
    }
}
