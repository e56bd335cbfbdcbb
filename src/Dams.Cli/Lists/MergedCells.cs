using System.Collections.Generic;
using ExcelDataReader;

namespace Dams.Cli.Lists;

/// <summary>
/// Gives each cell of a merged range what the range shows: a title over two columns is the title of both, a patient's id
/// beside two rows is that of both. Rows come one after the other.
/// </summary>
internal sealed class MergedCells(IReadOnlyList<CellRange> ranges)
{
    private readonly Dictionary<CellRange, object?> _values = [];

    /// <param name="value">What the cell itself holds.</param>
    public object? ValueOf(int row, int column, object? value)
    {
        foreach (var range in ranges)
        {
            if (row < range.FromRow || row > range.ToRow || column < range.FromColumn || column > range.ToColumn)
                continue;
            if (row == range.FromRow && column == range.FromColumn)
                _values[range] = value;
            return _values.TryGetValue(range, out var first) ? first : value;
        }
        return value;
    }
}
