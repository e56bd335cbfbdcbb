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
        var plans = rows.Select((row, i) => new RowPlan(row, i)).ToArray();
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
        LentValues.Refuse(plans, options);
        MappedSubjects.RefuseShared(plans, options.SubjectMap);
        RowConflicts.RefuseContradictions(plans);
        RowConflicts.RefuseRestOfPatients(plans);
        foreach (var plan in plans.Where(plan => options.IsValidation || plan.Error is not null))
            ReportLinks(plan, context.Listener);
        RowConflicts.ReportSharedStudies(plans, context.Listener);
        return Join(plans, options.Identities is { } identities ? ResolverOf(plans, identities) : null);
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

    private static SubjectResolver ResolverOf(RowPlan[] plans, IdentityOptions identities)
    {
        var resolver = new SubjectResolver(identities);
        resolver.KnowOriginals(plans.SelectMany(plan => plan.Identities).Where(own => !own.IsRemoved).Select(own => own.PatientID));
        return resolver;
    }

    // Of the other patients, the run does.
    private static void ReportLinks(RowPlan plan, IRunListener listener)
    {
        if (plan.Folders.Sum(folder => folder.LinkCount) is > 0 and var count && Warnings.LinkedFolders(count) is var warning)
            listener.Warn(warning with { Message = $"{plan.Row}: {warning.Message}" });
    }

    private static void ResolvePatient(RowPlan plan, PlanOptions options)
    {
        var patients = PatientsOf(plan);
        try
        {
            if (patients.Length == 0 && plan.Row.Series is not null && plan.Folders.Exists(folder => folder.Find(null).Any()))
                throw PatientListErrors.SeriesNotInFolders();
            if (patients.Length == 0 && !options.AllowsNoInstances)
                throw PatientListErrors.NoInstances();
            if (patients.Length > 1)
                throw PatientListErrors.FolderOfSeveralPatients();
            plan.Patient = patients.Length == 0 ? null : patients[0];
            if (plan.Error is not null)
                return;
            plan.Given = GivenValues.Resolve(plan.Row, [.. plan.Identities], options.IdWidth);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            plan.Refuse(e);
        }
    }

    // An instance without PatientID is of the one patient of its study.
    private static PatientIdentity[] PatientsOf(RowPlan plan)
    {
        var named = plan.Folders.SelectMany(folder => folder.Find(null))
            .SelectMany(series => series.Patients.Where(patient => patient.HasPatientID).Select(patient => (series.Study, Patient: patient))).Distinct()
            .ToLookup(one => one.Study, one => one.Patient);
        return [.. plan.Series.SelectMany(series => series.Patients.Select(patient => patient.HasPatientID ? patient
            : StudyPatients.Sole(named[series.Study], ignoresIssuer: false) ?? patient)).Distinct()];
    }

    private static PlannedPatient[] Join(RowPlan[] plans, SubjectResolver? subjects)
    {
        var patients = plans.Where(plan => plan.Error is null).GroupBy(plan => plan.PatientOrRow)
            .Select(rows => (rows.First().Index, Patient: RowPlan.Join([.. rows], Merge([.. rows]), subjects)));
        var refused = plans.Where(plan => plan.Error is not null).Select(plan => (plan.Index, Patient: RowPlan.Join([plan], plan.Given, subjects)));
        return [.. patients.Concat(refused).OrderBy(planned => planned.Index).Select(planned => planned.Patient)];
    }

    private static GivenIdentity Merge(RowPlan[] rows)
    {
        string? First(Func<GivenIdentity, string?> value) => rows.Select(row => value(row.Given)).FirstOrDefault(given => given is not null);
        return new GivenIdentity(First(given => given.SubjectID), First(given => given.PatientName), First(given => given.PatientBirthDate));
    }
}
