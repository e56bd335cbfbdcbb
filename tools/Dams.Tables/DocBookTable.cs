using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tables;

/// <summary>A cell of a table.</summary>
/// <param name="Links">The ids of what it refers to.</param>
internal sealed record DocBookCell(string Text, IReadOnlyList<string> Links)
{
    public static DocBookCell Empty { get; } = new("", []);
}

/// <summary>A table of the standard.</summary>
internal sealed record DocBookTable(string Id, string Caption, IReadOnlyList<string> Header, IReadOnlyList<DocBookCell[]> Rows)
{
    /// <summary>Whether the title of a column begins so.</summary>
    public bool HasColumn(string title) => Find(title) < Header.Count;

    /// <summary>The number of the column whose title begins so.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public int Column(string title) => HasColumn(title) ? Find(title) : throw new InvalidDataException($"{Id} has no column \"{title}\".");

    /// <summary>The cells of a column; empty where a row is too short.</summary>
    public IEnumerable<DocBookCell> Cells(string title)
    {
        var column = Column(title);
        return Rows.Select(row => column < row.Length ? row[column] : DocBookCell.Empty);
    }

    /// <summary>The texts of some columns, row by row.</summary>
    public IEnumerable<string[]> Texts(params string[] titles)
    {
        var columns = Array.ConvertAll(titles, Column);
        return Rows.Select(row => Array.ConvertAll(columns, column => column < row.Length ? row[column].Text : ""));
    }

    private int Find(string title) => Header.TakeWhile(header => !header.StartsWith(title, StringComparison.OrdinalIgnoreCase)).Count();
}
