namespace Dams.Subjects;

/// <summary>
/// New values that the user gives for one patient; null for those to be derived. Two with the same values are still
/// given for two patients.
/// </summary>
public sealed class GivenIdentity
{
    /// <param name="subjectID">The subject id.</param>
    /// <param name="patientName">The new PatientName.</param>
    /// <param name="patientBirthDate">The new PatientBirthDate, as YYYYMMDD.</param>
    public GivenIdentity(string? subjectID, string? patientName, string? patientBirthDate)
    {
        SubjectID = subjectID;
        PatientName = patientName;
        PatientBirthDate = patientBirthDate;
    }

    /// <summary>The subject id.</summary>
    public string? SubjectID { get; }

    /// <summary>The new PatientName.</summary>
    public string? PatientName { get; }

    /// <summary>The new PatientBirthDate, as YYYYMMDD.</summary>
    public string? PatientBirthDate { get; }

    /// <summary>Whether everything is to be derived.</summary>
    public bool IsEmpty => SubjectID is null && PatientName is null && PatientBirthDate is null;
}
