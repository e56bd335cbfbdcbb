using System;
using System.Linq;
using Dams.Cleaning;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Makes the pseudonym of one instance: a function of the instance, its subject and the key alone.</summary>
internal sealed class Pseudonyms
{
    private readonly IdentityOptions _options;
    private readonly PatientNameFormat _format;
    private readonly bool _namesAreDerived;
    private (string Subject, string Date, string Name) _last = ("", "", "");

    /// <param name="nameFormat">How a new name is made that is not given.</param>
    public Pseudonyms(IdentityOptions options, string nameFormat)
    {
        _options = options;
        _namesAreDerived = nameFormat == PatientNameFormat.Default;
        _format = new PatientNameFormat(nameFormat);
    }

    /// <summary>The day of the examination as the output has it; empty where it has none.</summary>
    public string OutputDate(string subject, InstanceFacts facts) =>
        _options.Profile.KeepsDates ? facts.CTDate
        : _options.Profile.ShiftsDates ? DateShift.ForSubject(_options.Key, subject).Shift(facts.CTDate) ?? ""
        : "";

    /// <summary>The pseudonym.</summary>
    /// <exception cref="DamsException">A value that was given is the patient's own.</exception>
    public NewIdentity Make(string subject, GivenIdentity given, InstanceFacts facts, KnownValues? patient)
    {
        var name = given.PatientName ?? NameOf(subject, OutputDate(subject, facts));
        // The pseudonym of an earlier run may be given again.
        if (!facts.IsIdentityRemoved)
        {
            if (given.SubjectID is not null || _options.SubjectMap is not null)
                RefuseOwnValue(KnownTag.PatientID, subject, facts.PatientID, facts.PatientName, patient);
            if (given.PatientName is not null || !_namesAreDerived)
                RefuseOwnValue(KnownTag.PatientName, name, facts.PatientID, facts.PatientName, patient);
        }
        return new NewIdentity(subject, name, BirthDate(facts.PatientBirthDate, given.PatientBirthDate));
    }

    /// <summary>Refuses a new value that says who the patient is.</summary>
    /// <param name="patient">What else is known of the patient.</param>
    /// <exception cref="DamsException">The value identifies the patient.</exception>
    public static void RefuseOwnValue(Tag tag, string value, string patientID, string patientName, KnownValues? patient)
    {
        var known = new KnownValues();
        known.Add([new KnownValue(KnownValueKind.Name, patientName), new KnownValue(KnownValueKind.Identifier, patientID)]);
        var isOwn = new[] { patientID, patientName }
            .Any(own => own.Length > 0 && string.Equals(value.Trim(), own, StringComparison.OrdinalIgnoreCase));
        if (patient is not null)
            known.Add(patient);
        if (isOwn || new TextCleaner(known, shift: null, keepsDates: true).FindKnown(value)
            .Any(finding => finding.Kind is FindingKind.Name or FindingKind.Identifier))
        {
            throw IdentityErrors.GivenValueIsPatients(tag);
        }
    }

    // The files of a series are of one subject, and mostly of one day.
    private string NameOf(string subject, string date)
    {
        if (_last.Subject != subject || _last.Date != date)
            _last = (subject, date, _format.Format(subject, date));
        return _last.Name;
    }

    /// <summary>A given date that is the patient's own counts as none.</summary>
    private string? BirthDate(string own, string? given)
    {
        var isKnown = DicomDate.TryParse(own, out var day);
        if (given is not null && !(isKnown && given == DicomDate.Format(day)) && given != own)
            return given;
        if (!_options.Profile.KeepsBirthYear)
            return null;
        return isKnown ? DicomDate.Format(new DateTime(day.Year, 1, 1)) : "";
    }
}
