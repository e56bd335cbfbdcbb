using System.Collections.Generic;
using System.Linq;
using Dams.Identities;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>A row of a patient list while the plan is made.</summary>
internal sealed class RowPlan
{
    private static readonly GivenIdentity Nothing = new(null, null, null);

    /// <param name="index">Its place among all rows and folders.</param>
    public RowPlan(PatientListRow row, int index)
    {
        Row = row;
        Index = index;
        Error = row.Problem;
    }

    public PatientListRow Row { get; }

    public int Index { get; }

    /// <summary>The first thing that is wrong with it.</summary>
    public DamsException? Error { get; private set; }

    /// <summary>The outermost of the list's folders that hold those of the row.</summary>
    public List<FolderSummary> Folders { get; } = [];

    /// <summary>The series that it means in its folders.</summary>
    public IEnumerable<SeriesSummary> Series => Folders.SelectMany(folder => folder.Find(Row.Series));

    /// <summary>How the instances that it means call their patient.</summary>
    public IEnumerable<SourceIdentity> Identities => Series.SelectMany(series => series.Identities).Distinct();

    /// <summary>Who the patient is in the folders; null where they do not say.</summary>
    public PatientIdentity? Patient { get; set; }

    /// <summary>The patient; where the folders do not say who it is, the row, which stands for a patient of its own.</summary>
    public object PatientOrRow => Patient is { } patient ? patient : this;

    /// <summary>The new values, once their form is settled.</summary>
    public GivenIdentity Given { get; set; } = Nothing;

    public void Refuse(DamsException error) => Error ??= error;

    /// <summary>Whether two rows can be of one patient.</summary>
    public bool MayBeOnePatient(RowPlan other)
    {
        // Of one folder each may mean a series of its own.
        if (Row.Series is { } series && other.Row.Series is { } otherSeries && series != otherSeries)
            return true;
        if (Row.Subject is { } subject && other.Row.Subject is { } otherSubject)
            return subject.Text == otherSubject.Text;
        if (Row.MRN is { } mrn && other.Row.MRN is { } otherMrn)
            return mrn.Matches(otherMrn.Text);
        return Row.PatientName is null || other.Row.PatientName is null || Row.PatientName == other.Row.PatientName;
    }

    /// <summary>Makes one planned patient of the rows of one patient.</summary>
    /// <param name="subjects">Derives the subject; null where there is no key yet.</param>
    public static PlannedPatient Join(IReadOnlyList<RowPlan> rows, GivenIdentity given, SubjectResolver? subjects)
    {
        var folders = rows.SelectMany(row => row.Folders).Distinct().ToArray();
        var series = rows.SelectMany(row => row.Series).Distinct().ToArray();
        return new PlannedPatient(rows.Select(row => row.Row.Label).ToArray(), given)
        {
            DerivedSubject = rows[0].Patient is { IsUnknown: false } patient ? subjects?.SubjectOf(patient) ?? "" : "",
            Folders = folders.Select(folder => folder.Path).ToArray(),
            Series = rows.Any(row => row.Row.Series is not null) ? new HashSet<string>(series.Select(one => one.Uid)) : null,
            SeriesCount = series.Select(one => (one.Study, one.Uid)).Distinct().Count(),
            InstanceCount = series.Sum(one => one.InstanceCount),
            UnreadableCount = folders.Sum(folder => folder.UnreadableCount),
            Length = series.Sum(one => one.Length),
            Error = rows[0].Error,
        };
    }
}
