using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Subjects;

/// <summary>
/// Whose studies are: a study is of one patient (PS3.3 section A.1.2), so that an instance without PatientID is known by the
/// others of its study.
/// </summary>
internal sealed class StudyPatients
{
    private readonly Dictionary<string, HashSet<PatientIdentity>> _patients = new(StringComparer.Ordinal);

    /// <summary>Takes in an instance.</summary>
    public void Add(string studyInstanceUID, string patientID, string issuer)
    {
        if (studyInstanceUID.Length == 0 || patientID.Length == 0)
            return;
        if (!_patients.TryGetValue(studyInstanceUID, out var patients))
            _patients.Add(studyInstanceUID, patients = []);
        patients.Add(new PatientIdentity(patientID, issuer, ""));
    }

    /// <summary>Those whom instances of a study name.</summary>
    public IReadOnlyCollection<PatientIdentity> Of(string studyInstanceUID) =>
        _patients.TryGetValue(studyInstanceUID, out var patients) ? patients : [];

    /// <summary>The one PatientID of some patients; null where there are none or several.</summary>
    public static string? SoleID(IEnumerable<PatientIdentity> patients)
    {
        var ids = patients.Select(patient => patient.PatientID).Distinct().Take(2).ToArray();
        return ids.Length == 1 ? ids[0] : null;
    }

    /// <summary>The one patient among some; null where there are none or several.</summary>
    /// <param name="ignoresIssuer">Whether patients are told apart by PatientID alone.</param>
    public static PatientIdentity? Sole(IEnumerable<PatientIdentity> patients, bool ignoresIssuer)
    {
        var found = patients.Select(patient => ignoresIssuer ? patient with { IssuerOfPatientID = "" } : patient).Distinct().Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
