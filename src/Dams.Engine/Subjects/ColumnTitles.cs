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
    private const string ID = "id", PatientID = "patientid";

    // The first that holds something wins: a row of Get-ChildItem has several of them.
    private static readonly string[] FolderTitles =
        ["patientdirpaths", "patientdirpath", "literalpath", "lp", "paths", "path", "fullname", "pspath"];

    private static readonly Dictionary<string, RowColumn> Titles = new(StringComparer.Ordinal)
    {
        ["subj"] = RowColumn.Subject,
        ["subject"] = RowColumn.Subject,
        ["subjectid"] = RowColumn.Subject,
        ["mrn"] = RowColumn.MRN,
        ["patientname"] = RowColumn.PatientName,
        ["dateofbirth"] = RowColumn.BirthDate,
        ["patientbirthdate"] = RowColumn.BirthDate,
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
    /// <c>id</c> alone is the MRN, beside one it is the subject id, and nothing where other columns say both.
    /// </remarks>
    internal static RowColumn?[] Find(IReadOnlyList<string> titles)
    {
        var folded = titles.Select(Fold).ToArray();
        var (hasSubject, hasMrn) = (Has(RowColumn.Subject), Has(RowColumn.MRN));
        var patientID = (hasSubject || folded.Contains(ID)) && !hasMrn ? RowColumn.MRN : RowColumn.Subject;
        if (folded.Contains(PatientID))
            (hasSubject, hasMrn) = (hasSubject || patientID == RowColumn.Subject, hasMrn || patientID == RowColumn.MRN);
        RowColumn? id = !hasMrn ? RowColumn.MRN : !hasSubject ? RowColumn.Subject : null;
        return Array.ConvertAll(folded, title => title switch
        {
            ID => id,
            PatientID => patientID,
            _ when FolderTitles.Contains(title) => RowColumn.Folders,
            _ => Titles.TryGetValue(title, out var column) ? column : (RowColumn?)null,
        });

        bool Has(RowColumn column) => Array.Exists(folded, title => Titles.TryGetValue(title, out var known) && known == column);
    }

    /// <summary>Which of several columns of folders counts where each holds something: the lowest.</summary>
    internal static int RankOfFolders(string title) => Array.IndexOf(FolderTitles, Fold(title));

    /// <summary>Whether a title is <c>id</c>, by which lists are often merely numbered.</summary>
    internal static bool IsID(string title) => Fold(title) == ID;
}
