using System.Collections.Generic;

namespace Dams.Cli.Lists;

/// <summary>A row of a list in a file.</summary>
/// <param name="Number">Which row of the file it is; the first has number 1.</param>
/// <param name="Cells">The titles of the columns, and what the row has in them.</param>
/// <param name="HasMoreCells">Whether the row has cells to the right of the last column with a title.</param>
internal sealed record ListRow(int Number, IReadOnlyList<(string Title, object? Value)> Cells, bool HasMoreCells);
