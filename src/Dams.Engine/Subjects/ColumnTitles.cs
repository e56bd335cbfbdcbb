using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Subjects;

namespace Dams;

/// <summary>
/// The titles of columns as people write them, in patient lists and subject maps: letters and digits count, their case
/// does not.
/// </summary>
public static class ColumnTitles
{
    private const string ID = "id", PatientID = "patientid", Series = "seriesinstanceuid",
        PatientName = "patientname", PatientBirthDate = "patientbirthdate";

    private static readonly string[] FolderTitles = ["patientdirpaths", "patientdirpath", "folders", "folder", "paths", "path"];

    // The first that holds something wins: a row of Get-ChildItem names one item by several of them.
    private static readonly string[] ItemTitles = ["literalpath", "lp", "fullname", "pspath"];

    private static readonly Dictionary<string, RowColumn> Titles = new(StringComparer.Ordinal)
    {
        ["subj"] = RowColumn.Subject,
        ["subject"] = RowColumn.Subject,
        ["subjectid"] = RowColumn.Subject,
        ["mrn"] = RowColumn.MRN,
        [PatientName] = RowColumn.PatientName,
        ["dateofbirth"] = RowColumn.BirthDate,
        [PatientBirthDate] = RowColumn.BirthDate,
        ["birthdate"] = RowColumn.BirthDate,
        ["dob"] = RowColumn.BirthDate,
        ["ctdate"] = RowColumn.CTDate,
    };

    /// <summary>The form in which titles compare.</summary>
    public static string Fold(string title) => new string(title.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();

    /// <summary>The places of subject, MRN and CT date among the titles of a subject map; -1 for one that is not there.</summary>
    public static int[] FindSubjectMap(IReadOnlyList<string> titles)
    {
        var columns = Find(titles);
        return [IndexOf(RowColumn.Subject), IndexOf(RowColumn.MRN), IndexOf(RowColumn.CTDate)];

        int IndexOf(RowColumn column) => Array.IndexOf(columns, column);
    }

    /// <summary>What each column says; null for one that says nothing of a patient.</summary>
    /// <remarks>
    /// <c>PatientID</c> is the subject id, as in the lists of Dams's ancestors, but the MRN beside <c>subj</c> or <c>id</c>.
    /// <c>id</c> alone is the MRN, beside one it is the subject id, and nothing where other columns say both. Beside
    /// <c>SeriesInstanceUID</c> stands what was read of a series: there PatientID is the MRN, and <c>PatientName</c> and
    /// <c>PatientBirthDate</c>, written so, are no new ones.
    /// </remarks>
    internal static RowColumn?[] Find(IReadOnlyList<string> titles)
    {
        var folded = titles.Select(Fold).ToArray();
        var isSeries = folded.Contains(Series);
        var (hasSubject, hasMrn) = (Has(RowColumn.Subject), Has(RowColumn.MRN));
        var patientID = isSeries || ((hasSubject || folded.Contains(ID)) && !hasMrn) ? RowColumn.MRN : RowColumn.Subject;
        if (folded.Contains(PatientID))
            (hasSubject, hasMrn) = (hasSubject || patientID == RowColumn.Subject, hasMrn || patientID == RowColumn.MRN);
        RowColumn? id = !hasMrn ? RowColumn.MRN : !hasSubject ? RowColumn.Subject : null;
        return [.. folded.Select((title, i) => title switch
        {
            ID => id,
            PatientID => patientID,
            Series => RowColumn.Series,
            _ when FolderTitles.Contains(title) || ItemTitles.Contains(title) => RowColumn.Folders,
            PatientName or PatientBirthDate when isSeries && string.Equals(titles[i].Trim(), title, StringComparison.OrdinalIgnoreCase) => null,
            _ => Titles.TryGetValue(title, out var column) ? column : (RowColumn?)null,
        })];

        bool Has(RowColumn column) => Array.Exists(folded, title => Titles.TryGetValue(title, out var known) && known == column);
    }

    /// <summary>Whether a title is one of folders in a list, of which there may be several.</summary>
    internal static bool IsOfFolders(string title) => FolderTitles.Contains(Fold(title));

    /// <summary>Which of the names that an item of the file system has counts where each holds something: the lowest; -1 for other titles.</summary>
    internal static int RankOfItem(string title) => Array.IndexOf(ItemTitles, Fold(title));

    /// <summary>Whether a title is <c>id</c>, by which lists are often merely numbered.</summary>
    internal static bool IsID(string title) => Fold(title) == ID;
}
