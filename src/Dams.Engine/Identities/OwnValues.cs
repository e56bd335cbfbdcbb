using System;
using System.Linq;
using Dams.Cleaning;
using Dams.Cleaning.Dates;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Refuses new values that say who their patient is: in any writing, as a part, or by the day of his birth.</summary>
internal static class OwnValues
{
    /// <summary>Refuses a new PatientID or PatientName that identifies its patient.</summary>
    /// <param name="tag">What it is to be.</param>
    /// <param name="own">How the patient is called in the source.</param>
    /// <param name="more">What else is known of the patient.</param>
    /// <exception cref="DamsException">It does.</exception>
    public static void Refuse(Tag tag, string value, SourceIdentity own, KnownValues? more)
    {
        // The pseudonym of an earlier run may be given again.
        if (!own.IsRemoved && AreIn(value, own, more))
            throw IdentityErrors.GivenValueIsPatients(tag);
    }

    private static bool AreIn(string value, SourceIdentity own, KnownValues? more)
    {
        var whole = new IdentityValues(isOfOne: true);
        whole.Add(own.PatientID, own.PatientName);
        if (whole.AreIn(value))
            return true;
        var known = new KnownValues();
        known.Add(
        [
            new KnownValue(KnownValueKind.Name, own.PatientName),
            new KnownValue(KnownValueKind.Identifier, own.PatientID),
            new KnownValue(KnownValueKind.BirthDate, own.PatientBirthDate),
        ]);
        if (more is not null)
            known.Add(more);
        return HasBirthDate(value, known)
            || new TextCleaner(known, shift: null, keepsDates: true).FindKnown(value).Any(finding => finding.Kind is FindingKind.Name or FindingKind.Identifier);
    }

    private static bool HasBirthDate(string value, KnownValues known)
    {
        var days = new KnownValues();
        // Of the first of January the year alone may be known, and a year is no birth date.
        days.Add(known.BirthDates.Where(text => DicomDate.TryParse(text, out var day) && day is not { Month: 1, Day: 1 })
            .Select(text => new KnownValue(KnownValueKind.BirthDate, text)));
        if (days.Count == 0)
            return false;
        var digits = new string(DecimalDigits.ToAscii(value).Where(character => character is >= '0' and <= '9').ToArray());
        return days.BirthDates.Any(text => DicomDate.TryParse(text, out var day) && FormsOf(day).Any(form => digits.IndexOf(form, StringComparison.Ordinal) >= 0))
            || new DateDetector(shift: null, keeps: true, days, onlyKnown: true).Find(new TokenizedText(value)).Any();
    }

    /// <summary>The digits of a day in the orders in which people write them.</summary>
    private static string[] FormsOf(DateTime day) =>
        Array.ConvertAll(["yyyyMMdd", "ddMMyyyy", "MMddyyyy"], form => day.ToString(form, System.Globalization.CultureInfo.InvariantCulture));
}
