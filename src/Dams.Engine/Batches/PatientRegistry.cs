using System;
using System.Collections.Generic;
using Dams.Dicom;
using Dams.Subjects;

namespace Dams.Batches;

/// <summary>Decides the pseudonym of each patient of a run.</summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class PatientRegistry
{
    private readonly ProtectionOptions _options;
    private readonly SubjectIds _ids;
    private readonly PatientNameFormat _format;
    private readonly Dictionary<GivenIdentity, PatientIdentity> _given = [];
    private readonly IdentityConflicts _conflicts = new();

    public PatientRegistry(ProtectionOptions options)
    {
        _options = options;
        _ids = new SubjectIds(options.Key, options.SubjectPrefix);
        _format = new PatientNameFormat(options.PatientNameFormat);
    }

    /// <summary>The pseudonym for the instances of a series.</summary>
    /// <param name="given">What the user gives for the patient.</param>
    /// <exception cref="DamsException">The series cannot have what is given.</exception>
    public NewIdentity Assign(DicomSeries series, GivenIdentity given, IRunListener listener)
    {
        var patient = new PatientIdentity(series.PatientID, series.IssuerOfPatientID, series.StudyInstanceUID);
        if (_options.IgnoreIssuer)
            patient = patient.WithoutIssuer();
        RefuseSecondPatient(given, patient);
        var mapped = patient.HasPatientID ? _options.SubjectMap?.SubjectOf(patient.PatientID) : null;
        var subject = given.SubjectID ?? mapped ?? _ids.Derive(patient);
        if (!OutputNames.CanBeFolder(subject))
            throw Errors.InvalidSubjectID();
        _conflicts.Note(series, patient, subject, listener);
        var name = given.PatientName ?? _format.Format(subject, OutputDate(subject, series.CTDate));
        RefuseOwnValue(KnownTag.PatientID, subject, series.PatientID);
        RefuseOwnValue(KnownTag.PatientName, name, series.PatientName);
        return new NewIdentity(subject, name, BirthDate(series.PatientBirthDate, given.PatientBirthDate));
    }

    /// <summary>The day of an examination as the output has it; empty where it has none.</summary>
    public string OutputDate(string subject, string ctDate) =>
        _options.Profile.OutputDate(ctDate, () => DateShift.Of(_options.Key, subject));

    private void RefuseSecondPatient(GivenIdentity given, PatientIdentity patient)
    {
        if (given.IsEmpty)
            return;
        if (patient.HasPatientID)
            patient = patient with { StudyInstanceUID = "" };
        if (!_given.TryGetValue(given, out var first))
            _given.Add(given, patient);
        else if (first != patient)
            throw Errors.SeveralPatients();
    }

    private static void RefuseOwnValue(Tag tag, string value, string own)
    {
        if (own.Length > 0 && string.Equals(value.Trim(), own.Trim(), StringComparison.OrdinalIgnoreCase))
            throw Errors.GivenValueIsPatients(tag);
    }

    /// <summary>A given date that is the patient's own keeps its year alone.</summary>
    private string? BirthDate(string own, string? given)
    {
        if (given is not null && given != own)
            return given;
        return given is not null || _options.Profile.KeepsBirthYear ? YearOf(own) : null;
    }

    private static string YearOf(string date) =>
        DicomDate.TryParse(date, out var day) ? DicomDate.Format(new DateTime(day.Year, 1, 1)) : "";
}
