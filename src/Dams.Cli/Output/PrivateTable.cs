using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Cli.Output;

/// <summary>A list as CSV in UTF-8, readable by its owner only: it names patients, or where their files are.</summary>
/// <param name="columns">The titles of the columns, and what a row has in them.</param>
internal sealed class PrivateTable<T>(params (string Title, Func<T, object?> Value)[] columns)
{
    private string[] Titles => [.. columns.Select(column => column.Title)];

    /// <summary>Refuses a place at which the list cannot be, before the rows are made, which takes long.</summary>
    /// <exception cref="DamsException">A folder, a pipe or another list is there.</exception>
    public void Check(string path) => Try(path, () => CsvText.CheckReplaceable(path, Titles));

    /// <exception cref="DamsException">The file cannot be written.</exception>
    public void Write(string path, IReadOnlyList<T> rows)
    {
        Check(path);
        Try(path, () => PrivateFile.Write(path, stream => Write(stream, rows), replace: true));
    }

    private static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableList(path, e);
        }
    }

    private void Write(Stream stream, IReadOnlyList<T> rows)
    {
        // Excel takes a file without a byte order mark for one of the local code page.
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        CsvText.Write(writer, Titles);
        foreach (var row in rows)
            CsvText.Write(writer, Array.ConvertAll(columns, column => CellOf(column.Value(row))));
    }

    private static string CellOf(object? value) =>
        SpreadsheetCell.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
