using System;
using System.Collections.Generic;
using Dams.Cleaning;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Makes the pseudonym of one instance: a function of the instance, its subject and the key alone.</summary>
internal sealed class Pseudonyms
{
    private const int MostAccepted = 16;

    private readonly IdentityOptions _options;
    private readonly PatientNameFormat _format;
    private readonly bool _namesAreDerived;
    private readonly HashSet<(Tag Tag, string Value, SourceIdentity Own, KnownValues? Patient)> _accepted = [];
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
                RefuseOwn(KnownTag.PatientID, subject, facts, patient);
            if (given.PatientName is not null || !_namesAreDerived)
                RefuseOwn(KnownTag.PatientName, name, facts, patient);
        }
        return new NewIdentity(subject, name, BirthDate(facts.PatientBirthDate, given.PatientBirthDate));
    }

    // The files of a series mostly call their patient the same.
    private void RefuseOwn(Tag tag, string value, InstanceFacts facts, KnownValues? patient)
    {
        var own = new SourceIdentity(facts.PatientID, facts.PatientName, facts.PatientBirthDate, facts.IsIdentityRemoved);
        var asked = (tag, value, own, patient);
        if (_accepted.Contains(asked))
            return;
        OwnValues.Refuse(tag, value, own, patient);
        if (_accepted.Count >= MostAccepted)
            _accepted.Clear();
        _accepted.Add(asked);
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
