using System.Collections.Generic;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Decides which subject each patient of a run is.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class PatientRegistry
{
    private readonly IdentityOptions _options;
    private readonly SubjectIds _ids;
    private readonly Dictionary<GivenIdentity, PatientIdentity> _given = [];
    private readonly IdentityConflicts _conflicts = new();

    public PatientRegistry(IdentityOptions options)
    {
        _options = options;
        _ids = new SubjectIds(options.Key, options.SubjectPrefix);
    }

    /// <summary>The subject of the instances of a series.</summary>
    /// <param name="given">What the user gives for the patient.</param>
    /// <exception cref="DamsException">The series cannot have what is given.</exception>
    public string Assign(DicomSeries series, GivenIdentity given, IRunListener listener)
    {
        var patient = new PatientIdentity(series.PatientID, series.IssuerOfPatientID, series.StudyInstanceUID);
        if (_options.IgnoreIssuer)
            patient = patient.WithoutIssuer();
        RefuseSecondPatient(given, patient);
        var mapped = patient.HasPatientID ? _options.SubjectMap?.SubjectOf(patient.PatientID) : null;
        var subject = given.SubjectID ?? mapped ?? _ids.Derive(patient);
        if (!OutputNames.CanBeFolder(subject))
            throw IdentityErrors.InvalidSubjectID();
        _conflicts.Check(series, patient, subject, listener);
        return subject;
    }

    private void RefuseSecondPatient(GivenIdentity given, PatientIdentity patient)
    {
        if (given.IsEmpty)
            return;
        if (patient.HasPatientID)
            patient = patient with { StudyInstanceUID = "" };
        if (!_given.TryGetValue(given, out var first))
            _given.Add(given, patient);
        else if (first != patient)
            throw IdentityErrors.SeveralPatients();
    }
}
