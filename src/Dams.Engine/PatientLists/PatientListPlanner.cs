using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Identities;
using Dams.PatientLists;
using Dams.Subjects;

namespace Dams;

/// <summary>Checks a whole patient list against the folders that it names, before anything is written.</summary>
/// <remarks>Reads headers only. Memory: the rows, and for each patient what one of his series says of itself.</remarks>
public static class PatientListPlanner
{
    /// <summary>
    /// The patients of a list, in the order of their first rows. Rows of one patient are joined; a row with which
    /// something is wrong stands alone.
    /// </summary>
    /// <exception cref="DamsException">The destination lies in a folder of the list.</exception>
    public static IReadOnlyList<PlannedPatient> Plan(
        IReadOnlyList<PatientListRow> rows, PlanOptions options, RunContext context)
    {
        var plans = rows.Select(row => new RowPlan(row)).ToArray();
        var claims = new FolderClaims();
        foreach (var plan in plans)
            claims.Add(plan);
        var folders = claims.FindOutermost().ToArray();
        foreach (var (folder, claimants) in folders)
        {
            if (options.Destination is { } destination && Directory.Exists(folder.Path))
                OutputPlace.RefuseInside(Path.GetFullPath(destination), [folder.Path]);
            foreach (var row in claimants)
                row.Folders.Add(folder);
            RowConflicts.RefuseSharedFolder(claimants);
        }
        FolderReader.Read([.. folders.Select(folder => folder.Folder)], options.IgnoreIssuer, context);
        foreach (var plan in plans)
            ResolvePatient(plan, options);
        RowConflicts.RefuseContradictions(plans);
        RowConflicts.RefuseRestOfPatients(plans);
        return Join(plans);
    }

    /// <summary>The plan with the values that the user gives beside the list, which win: they are for one patient.</summary>
    public static IReadOnlyList<PlannedPatient> Give(IReadOnlyList<PlannedPatient> plan, GivenIdentity given)
    {
        if (given.IsEmpty)
            return plan;
        var isOne = plan.Count(patient => patient.Error is null) == 1;
        return [.. plan.Select(patient => patient.Error is not null ? patient
            : isOne ? patient with { Given = given.WithDefaults(patient.Given) }
            : patient with { Error = IdentityErrors.SeveralPatients() })];
    }

    private static void ResolvePatient(RowPlan plan, PlanOptions options)
    {
        var patients = PatientsOf(plan.Folders.SelectMany(folder => folder.Patients).Distinct().ToArray());
        try
        {
            if (patients.Length == 0 && !options.AllowsNoInstances)
                throw PatientListErrors.NoInstances();
            if (patients.Length > 1)
                throw PatientListErrors.FolderOfSeveralPatients();
            plan.Patient = patients.Length == 0 ? null : patients[0];
            if (plan.Error is not null)
                return;
            var own = plan.Folders.SelectMany(folder => folder.Identities).Distinct().ToArray();
            plan.Given = GivenValues.Resolve(plan.Row, own, options.IdWidth);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            plan.Refuse(e);
        }
    }

    // An instance without PatientID is of the one patient of its study.
    private static PatientIdentity[] PatientsOf(IReadOnlyCollection<(string Study, PatientIdentity Patient)> found)
    {
        var named = found.Where(one => one.Patient.HasPatientID).ToLookup(one => one.Study, one => one.Patient);
        return [.. found.Select(one => one.Patient.HasPatientID ? one.Patient
            : StudyPatients.Sole(named[one.Study], ignoresIssuer: false) ?? one.Patient).Distinct()];
    }

    private static PlannedPatient[] Join(RowPlan[] plans)
    {
        var patients = plans.Where(plan => plan.Error is null).GroupBy(plan => plan.PatientOrRow)
            .Select(rows => RowPlan.Join([.. rows], Merge([.. rows])));
        var refused = plans.Where(plan => plan.Error is not null).Select(plan => RowPlan.Join([plan], plan.Given));
        return [.. patients.Concat(refused).OrderBy(patient => patient.Rows[0])];
    }

    private static GivenIdentity Merge(RowPlan[] rows)
    {
        string? First(Func<GivenIdentity, string?> value) => rows.Select(row => value(row.Given)).FirstOrDefault(given => given is not null);
        return new GivenIdentity(First(given => given.SubjectID), First(given => given.PatientName), First(given => given.PatientBirthDate));
    }
}
