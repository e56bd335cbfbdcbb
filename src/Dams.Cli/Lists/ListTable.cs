using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cli.Lists;

/// <summary>Turns the rows of a file into rows of a list. The first row that is not blank has the titles.</summary>
internal static class ListTable
{
    /// <param name="rows">Each row of the file, blank ones too, so that their numbers are those that people see.</param>
    public static IEnumerable<ListRow> Read(IEnumerable<object?[]> rows)
    {
        string[]? titles = null;
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (titles is not null)
                yield return new ListRow(number, Cells(titles, row), row.Skip(titles.Length).Any(cell => !IsBlank(cell)));
            else if (!row.All(IsBlank))
                titles = Titles(row);
        }
    }

    private static string[] Titles(object?[] row)
    {
        var count = row.Length;
        while (IsBlank(row[count - 1]))
            count--;
        return Array.ConvertAll(row[..count], cell => cell?.ToString() ?? "");
    }

    private static (string Title, object? Value)[] Cells(string[] titles, object?[] row) =>
        [.. titles.Select((title, i) => (title, i < row.Length ? row[i] : null))];

    private static bool IsBlank(object? cell) => string.IsNullOrWhiteSpace(cell?.ToString());
}

/// <summary>A row of a list in a file.</summary>
/// <param name="Number">Which row of the file it is; the first has number 1.</param>
/// <param name="Cells">The titles of the columns, and what the row has in them.</param>
/// <param name="HasMoreCells">Whether the row has cells to the right of the last column with a title.</param>
internal sealed record ListRow(int Number, IReadOnlyList<(string Title, object? Value)> Cells, bool HasMoreCells);
