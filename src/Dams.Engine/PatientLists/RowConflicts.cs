using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>Finds the rows of a list that contradict each other.</summary>
internal static class RowConflicts
{
    /// <summary>Refuses the rows of several patients that claim one folder.</summary>
    public static void RefuseSharedFolder(IReadOnlyList<RowPlan> claimants) =>
        Refuse(claimants, (row, other) => !row.MayBeOnePatient(other), PatientListErrors.FolderOfTwoRows);

    /// <summary>Refuses rows that give one patient several sets of new values, or several patients one subject id.</summary>
    public static void RefuseContradictions(IReadOnlyList<RowPlan> plans)
    {
        foreach (var rows in GroupValid(plans, plan => plan.PatientOrRow))
            Refuse(rows, (row, other) => !Agree(row.Given, other.Given), PatientListErrors.RowsDisagree);
        foreach (var rows in GroupValid([.. plans.Where(plan => plan.Given.SubjectID is not null)], plan => plan.Given.SubjectID!.ToUpperInvariant()))
            Refuse(rows, (row, other) => !row.PatientOrRow.Equals(other.PatientOrRow), PatientListErrors.SubjectOfTwoRows);
    }

    /// <summary>
    /// Refuses the other rows of a patient of whom a row is wrong: what that row would have given them is not known.
    /// </summary>
    public static void RefuseRestOfPatients(IReadOnlyList<RowPlan> plans)
    {
        var refused = new Dictionary<object, RowLabel>();
        foreach (var plan in plans.Where(plan => plan.Error is not null))
            AddKeys(plan, refused);
        bool isFound;
        do
        {
            isFound = false;
            foreach (var plan in plans.Where(plan => plan.Error is null))
            {
                if (Keys(plan).FirstOrDefault(refused.ContainsKey) is not { } key)
                    continue;
                plan.Refuse(PatientListErrors.RestOfPatient(refused[key]));
                AddKeys(plan, refused);
                isFound = true;
            }
        }
        while (isFound);
    }

    /// <summary>Warns of studies whose instances name the patients of several rows; one without PatientID names none.</summary>
    public static void ReportSharedStudies(IReadOnlyList<RowPlan> plans, IRunListener listener)
    {
        var studies = new Dictionary<string, RowPlan>(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plan in plans.Where(plan => plan.Patient is { HasPatientID: true }))
        {
            foreach (var study in plan.Series.Select(series => series.Study).Distinct().Where(study => study.Length > 0))
            {
                if (!studies.TryGetValue(study, out var first))
                    studies.Add(study, plan);
                else if (first.Patient!.Value.PatientID != plan.Patient!.Value.PatientID && told.Add(study))
                    listener.Warn(Warnings.StudyOfTwoPatients($"{first.Row}", plan.Row.Label.Inner));
            }
        }
    }

    private static void AddKeys(RowPlan plan, Dictionary<object, RowLabel> refused)
    {
        // Where the images say who the patient is, an id that is wrong does not speak for another.
        foreach (var key in plan.Patient is { } patient ? [patient] : Keys(plan))
        {
            if (!refused.ContainsKey(key))
                refused.Add(key, plan.Row.Label);
        }
    }

    /// <summary>The keys by which a row is recognised as one of the same patient as another row.</summary>
    private static IEnumerable<object> Keys(RowPlan plan)
    {
        if (plan.Patient is { } patient)
            yield return patient;
        if (plan.Row.Subject is { } subject)
            yield return (RowColumn.Subject, subject.Text.ToUpperInvariant());
        if (plan.Row.MRN is { } mrn)
            yield return (RowColumn.MRN, mrn.Normalized);
    }

    private static List<RowPlan>[] GroupValid<TKey>(IReadOnlyList<RowPlan> plans, Func<RowPlan, TKey> key) =>
        [.. plans.Where(plan => plan.Error is null).GroupBy(key).Select(group => group.ToList())];

    private static void Refuse(IReadOnlyList<RowPlan> rows, Func<RowPlan, RowPlan, bool> contradict, Func<RowLabel, DamsException> error)
    {
        foreach (var row in rows)
        {
            if (rows.FirstOrDefault(other => contradict(row, other)) is { } other)
                row.Refuse(error(other.Row.Label));
        }
    }

    private static bool Agree(GivenIdentity one, GivenIdentity other) =>
        Agree(one.SubjectID, other.SubjectID) && Agree(one.PatientName, other.PatientName)
        && Agree(one.PatientBirthDate, other.PatientBirthDate);

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;
}
