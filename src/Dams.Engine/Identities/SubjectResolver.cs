using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Decides which subject a patient is: what the user gives for him, else what the map says, else what the key makes.</summary>
/// <remarks>One for each run, whatever it protects. Not safe for use by several threads.</remarks>
internal sealed class SubjectResolver
{
    private readonly IdentityOptions _options;
    private readonly SubjectIds _ids;
    private readonly Dictionary<GivenIdentity, PatientIdentity> _given = [];
    private readonly Dictionary<string, PatientIdentity> _subjects = new(StringComparer.OrdinalIgnoreCase);
    private readonly IdentityValues _patients = new();
    private readonly HashSet<SourceIdentity> _known = [];
    private readonly Dictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<PatientIdentity> _unmapped = [];
    private readonly HashSet<string> _originals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _newValues = new(StringComparer.Ordinal);
    private readonly PatientNameFormat? _format;
    private bool _hasSubjects;

    /// <exception cref="DamsException">The format of new names names a place that there is not.</exception>
    public SubjectResolver(IdentityOptions options)
    {
        _options = options;
        _ids = new SubjectIds(options.Key, options.SubjectPrefix);
        var format = new PatientNameFormat(options.PatientNameFormat);
        _format = options.PatientNameFormat == PatientNameFormat.Default ? null : format;
    }

    /// <summary>Who the patient of a series is: without PatientID, the one patient of its study.</summary>
    public PatientIdentity IdentityOf(DicomSeries series) =>
        (series.PatientID.Length > 0 ? null : StudyPatients.Sole(series.PatientsOfStudy, _options.IgnoreIssuer))
        ?? PatientIdentity.From(series.PatientID, series.IssuerOfPatientID, series.StudyInstanceUID, _options.IgnoreIssuer);

    /// <summary>Takes in who the patients of the run are: none of them may lend another a value.</summary>
    public void Know(IEnumerable<DicomSeries> series)
    {
        foreach (var one in series.Where(one => !one.IsIdentityRemoved))
        {
            _originals.Add(one.PatientID);
            if (_known.Add(new SourceIdentity(one.PatientID, one.PatientName, "", IsRemoved: false)))
                _patients.Add(one.PatientID, one.PatientName);
        }
    }

    /// <summary>Takes in how images call their patients that were not de-identified: that is no subject, though a map may have one of its name.</summary>
    public void KnowOriginals(IEnumerable<string> patientIDs) => _originals.UnionWith(patientIDs);

    /// <summary>The subject where the user gives none: what the map says; who is a subject of the map already stays one; else what the key makes.</summary>
    public string SubjectOf(PatientIdentity patient) =>
        MappedSubjectOf(patient) ?? (IsSubject(patient) ? patient.PatientID : _ids.Derive(patient));

    /// <summary>The subject that the map gives; null where it gives none.</summary>
    public string? MappedSubjectOf(PatientIdentity patient) =>
        patient.HasPatientID ? _options.SubjectMap?.SubjectOf(patient.PatientID) : null;

    /// <summary>Tells whom the map does not know; once, where nobody is known of those who are to come.</summary>
    public void ReportUnmapped(IRunListener listener)
    {
        if (_options.SubjectMap is not { Entries.Count: > 0 } || _unmapped.Count == 0)
            return;
        listener.Warn(_lines.Count == 0 && !_hasSubjects ? Warnings.NobodyInSubjectMap() : Warnings.NotInSubjectMap(_unmapped.Count));
        _unmapped.Clear();
    }

    /// <summary>The subject.</summary>
    /// <param name="given">What the user gives for the patient, and for nobody else.</param>
    /// <exception cref="DamsException">The patient cannot have what is given.</exception>
    public string Resolve(PatientIdentity patient, GivenIdentity given)
    {
        RefuseSecondPatient(patient, given);
        var subject = given.SubjectID ?? SubjectOf(patient);
        if (!SubjectIds.CanBeFolder(subject))
            throw SubjectErrors.InvalidSubjectID();
        if (given.SubjectID is not null || IsMapped(patient))
            RefuseValueOfPatient(KnownTag.PatientID, subject);
        if ((given.PatientName ?? _format?.Format(subject, "")) is { Length: > 0 } name)
            RefuseValueOfPatient(KnownTag.PatientName, name);
        return subject;
    }

    // Refuses a new value that is one of any patient of the run.
    private void RefuseValueOfPatient(Tag tag, string value)
    {
        if (_patients.AreIn(value))
            throw IdentityErrors.GivenValueIsPatients(tag);
        _newValues.UnionWith(IdentityValues.KeysOf(value));
    }

    /// <summary>Refuses a patient whose value was given to another one before he was known.</summary>
    /// <exception cref="DamsException">It was.</exception>
    public void RefuseLentValue(DicomSeries series)
    {
        if (!series.IsIdentityRemoved && IdentityValues.WholesOf(series.PatientID, series.PatientName).Any(_newValues.Contains))
            throw IdentityErrors.GivenValueIsPatients(KnownTag.PatientID);
    }

    private bool IsSubject(PatientIdentity patient) =>
        _options.SubjectMap?.HasSubject(patient.PatientID) == true && patient.HasPatientID && !_originals.Contains(patient.PatientID);

    private bool IsMapped(PatientIdentity patient)
    {
        if (!patient.HasPatientID || _options.SubjectMap is not { } map)
            return false;
        if (map.MrnOf(patient.PatientID) is not { } mrn)
        {
            if (IsSubject(patient))
                _hasSubjects = true;
            else
                _unmapped.Add(patient);
            return false;
        }
        if (!_lines.TryGetValue(mrn, out var first))
            _lines.Add(mrn, patient.PatientID);
        else if (first != patient.PatientID)
            throw SubjectErrors.LineOfTwoPatients();
        return true;
    }

    private void RefuseSecondPatient(PatientIdentity patient, GivenIdentity given)
    {
        // Of whom nobody knows who he is, nobody knows that he is another.
        if (given.IsEmpty || patient.IsUnknown)
            return;
        if (!_given.TryGetValue(given, out var first))
            _given.Add(given, patient);
        else if (first != patient)
            throw IdentityErrors.SeveralPatients();
        // Values may be given for each series by itself; folders do not tell ids apart by their case.
        if (given.SubjectID is not { } subject)
            return;
        if (!_subjects.TryGetValue(subject, out var owner))
            _subjects.Add(subject, patient);
        else if (owner != patient)
            throw IdentityErrors.SeveralPatients();
    }
}
