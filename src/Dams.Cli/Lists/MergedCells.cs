using System.Collections.Generic;
using System.Linq;
using ExcelDataReader;

namespace Dams.Cli.Lists;

/// <summary>
/// Gives each cell of a merged range what the range shows: a title over two columns is the title of both, a patient's id
/// beside two rows is that of both. Rows come one after the other, each from left to right.
/// </summary>
internal sealed class MergedCells(IEnumerable<CellRange> ranges)
{
    private readonly Queue<CellRange> _toCome = new(ranges.OrderBy(range => range.FromRow));
    private readonly List<(CellRange Range, object? Value)> _current = [];

    /// <summary>The cells of the next row.</summary>
    /// <param name="cells">What they hold themselves; changed here.</param>
    public void Fill(int row, object?[] cells)
    {
        _current.RemoveAll(one => one.Range.ToRow < row);
        while (_toCome.TryPeek(out var next) && next.FromRow <= row)
        {
            _toCome.Dequeue();
            if (next.FromRow == row && next.FromColumn >= 0 && next.FromColumn < cells.Length)
                _current.Add((next, cells[next.FromColumn]));
        }
        foreach (var (range, value) in _current)
        {
            for (var column = range.FromColumn; column <= range.ToColumn && column < cells.Length; column++)
                cells[column] = value;
        }
    }
}
