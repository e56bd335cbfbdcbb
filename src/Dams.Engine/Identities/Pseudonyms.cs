using System;
using System.Collections.Generic;
using Dams.Cleaning;
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
    private readonly HashSet<(string? Subject, string? Name, SourceIdentity Own, KnownValues? Patient)> _accepted = [];
    private (string Subject, string Date, string Name) _last = ("", "", "");

    /// <exception cref="DamsException">The format of new names names a place that there is not.</exception>
    public Pseudonyms(IdentityOptions options)
    {
        _options = options;
        _namesAreDerived = options.PatientNameFormat == PatientNameFormat.Default;
        _format = new PatientNameFormat(options.PatientNameFormat);
    }

    /// <summary>The day of the examination as the output has it; empty where it has none.</summary>
    public string OutputDate(string subject, string ctDate) =>
        _options.Profile.KeepsDates ? ctDate
        : _options.Profile.ShiftsDates ? DateShift.ForSubject(_options.Key, subject).Shift(ctDate) ?? ""
        : "";

    /// <summary>The new PatientName of what belongs to an examination: what is given, else what the format makes of the subject and the day.</summary>
    /// <param name="outputDate">The day of the examination as the output has it.</param>
    public string NameOf(string subject, GivenIdentity given, string outputDate) => given.PatientName ?? Format(subject, outputDate);

    /// <summary>Whether the user has a part in new names, so that they may hold the patient's own.</summary>
    public bool AreNamesGiven(GivenIdentity given) => given.PatientName is not null || !_namesAreDerived;

    /// <summary>The pseudonym.</summary>
    /// <exception cref="DamsException">A value that was given is the patient's own.</exception>
    public NewIdentity Make(string subject, GivenIdentity given, InstanceFacts facts, KnownValues? patient)
    {
        var name = NameOf(subject, given, OutputDate(subject, facts.CTDate));
        RefuseOwn(given.SubjectID is not null || _options.SubjectMap is not null ? subject : null, AreNamesGiven(given) ? name : null, facts, patient);
        return new NewIdentity(subject, name, BirthDate(facts.PatientBirthDate, given.PatientBirthDate));
    }

    // The files of a series mostly call their patient the same.
    private void RefuseOwn(string? subject, string? name, InstanceFacts facts, KnownValues? patient)
    {
        var own = new SourceIdentity(facts.PatientID, facts.PatientName, facts.PatientBirthDate, facts.IsIdentityRemoved);
        var asked = (subject, name, own, patient);
        if (_accepted.Contains(asked))
            return;
        OwnValues.Refuse(subject, name, own, patient);
        if (_accepted.Count >= MostAccepted)
            _accepted.Clear();
        _accepted.Add(asked);
    }

    // The files of a series are of one subject, and mostly of one day.
    private string Format(string subject, string date)
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
