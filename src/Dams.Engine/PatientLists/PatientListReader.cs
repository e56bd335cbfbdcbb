using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.PatientLists;
using Dams.Subjects;

namespace Dams;

/// <summary>Reads the rows of a patient list, wherever they come from. Nothing is looked for on the disk.</summary>
public sealed class PatientListReader
{
    private readonly List<PatientListRow> _rows = [];
    private readonly Func<string, string> _resolve;
    private int _folders;

    /// <param name="resolve">Makes a full path of one that a cell holds.</param>
    public PatientListReader(Func<string, string> resolve) => _resolve = resolve;

    /// <summary>The rows that are not blank, in the order in which they came.</summary>
    public IReadOnlyList<PatientListRow> Rows => _rows;

    /// <summary>Takes in a row; one that says nothing of a patient is left out.</summary>
    /// <param name="number">Which row of the list it is.</param>
    /// <param name="cells">The titles of the columns and what the row has in them.</param>
    /// <exception cref="DamsException">No column names folders.</exception>
    public void Add(int number, IEnumerable<(string Title, object? Value)> cells)
    {
        var sorted = ListHeader.MapCells(cells);
        if (sorted.Count > 0)
            _rows.Add(Read(number, sorted));
    }

    /// <summary>Takes in a folder or a file that stands for a row, with the new values that the user gives for its patient.</summary>
    /// <param name="path">Its full path.</param>
    public void AddFolder(string path, GivenIdentity given) =>
        _rows.Add(new PatientListRow(++_folders) { IsFolder = true, Folders = [Path.GetFullPath(path)] }.With(given));

    /// <summary>The same for a row: what the user gives wins over what it says.</summary>
    public void Add(int number, IEnumerable<(string Title, object? Value)> cells, GivenIdentity given)
    {
        var count = _rows.Count;
        Add(number, cells);
        if (_rows.Count > count)
            _rows[count] = _rows[count].With(given);
    }

    /// <summary>The folders that a row names, as they are written; none where no column names any.</summary>
    /// <param name="cells">The titles of the columns and what the row has in them.</param>
    /// <exception cref="DamsException">They cannot be told apart.</exception>
    public static IReadOnlyList<string> FindFolders(IEnumerable<(string Title, object? Value)> cells) =>
        [.. ListHeader.FindFolders([.. cells]).SelectMany(FoldersCell.Read)];

    /// <summary>Whether some titles are those of a patient list: one of them is of folders.</summary>
    public static bool NameFolders(IReadOnlyList<string> titles) => ColumnTitles.Find(titles).Contains(RowColumn.Folders);

    /// <summary>Takes in a row that is known to be wrong.</summary>
    public void Add(int number, DamsException problem) => _rows.Add(new PatientListRow(number) { Problem = problem });

    private PatientListRow Read(int number, ILookup<RowColumn, object> cells)
    {
        // What can be read of a row that is wrong still counts: its folders are claimed.
        DamsException? problem = null;
        var row = new PatientListRow(number)
        {
            Folders = Try(() => Folders(cells[RowColumn.Folders]), ref problem) ?? [],
            Subject = Try(() => One(cells[RowColumn.Subject], ID, "the subject id"), ref problem),
            MRN = Try(() => One(cells[RowColumn.MRN], ID, "the MRN"), ref problem),
            Series = Try(() => One<string?>(cells[RowColumn.Series], CellValue.TextOf, "the series"), ref problem),
            PatientName = Try(() => One<string?>(cells[RowColumn.PatientName], Text, "the name"), ref problem),
            BirthDate = Try(() => One<string?>(cells[RowColumn.BirthDate], Dams.BirthDate.Read, "the birth date"), ref problem),
        };
        return row with { Problem = problem };
    }

    private string[] Folders(IEnumerable<object> cells)
    {
        var folders = cells.Select(CellValue.Check).SelectMany(FoldersCell.Read).ToArray();
        if (folders.Length == 0)
            throw PatientListErrors.RowWithoutFolder();
        try
        {
            return [.. folders.Select(folder => Path.GetFullPath(_resolve(folder))).Distinct(Files.PathComparison.Comparer)];
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw PatientListErrors.MalformedFolders();
        }
    }

    private static T? One<T>(IEnumerable<object> cells, Func<object, T> read, string what)
    {
        var values = cells.Select(cell => read(CellValue.Check(cell))).Distinct().ToArray();
        return values.Length > 1 ? throw PatientListErrors.ColumnsDisagree(what) : values.FirstOrDefault();
    }

    private static ListID? ID(object value) => ListID.Read(value);

    private static string Text(object value) => value is string or char ? CellValue.TextOf(value) : throw PatientListErrors.UnreadableName();

    private static T? Try<T>(Func<T> read, ref DamsException? problem)
    {
        try
        {
            return read();
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            problem ??= e;
            return default;
        }
    }
}
