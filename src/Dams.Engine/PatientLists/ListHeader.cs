using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>Sorts the cells of a row by what the titles of their columns say.</summary>
internal static class ListHeader
{
    /// <summary>The cells of a row that say something, by what they say; empty where the row is blank.</summary>
    /// <exception cref="DamsException">No title is one of folders.</exception>
    public static ILookup<RowColumn, object> MapCells(IEnumerable<(string Title, object? Value)> row)
    {
        var cells = row.ToArray();
        var columns = ColumnTitles.Find(Array.ConvertAll(cells, cell => cell.Title));
        if (!columns.Contains(RowColumn.Folders))
            throw PatientListErrors.NoFolderColumn();
        var mrn = cells.Where((_, i) => columns[i] == RowColumn.MRN).Select(cell => Text(cell.Value)).ToArray();
        var sorted = new List<(RowColumn Column, object Value)>();
        for (var i = 0; i < cells.Length; i++)
        {
            var isRepeated = columns[i] == RowColumn.Subject && ColumnTitles.IsID(cells[i].Title) && mrn.Contains(Text(cells[i].Value));
            if (columns[i] is { } column && column is not (RowColumn.Folders or RowColumn.CTDate) && !isRepeated && !IsBlank(cells[i].Value))
                sorted.Add((column, cells[i].Value!));
        }
        return sorted.Concat(FindFolders(cells).Select(value => (RowColumn.Folders, value))).ToLookup(cell => cell.Item1, cell => cell.Item2);
    }

    /// <summary>The cells that name folders; none where no column is of folders or holds any.</summary>
    public static IReadOnlyList<object> FindFolders(IReadOnlyList<(string Title, object? Value)> row)
    {
        var filled = row.Where(cell => !IsBlank(cell.Value)).ToArray();
        var folders = filled.Where(cell => ColumnTitles.IsOfFolders(cell.Title)).Select(cell => cell.Value!).ToArray();
        return folders.Length > 0 ? folders
            : [.. filled.Where(cell => ColumnTitles.RankOfItem(cell.Title) >= 0).OrderBy(cell => ColumnTitles.RankOfItem(cell.Title))
                .Take(1).Select(cell => cell.Value!)];
    }

    private static bool IsBlank(object? value) => value is null or DBNull || (value is string text && string.IsNullOrWhiteSpace(text));

    private static string Text(object? value) => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Trim();
}
