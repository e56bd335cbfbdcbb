using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.PatientLists;

/// <summary>
/// The columns of a patient list, found by their titles: only letters and digits of a title count, and their case does
/// not.
/// </summary>
internal static class ListHeader
{
    private const string ID = "id";

    // The first that holds something wins: a row of Get-ChildItem has several of them.
    private static readonly string[] FolderTitles =
        ["patientdirpaths", "patientdirpath", "literalpath", "lp", "paths", "path", "fullname", "pspath"];

    private static readonly Dictionary<string, ListColumn> Titles = new(StringComparer.Ordinal)
    {
        ["patientid"] = ListColumn.Subject,
        ["subj"] = ListColumn.Subject,
        ["subject"] = ListColumn.Subject,
        ["subjectid"] = ListColumn.Subject,
        ["mrn"] = ListColumn.MRN,
        ["patientname"] = ListColumn.PatientName,
        ["dateofbirth"] = ListColumn.BirthDate,
        ["patientbirthdate"] = ListColumn.BirthDate,
        ["birthdate"] = ListColumn.BirthDate,
        ["dob"] = ListColumn.BirthDate,
    };

    /// <summary>The cells of a row that say something, by what they say; empty where the row is blank.</summary>
    /// <exception cref="DamsException">No title is one of folders.</exception>
    public static ILookup<ListColumn, object> MapCells(IEnumerable<(string Title, object? Value)> row)
    {
        var cells = row.Select(cell => (Title: ColumnTitle.Fold(cell.Title), cell.Value)).ToList();
        if (!cells.Exists(cell => FolderTitles.Contains(cell.Title)))
            throw PatientListErrors.NoFolderColumn();
        var idColumn = ColumnOfID(cells);
        var sorted = new List<(ListColumn Column, object Value)>();
        foreach (var (title, value) in cells)
        {
            if (title == ID)
                AddTo(sorted, idColumn, value);
            else if (Titles.TryGetValue(title, out var known))
                AddTo(sorted, known, value);
        }
        var folders = FolderTitles.SelectMany(title => cells.Where(cell => cell.Title == title))
            .FirstOrDefault(cell => !IsBlank(cell.Value));
        AddTo(sorted, ListColumn.Folders, folders.Value);
        return sorted.ToLookup(cell => cell.Column, cell => cell.Value);
    }

    /// <summary>
    /// What a column <c>id</c> says: alone, who the patient is; beside <c>mrn</c>, who the patient becomes, as in a subject
    /// map; nothing where another column says that, or where it repeats the MRN: lists are often numbered.
    /// </summary>
    private static ListColumn? ColumnOfID(List<(string Title, object? Value)> cells)
    {
        bool Has(ListColumn column) => cells.Exists(cell => Titles.TryGetValue(cell.Title, out var known) && known == column);
        if (!Has(ListColumn.MRN))
            return ListColumn.MRN;
        var repeatsMrn = cells.Where(cell => cell.Title == ID && !IsBlank(cell.Value)).Any(id => cells.Exists(cell =>
            Titles.TryGetValue(cell.Title, out var known) && known == ListColumn.MRN && Text(cell.Value) == Text(id.Value)));
        return Has(ListColumn.Subject) || repeatsMrn ? null : ListColumn.Subject;
    }

    private static void AddTo(List<(ListColumn Column, object Value)> cells, ListColumn? column, object? value)
    {
        if (column is { } known && !IsBlank(value))
            cells.Add((known, value!));
    }

    private static bool IsBlank(object? value) => value is null or DBNull || (value is string text && string.IsNullOrWhiteSpace(text));

    private static string Text(object? value) => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Trim();
}
