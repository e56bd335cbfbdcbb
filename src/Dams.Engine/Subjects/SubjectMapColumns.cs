using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams;

/// <summary>The titles that the columns of a subject map go by; case and signs between letters do not matter.</summary>
public static class SubjectMapColumns
{
    private static readonly string[][] Titles = [["subj", "subject", "subjectid", "id"], ["mrn", "patientid"], ["ctdate"]];

    /// <summary>The places of subject, MRN and CT date among titles; -1 for one that is not there.</summary>
    public static int[] Find(IReadOnlyList<string> titles)
    {
        var plain = titles.Select(ColumnTitle.Fold).ToArray();
        return Array.ConvertAll(Titles, known => Array.FindIndex(plain, known.Contains));
    }
}
