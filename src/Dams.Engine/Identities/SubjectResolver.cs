using System;
using System.Collections.Generic;
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

    public SubjectResolver(IdentityOptions options)
    {
        _options = options;
        _ids = new SubjectIds(options.Key, options.SubjectPrefix);
    }

    /// <summary>Who the patient of a series is.</summary>
    public PatientIdentity IdentityOf(DicomSeries series) =>
        PatientIdentity.From(series.PatientID, series.IssuerOfPatientID, series.StudyInstanceUID, _options.IgnoreIssuer);

    /// <summary>The subject where the user gives none.</summary>
    public string SubjectOf(PatientIdentity patient) => MappedSubjectOf(patient) ?? _ids.Derive(patient);

    /// <summary>The subject that the map gives; null where it gives none.</summary>
    public string? MappedSubjectOf(PatientIdentity patient) =>
        patient.HasPatientID ? _options.SubjectMap?.SubjectOf(patient.PatientID) : null;

    /// <summary>The subject.</summary>
    /// <param name="given">What the user gives for the patient, and for nobody else.</param>
    /// <param name="subject">The subject unless the user gives one.</param>
    /// <exception cref="DamsException">The patient cannot have what is given.</exception>
    public string Resolve(PatientIdentity patient, GivenIdentity given, string subject)
    {
        RefuseSecondPatient(patient, given);
        subject = given.SubjectID ?? subject;
        return SubjectIds.CanBeFolder(subject) ? subject : throw SubjectErrors.InvalidSubjectID();
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
