using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>Checks what the subject map and the format of names give to the patients of a list, as if their rows gave it.</summary>
/// <remarks>A job for each patient by itself could not see that a value is another patient's.</remarks>
internal static class MappedSubjects
{
    /// <summary>The values that a row, the map or the format gives: the new PatientID and the new PatientName.</summary>
    public static IEnumerable<(Tag Tag, string Value)> ValuesOf(RowPlan plan, PlanOptions options)
    {
        var subject = plan.Given.SubjectID ?? SubjectOf(plan, options.SubjectMap);
        if (subject is not null)
            yield return (KnownTag.PatientID, subject);
        if (plan.Given.PatientName is { } name)
            yield return (KnownTag.PatientName, name);
        else if (options.PatientNameFormat != PatientNameFormat.Default)
            yield return (KnownTag.PatientName, new PatientNameFormat(options.PatientNameFormat).Format(subject ?? "", ""));
    }

    /// <summary>
    /// Refuses patients who would become one subject since a row gives the id that the map has for another, and those whom one
    /// line of the map fits.
    /// </summary>
    public static void RefuseShared(IReadOnlyList<RowPlan> plans, SubjectMap? map)
    {
        if (map is null)
            return;
        var mapped = plans.Where(plan => plan.Error is null && plan.Given.SubjectID is null && SubjectOf(plan, map) is not null).ToArray();
        var bySubject = mapped.ToLookup(plan => SubjectOf(plan, map)!, StringComparer.OrdinalIgnoreCase);
        foreach (var plan in plans.Where(plan => plan.Error is null && plan.Given.SubjectID is not null).ToArray())
        {
            foreach (var other in bySubject[plan.Given.SubjectID!].Where(other => !other.PatientOrRow.Equals(plan.PatientOrRow)))
            {
                plan.Refuse(PatientListErrors.SubjectOfTwoRows(other.Row.Label));
                other.Refuse(PatientListErrors.SubjectOfTwoRows(plan.Row.Label));
            }
        }
        foreach (var line in mapped.GroupBy(plan => map.MrnOf(plan.Patient!.Value.PatientID), StringComparer.Ordinal))
        {
            if (line.Select(plan => plan.Patient!.Value.PatientID).Distinct().Count() < 2)
                continue;
            foreach (var plan in line)
                plan.Refuse(SubjectErrors.LineOfTwoPatients());
        }
    }

    private static string? SubjectOf(RowPlan plan, SubjectMap? map) =>
        plan.Patient is { HasPatientID: true } patient ? map?.SubjectOf(patient.PatientID) : null;
}
