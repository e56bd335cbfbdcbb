using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Identities;
using Dams.Subjects;

namespace Dams.PatientLists;

/// <summary>
/// Finds rows whose new values are those of other patients of the list, as where a column was sorted by itself or its cells
/// have slipped by a row.
/// </summary>
internal static class LentValues
{
    /// <summary>Refuses them.</summary>
    public static void Refuse(IReadOnlyList<RowPlan> plans)
    {
        RefuseNamesAndIds(plans);
        RefuseBirthDates(plans);
    }

    private static void RefuseNamesAndIds(IReadOnlyList<RowPlan> plans)
    {
        var patients = new IdentityValues();
        foreach (var own in plans.SelectMany(plan => plan.Folders).Distinct().SelectMany(folder => folder.Find(null))
            .SelectMany(series => series.Identities).Where(own => !own.IsRemoved).Distinct())
            patients.Add(own.PatientID, own.PatientName);
        foreach (var plan in plans.Where(plan => plan.Error is null))
        {
            foreach (var (tag, value) in new[] { (KnownTag.PatientID, plan.Given.SubjectID), (KnownTag.PatientName, plan.Given.PatientName) })
            {
                if (value is not null && patients.AreIn(value) && !IsOwnPseudonym(plan, value))
                    plan.Refuse(IdentityErrors.GivenValueIsPatients(tag));
            }
        }
    }

    /// <summary>
    /// Refuses rows that carry each other's birth dates. One row alone may have that of another patient by chance: there are
    /// fewer days than patients.
    /// </summary>
    private static void RefuseBirthDates(IReadOnlyList<RowPlan> plans)
    {
        var left = plans.Where(plan => plan.Error is null && GivenDay(plan) is { } day && !OwnDays(plan).Contains(day)).ToList();
        for (var before = -1; before != left.Count;)
        {
            before = left.Count;
            var given = new HashSet<string>(left.Select(plan => GivenDay(plan)!), StringComparer.Ordinal);
            var own = new HashSet<string>(left.SelectMany(OwnDays), StringComparer.Ordinal);
            left = left.FindAll(plan => own.Contains(GivenDay(plan)!) && OwnDays(plan).Any(given.Contains));
        }
        foreach (var plan in left)
            plan.Refuse(IdentityErrors.GivenValueIsPatients(KnownTag.PatientBirthDate));
    }

    private static string? GivenDay(RowPlan plan) => DayOf(plan.Given.PatientBirthDate ?? "");

    private static HashSet<string> OwnDays(RowPlan plan) =>
        new(IdentitiesOf(plan).Select(own => DayOf(own.PatientBirthDate)).OfType<string>(), StringComparer.Ordinal);

    // Of the first of January the year alone is known.
    private static string? DayOf(string text) =>
        DicomDate.TryParse(text, out var day) && day is not { Month: 1, Day: 1 } ? DicomDate.Format(day) : null;

    private static IEnumerable<SourceIdentity> IdentitiesOf(RowPlan plan) => plan.Identities.Where(own => !own.IsRemoved);

    /// <summary>Whether the images of the row have a value already, since they were de-identified before.</summary>
    private static bool IsOwnPseudonym(RowPlan plan, string value) =>
        plan.Identities.Any(own => own.IsRemoved && (own.PatientID == value || own.PatientName == value));
}
