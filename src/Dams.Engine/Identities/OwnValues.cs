using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning;
using Dams.Cleaning.Dates;
using Dams.Dicom.Dictionary;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Refuses new values that say who their patient is: in any writing, as a part, or by the day of his birth.</summary>
internal static class OwnValues
{
    private const int ShortestNumber = 4;

    /// <summary>Refuses a new PatientID or PatientName that identifies its patient.</summary>
    /// <param name="subject">The new PatientID; null where it is not to be looked at.</param>
    /// <param name="name">The new PatientName; null where it is not to be looked at.</param>
    /// <param name="own">How the patient is called in the source.</param>
    /// <param name="more">What else is known of the patient.</param>
    /// <exception cref="DamsException">It does.</exception>
    public static void Refuse(string? subject, string? name, SourceIdentity own, KnownValues? more)
    {
        // The pseudonym of an earlier run may be given again.
        if (own.IsRemoved || (subject ?? name) is null)
            return;
        var whole = new IdentityValues(isOfOne: true);
        whole.Add(own.PatientID, own.PatientName);
        var known = KnownOf(own, more);
        var cleaner = new TextCleaner(known, shift: null, keepsDates: true);
        foreach (var (tag, value) in new[] { (KnownTag.PatientID, subject), (KnownTag.PatientName, name) })
        {
            if (value is not null && (whole.AreIn(value) || HasNumber(value, own.PatientID) || HasBirthDate(value, known.BirthDates)
                || cleaner.FindKnown(value).Any(finding => finding.Kind is FindingKind.Name or FindingKind.Identifier)))
            {
                throw IdentityErrors.GivenValueIsPatients(tag);
            }
        }
    }

    private static KnownValues KnownOf(SourceIdentity own, KnownValues? more)
    {
        var known = new KnownValues();
        known.Add(
        [
            new KnownValue(KnownValueKind.Name, own.PatientName),
            new KnownValue(KnownValueKind.Identifier, own.PatientID),
            new KnownValue(KnownValueKind.BirthDate, own.PatientBirthDate),
        ]);
        if (more is not null)
            known.Add(more);
        return known;
    }

    // A letter is put in front of a number without a separator too: "P4711".
    private static bool HasNumber(string value, string patientID)
    {
        var number = DecimalDigits.ToAscii(patientID).TrimStart('0');
        return number.Length >= ShortestNumber && number.All(IsDigit)
            && Regex.Matches(DecimalDigits.ToAscii(value), "[0-9]+").Cast<Match>().Any(run => run.Value.TrimStart('0') == number);

        static bool IsDigit(char character) => character is >= '0' and <= '9';
    }

    /// <summary>Whether a value holds the whole of a birth date.</summary>
    /// <param name="birthDates">As DA writes them.</param>
    public static bool HasBirthDate(string value, IEnumerable<string> birthDates)
    {
        var days = new KnownValues();
        days.Add(birthDates.Where(IsWholeDay).Select(text => new KnownValue(KnownValueKind.BirthDate, text)));
        if (days.Count == 0)
            return false;
        var texts = new HashSet<string>(days.BirthDates.Select(text => DicomDate.TryParse(text, out var day) ? DicomDate.Format(day) : text), StringComparer.Ordinal);
        return HasDigitsOf(value, texts.Contains)
            || new DateDetector(shift: null, keeps: true, days, onlyKnown: true).Find(new TokenizedText(value)).Any();
    }

    /// <summary>Whether the digits of a value hold those of a birth date, in one of the orders in which people write them.</summary>
    /// <param name="isBirthDate">Says it of a day as DA writes it.</param>
    public static bool HasDigitsOf(string value, Func<string, bool> isBirthDate)
    {
        const int length = 8;
        var digits = new string(DecimalDigits.ToAscii(value).Where(character => character is >= '0' and <= '9').ToArray());
        for (var i = 0; i + length <= digits.Length; i++)
        {
            var (first, second, last) = (digits.Substring(i, 2), digits.Substring(i + 2, 2), digits.Substring(i + 4, 4));
            if (new[] { digits.Substring(i, length), last + second + first, last + first + second }.Any(day => IsWholeDay(day) && isBirthDate(day)))
                return true;
        }
        return false;
    }

    // Of the first of January the year alone may be known, and a year is no birth date.
    private static bool IsWholeDay(string text) => DicomDate.TryParse(text, out var day) && day is not { Month: 1, Day: 1 };
}
