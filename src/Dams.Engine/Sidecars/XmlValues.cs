using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
using Dams.Profiles;
using Dams.Sidecars.Plans;
using Dams.Subjects;

namespace Dams.Sidecars;

/// <summary>What the values of one patient's XML become.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class XmlValues
{
    private static readonly Regex Day = new(@"(?<!\d)(18|19|20)\d\d-\d\d-\d\d(?!\d)", RegexOptions.CultureInvariant);

    // A version of a program has four numbers; a UID that somebody gave to an image has more.
    private const int FewestParts = 6;

    private readonly Profile _profile;
    private readonly ProtectionKey _key;
    private readonly SidecarPatient _patient;
    private readonly RepairedSeriesMap _repaired;
    private readonly UidMap _uids;
    private readonly TextCleaner _cleaner;
    private readonly Lazy<DateShift> _shift;

    public XmlValues(Profile profile, ProtectionKey key, SidecarPatient patient, RepairedSeriesMap repaired, TextRecognizer? recognizer = null)
    {
        _profile = profile;
        _key = key;
        _patient = patient;
        _repaired = repaired;
        _uids = new UidMap(key);
        _shift = new Lazy<DateShift>(() => DateShift.ForSubject(key, patient.Identity.Subject));
        var known = patient.Known.WithoutKept(profile.Has);
        _cleaner = new TextCleaner(known, profile.ShiftsDates ? _shift.Value : null, profile.KeepsDates, recognizer: recognizer);
    }

    /// <summary>The new PatientID.</summary>
    public string Subject => _patient.Identity.Subject;

    /// <summary>The new PatientName.</summary>
    public string Name => _patient.Identity.PatientName;

    /// <summary>Whether a text holds what is known of the patient, or a date that does not stay.</summary>
    public bool Identifies(string text) => _cleaner.FindKnownAndDates(text).Count > 0;

    /// <summary>A text that no rule is about: without what is known of the patient, with dates and UIDs as the profile has them.</summary>
    public string Clean(string value) => CleanOrMark(() => _cleaner.CleanKnownAndDates(UidForm.Pattern.Replace(value, match =>
        match.Value.Split('.').Length >= FewestParts || _patient.Uids.Contains(match.Value) ? NewUid(match.Value) : match.Value)));

    /// <summary>A text without anything that identifies by its shape or place either.</summary>
    public string CleanAll(string value) => CleanOrMark(() => _cleaner.Clean(value, int.MaxValue));

    /// <summary>The UID of a series, as the images have it.</summary>
    public string NewUid(string uid) => InstanceDeidentifier.NewUid(_profile, _uids, KnownTag.SeriesInstanceUID, uid);

    /// <summary>A UID that a rule asks to replace whatever the profile says.</summary>
    public string MapUid(string uid) => _uids.Map(uid);

    /// <summary>The UID of a mask series: after its repair, which may have come before the images were protected or after.</summary>
    /// <param name="planFolder">The folder of the XML.</param>
    /// <param name="place">Where the XML says that the masks are.</param>
    public string NewSegmentationUid(string uid, string planFolder, PlanPath place)
    {
        var mapped = NewUid(uid);
        var repaired = _repaired.FindByPlace(planFolder, place) ?? _repaired.FindByUid(uid);
        if (repaired is not null && (mapped == uid || repaired.OldSeriesInstanceUID != mapped))
            return NewUid(repaired.SeriesInstanceUID);
        return repaired?.SeriesInstanceUID ?? _repaired.FindByUid(mapped)?.SeriesInstanceUID ?? mapped;
    }

    /// <summary>The time of a recording. Where dates are removed, equal first words stay equal and mean nothing.</summary>
    public string NewTime(string time)
    {
        if (_profile.KeepsDates)
            return time;
        var shifted = _profile.ShiftsDates ? Day.Replace(time, match => Shifted(match.Value) ?? "") : time;
        return shifted != time ? shifted : Letters(Hash($"time\0{Subject}\0{PlanFile.FirstTime(time)}", 8));
    }

    /// <summary>A birth date as YYYY-MM-DD, or as the profile treats PatientBirthDate.</summary>
    public string NewBirthDate(string date)
    {
        var days = BirthDays(date).ToArray();
        if (_patient.Identity.PatientBirthDate is { } given && DicomDate.TryParse(given, out var day) && !days.Contains(day))
            return Iso(day);
        var rule = _profile.RuleFor(KnownTag.PatientBirthDate, Vr.DA);
        if (rule.Replacement is not null)
            return rule.Replacement;
        if (_profile.KeepsBirthYear)
            return days.Length > 0 ? Iso(new DateTime(days[0].Year, 1, 1)) : "";
        return rule.Action switch
        {
            RuleAction.Keep => date,
            RuleAction.Shift => Shift(date),
            RuleAction.Hash => Hash(date),
            _ => "",
        };
    }

    /// <summary>A date moved by the days of the patient; nothing where it cannot be.</summary>
    public string Shift(string value)
    {
        if (_shift.Value.Shift(value) is { } shifted)
            return shifted;
        var text = Day.Replace(value, match => Shifted(match.Value) ?? "");
        return text != value ? text : "";
    }

    /// <summary>Sixteen hexadecimal digits that the key makes of a value.</summary>
    public string Hash(string value) => Hash("hash\0" + value, 16);

    /// <summary>The days that a birth date can mean: in figures, day and month may have changed places.</summary>
    public static IEnumerable<DateTime> BirthDays(string text)
    {
        // Logs put an underscore before the time, and some know the year alone.
        text = text.Trim().Split('_')[0];
        if (DateTime.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            return [year];
        return BirthDate.DaysOf(text) is { Count: > 0 } days ? days : BirthDate.DaysOf(text.Split(' ', 'T')[0]);
    }

    /// <summary>The first hexadecimal digits of what the key makes of a message.</summary>
    public string Hash(string message, int length) => Hash(Encoding.UTF8.GetBytes(message), length);

    /// <summary>The first hexadecimal digits of what the key makes of a message.</summary>
    public string Hash(byte[] message, int length) =>
        BitConverter.ToString(_key.Derive(message)).Replace("-", "").Substring(0, length).ToLowerInvariant();

    // Figures alone would look like a number of somebody.
    private static string Letters(string hexadecimal) =>
        new([.. hexadecimal.Select(digit => (char)(digit <= '9' ? digit - '0' + 'g' : digit))]);

    private string? Shifted(string iso) => _shift.Value.Shift(iso.Replace("-", "")) is { } moved && DicomDate.TryParse(moved, out var day) ? Iso(day) : null;

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What cannot be cleaned in time does not stay.</summary>
    private static string CleanOrMark(Func<string> clean)
    {
        try
        {
            return clean();
        }
        catch (RegexMatchTimeoutException)
        {
            return TextCleaner.Marker;
        }
    }
}
