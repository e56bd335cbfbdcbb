using System;
using System.Collections.Generic;
using Dams.Subjects;

namespace Dams.Identities;

/// <summary>Warns where the source contradicts itself about who a patient is, once for each patient.</summary>
internal sealed class IdentityConflicts
{
    private readonly Dictionary<string, SeenPatient> _patients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeenStudy> _studies = new(StringComparer.Ordinal);
    private bool _hasWarnedMissingID;

    private sealed class SeenStudy(PatientIdentity patient, string subject)
    {
        public PatientIdentity Patient { get; } = patient;

        public string Subject { get; } = subject;

        public bool HasWarned { get; set; }
    }

    private sealed class SeenPatient
    {
        public string BirthDate { get; set; } = "";

        public string? Issuer { get; set; }

        public string Subject { get; set; } = "";

        public bool HasWarnedBirthDate { get; set; }

        public bool HasWarnedIssuer { get; set; }
    }

    /// <summary>Takes in one series and the subject that it was given.</summary>
    public void Check(DicomSeries series, PatientIdentity patient, string subject, IRunListener listener)
    {
        CheckStudy(series, patient, subject, listener);
        if (!patient.HasPatientID)
        {
            if (!_hasWarnedMissingID)
                listener.Warn(Warnings.NoPatientID());
            _hasWarnedMissingID = true;
            return;
        }
        if (!_patients.TryGetValue(patient.PatientID, out var seen))
            _patients.Add(patient.PatientID, seen = new SeenPatient());
        if (!seen.HasWarnedIssuer && WarningOf(seen, patient, subject) is { } warning)
        {
            seen.HasWarnedIssuer = true;
            listener.Warn(warning);
        }
        (seen.Issuer, seen.Subject) = (patient.IssuerOfPatientID, subject);
        var differs = seen.BirthDate.Length > 0 && series.PatientBirthDate.Length > 0 && seen.BirthDate != series.PatientBirthDate;
        if ((differs || series.HasSeveralBirthDates) && !seen.HasWarnedBirthDate)
        {
            seen.HasWarnedBirthDate = true;
            listener.Warn(Warnings.TwoBirthDates(subject));
        }
        if (series.PatientBirthDate.Length > 0)
            seen.BirthDate = series.PatientBirthDate;
    }

    // One PatientID of several issuers is told of by itself; two that a map makes one subject are known to be one person.
    private void CheckStudy(DicomSeries series, PatientIdentity patient, string subject, IRunListener listener)
    {
        if (series.StudyInstanceUID.Length == 0)
            return;
        if (!_studies.TryGetValue(series.StudyInstanceUID, out var seen))
            _studies.Add(series.StudyInstanceUID, seen = new SeenStudy(patient, subject));
        if (seen.HasWarned || seen.Patient.PatientID == patient.PatientID || seen.Subject == subject)
            return;
        // Folders of several patients may well hold one study UID by a mistake of theirs; in one folder it is one study.
        if (seen.Patient.HasPatientID && patient.HasPatientID && StudyPatients.SoleID(series.PatientsOfStudy) is not null)
            return;
        seen.HasWarned = true;
        listener.Warn(Warnings.StudyOfTwoPatients(seen.Subject, subject));
    }

    // Derived subject ids differ by issuer; those of a subject map do not.
    private static RunWarning? WarningOf(SeenPatient seen, PatientIdentity patient, string subject)
    {
        if (seen.Issuer is null || seen.Issuer == patient.IssuerOfPatientID)
            return null;
        if (seen.Subject == subject)
            return Warnings.IssuersShareSubject(subject);
        return (seen.Issuer.Length == 0) != (patient.IssuerOfPatientID.Length == 0) ? Warnings.MixedIssuer(subject) : null;
    }
}
