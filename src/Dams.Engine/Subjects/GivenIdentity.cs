using System.Linq;
using Dams.Subjects;

namespace Dams;

/// <summary>
/// New values that the user gives for one patient; null for those to be derived. Two with the same values are still
/// given for two patients.
/// </summary>
public sealed class GivenIdentity
{
    private const int LongestName = 64;

    /// <summary>Empty text counts as not given.</summary>
    /// <param name="subjectID">The subject id.</param>
    /// <param name="patientName">The new PatientName.</param>
    /// <param name="patientBirthDate">The new PatientBirthDate, as YYYYMMDD or YYYY-MM-DD.</param>
    /// <exception cref="DamsException">The id cannot name a folder, the name is none that PN can hold, or the birth date is no date.</exception>
    public GivenIdentity(string? subjectID, string? patientName, string? patientBirthDate)
    {
        SubjectID = NullIfEmpty(subjectID);
        PatientName = NullIfEmpty(patientName);
        PatientBirthDate = NullIfEmpty(patientBirthDate)?.Replace("-", "");
        if (SubjectID is not null && !SubjectIds.CanBeFolder(SubjectID))
            throw SubjectErrors.InvalidSubjectID();
        if (PatientName is not null && (PatientName.Split('=').Any(group => group.Length > LongestName)
            || PatientName.Any(character => character == '\\' || char.IsControl(character))))
        {
            throw SubjectErrors.InvalidPatientName(LongestName);
        }
        if (PatientBirthDate is not null && !(DicomDate.TryParse(PatientBirthDate, out var date) && DicomDate.Format(date) == PatientBirthDate))
            throw SubjectErrors.InvalidBirthDate();
    }

    /// <summary>The subject id.</summary>
    public string? SubjectID { get; }

    /// <summary>The new PatientName.</summary>
    public string? PatientName { get; }

    /// <summary>The new PatientBirthDate, as YYYYMMDD.</summary>
    public string? PatientBirthDate { get; }

    /// <summary>Whether everything is to be derived.</summary>
    public bool IsEmpty => SubjectID is null && PatientName is null && PatientBirthDate is null;

    /// <summary>These values, and those of another where they are to be derived.</summary>
    public GivenIdentity WithDefaults(GivenIdentity other) => IsEmpty ? other : new(
        SubjectID ?? other.SubjectID, PatientName ?? other.PatientName, PatientBirthDate ?? other.PatientBirthDate);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
}
