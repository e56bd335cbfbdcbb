using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExcelDataReader;

namespace Dams.Cli.Lists;

/// <summary>
/// Reads a sheet of an Excel workbook, in any of its formats: the one that is named, else the one visible sheet that is a
/// patient list.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private readonly IExcelDataReader _reader;
    private readonly IReadOnlyDictionary<(int Row, int Column), object> _withoutValue;
    private readonly List<int> _hiddenRows = [];

    /// <param name="sheet">The name of the sheet, or its number, from 1 on; null where the user names none.</param>
    /// <exception cref="DamsException">There is no such sheet, or several could be meant.</exception>
    public Workbook(Stream stream, string? sheet)
    {
        // The old format names code pages, which .NET has only on request.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        WorkbookPackage.RefuseStrict(stream);
        stream.Position = 0;
        _reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        var index = sheet is null ? FindList() : FindNamed(sheet);
        _reader.Reset();
        for (var i = 0; i < index; i++)
            _reader.NextResult();
        _withoutValue = WorkbookPackage.FindCellsWithoutValue(stream, _reader.Name);
    }

    /// <summary>The numbers of the rows that are hidden, once they were read; the first row has number 1.</summary>
    public IReadOnlyList<int> HiddenRows => _hiddenRows;

    /// <summary>The rows; an error is the text that the sheet shows, a formula whose value was not saved is not a number.</summary>
    public IEnumerable<object?[]> ReadRows()
    {
        var merged = new MergedCells(_reader.MergeCells ?? []);
        for (var row = 0; _reader.Read(); row++)
        {
            var cells = new object?[_reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = _withoutValue.TryGetValue((row, column), out var other) ? other : Cell(column);
            merged.Fill(row, cells);
            if (_reader.RowHeight == 0 && !Array.TrueForAll(cells, IsBlank))
                _hiddenRows.Add(row + 1);
            yield return cells;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static bool IsBlank(object? cell) => string.IsNullOrWhiteSpace(cell?.ToString());

    private int FindNamed(string sheet)
    {
        var names = Enumerable.Range(0, _reader.ResultsCount).Select(_ => NextName()).ToList();
        var index = names.FindIndex(name => string.Equals(name, sheet, StringComparison.OrdinalIgnoreCase));
        if (index < 0 && int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Count)
            index = number - 1;
        return index >= 0 ? index : throw CommandErrors.NoSuchSheet();

        string NextName()
        {
            var name = _reader.Name;
            _reader.NextResult();
            return name;
        }
    }

    private int FindList()
    {
        var filled = new List<(int Index, bool HasFolders)>();
        var isHidden = false;
        for (var i = 0; i < _reader.ResultsCount; i++, _reader.NextResult())
        {
            if (ReadTitles() is not { } titles)
                continue;
            if (_reader.VisibleState == "visible")
                filled.Add((i, PatientListReader.NameFolders(titles)));
            else
                isHidden = true;
        }
        var lists = filled.FindAll(one => one.HasFolders);
        if (lists.Count > 1)
            throw CommandErrors.SeveralSheets();
        return lists.Count == 1 ? lists[0].Index
            : filled.Count > 0 ? filled[0].Index
            : isHidden ? throw CommandErrors.NoSuchSheet()
            : 0;
    }

    /// <summary>The first row that is not blank; null where all are.</summary>
    private string[]? ReadTitles()
    {
        while (_reader.Read())
        {
            var row = Enumerable.Range(0, _reader.FieldCount).Select(i => _reader.GetValue(i)?.ToString() ?? "").ToArray();
            if (!Array.TrueForAll(row, string.IsNullOrWhiteSpace))
                return row;
        }
        return null;
    }

    /// <summary>A number whose format is zeros alone is an id that has leading zeros on the screen.</summary>
    private object? Cell(int column)
    {
        var value = _reader.GetValue(column);
        return value is double number && _reader.GetNumberFormatString(column) is { Length: > 1 } format && format.All(character => character == '0')
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : value;
    }
}
