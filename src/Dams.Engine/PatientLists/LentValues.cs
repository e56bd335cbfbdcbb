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
    private const int DaysOfALife = 25_000;
    private const int MoreThanChance = 10;

    /// <summary>Refuses them.</summary>
    public static void Refuse(IReadOnlyList<RowPlan> plans, PlanOptions options)
    {
        RefuseNamesAndIds(plans, options);
        RefuseBirthDates(plans);
    }

    private static void RefuseNamesAndIds(IReadOnlyList<RowPlan> plans, PlanOptions options)
    {
        var patients = new IdentityValues();
        var given = new HashSet<string>(plans.Select(plan => plan.Given.SubjectID).OfType<string>(), StringComparer.Ordinal);
        foreach (var own in plans.SelectMany(plan => plan.Folders).Distinct().SelectMany(folder => folder.Find(null))
            .SelectMany(series => series.Identities).Where(own => !own.IsRemoved).Distinct())
            patients.Add(own.PatientID, own.PatientName);
        // Of a patient whose folders cannot be read the list may say the number, unless it is the pseudonym of an earlier run.
        foreach (var mrn in plans.Select(plan => plan.Row.MRN).OfType<ListID>().Where(mrn => !given.Contains(mrn.Text)))
            patients.Add(mrn.Text, "");
        foreach (var plan in plans.Where(plan => plan.Error is null))
        {
            try
            {
                foreach (var (tag, value) in MappedSubjects.ValuesOf(plan, options))
                {
                    if (patients.AreIn(value) && !IsOwnPseudonym(plan, value))
                        throw IdentityErrors.GivenValueIsPatients(tag);
                }
            }
            catch (DamsException e) when (e.Scope == ErrorScope.File)
            {
                plan.Refuse(e);
            }
        }
    }

    /// <summary>
    /// Refuses rows with birth dates of other patients where rows carry each other's, or where there are more of them than come
    /// by chance: in a long list one row alone may have that of another patient, since there are not so many days.
    /// </summary>
    private static void RefuseBirthDates(IReadOnlyList<RowPlan> plans)
    {
        var own = new HashSet<string>(plans.SelectMany(OwnDays), StringComparer.Ordinal);
        var given = plans.Where(plan => GivenDay(plan) is not null).ToArray();
        var lent = given.Where(plan => own.Contains(GivenDay(plan)!) && !OwnDays(plan).Contains(GivenDay(plan)!)).ToList();
        var byChance = (double)given.Length * own.Count / DaysOfALife;
        foreach (var plan in lent.Count > MoreThanChance * byChance ? lent : FindExchanged(lent))
            plan.Refuse(IdentityErrors.GivenValueIsPatients(KnownTag.PatientBirthDate));
    }

    /// <summary>Those of some rows that carry each other's birth dates, in however long a round.</summary>
    private static List<RowPlan> FindExchanged(List<RowPlan> lent)
    {
        for (var before = -1; before != lent.Count;)
        {
            before = lent.Count;
            var given = new HashSet<string>(lent.Select(plan => GivenDay(plan)!), StringComparer.Ordinal);
            var own = new HashSet<string>(lent.SelectMany(OwnDays), StringComparer.Ordinal);
            lent = lent.FindAll(plan => own.Contains(GivenDay(plan)!) && OwnDays(plan).Any(given.Contains));
        }
        return lent;
    }

    private static string? GivenDay(RowPlan plan) => DayOf(plan.Row.BirthDate ?? "");

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
