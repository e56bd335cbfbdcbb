using System.Collections.Generic;
using System.Linq;
using Dams.Files;
using Dams.Identities;
using Dams.Protection.Destination;
using Dams.Subjects;

namespace Dams;

/// <summary>Tells what a run over some series would do, patient by patient; nothing is written.</summary>
public static class SeriesPlanner
{
    /// <summary>The patients, in the order of their first series.</summary>
    /// <param name="series">The series, and what the user gives for the patient of each.</param>
    /// <param name="options">What the run would be asked to do.</param>
    /// <param name="isKeyKnown">Whether the subjects that the key makes are those of the run; else they are left out.</param>
    /// <exception cref="DamsException">The destination or the backup lies where it may not.</exception>
    public static IReadOnlyList<PlannedPatient> Plan(
        IReadOnlyList<(DicomSeries Series, GivenIdentity Given)> series, ProtectionOptions options, bool isKeyKnown, RunContext context)
    {
        var registry = new PatientRegistry(options);
        registry.Expect(series.Select(one => one.Series));
        var resolver = new SubjectResolver(options);
        var patients = new Dictionary<PatientIdentity, List<PlannedSeries>>();
        foreach (var (one, given) in series)
        {
            OverlappingFolders.Refuse(one, options);
            var patient = resolver.IdentityOf(one);
            if (!patients.TryGetValue(patient, out var planned))
                patients.Add(patient, planned = []);
            var isGiven = given.SubjectID is not null || resolver.MappedSubjectOf(patient) is not null;
            planned.Add(Assign(one, given, registry, options, isGiven || isKeyKnown, context));
        }
        return [.. patients.Values.Select(Join)];
    }

    private static PlannedSeries Assign(
        DicomSeries series, GivenIdentity given, PatientRegistry registry, ProtectionOptions options, bool isSubjectKnown, RunContext context)
    {
        try
        {
            var subject = registry.Assign(series, given, context.Listener);
            var own = new SourceIdentity(series.PatientID, series.PatientName, series.PatientBirthDate, series.IsIdentityRemoved);
            OwnValues.Refuse(given.SubjectID is not null || options.SubjectMap is not null ? subject : null, given.PatientName, own, series.Known);
            return new PlannedSeries(series, given, isSubjectKnown ? subject : "", null);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            return new PlannedSeries(series, given, "", e);
        }
    }

    private static PlannedPatient Join(List<PlannedSeries> series)
    {
        var first = series.FirstOrDefault(one => one.Error is not null) ?? series[0];
        return new PlannedPatient([], first.Given)
        {
            Folders = [CommonFolder.Find([.. series.SelectMany(one => one.Series.Files)])],
            DerivedSubject = first.Subject,
            SeriesCount = series.Count,
            InstanceCount = series.Sum(one => one.Series.InstanceCount),
            Length = series.Sum(one => one.Series.Length),
            Error = first.Error,
        };
    }

    private sealed record PlannedSeries(DicomSeries Series, GivenIdentity Given, string Subject, DamsException? Error);
}
