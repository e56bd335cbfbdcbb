using Dams.Identities;
using Dams.Subjects;

namespace Dams;

/// <summary>From what the identities come that patients have in the output.</summary>
/// <param name="Profile">What to do with each attribute.</param>
/// <param name="Key">From what pseudonyms are derived.</param>
public abstract record IdentityOptions(Profile Profile, ProtectionKey Key)
{
    /// <summary>What derived subject ids start with unless the user says otherwise.</summary>
    public const string DefaultSubjectPrefix = SubjectIds.DefaultPrefix;

    /// <summary>How the new PatientName is made unless the user says otherwise.</summary>
    public const string DefaultPatientNameFormat = Subjects.PatientNameFormat.Default;

    /// <summary>Subjects that the user gives; they take precedence over derived ones.</summary>
    /// <exception cref="DamsException">It gives one MRN two subjects.</exception>
    public SubjectMap? SubjectMap
    {
        get;
        init => field = value is { IsAmbiguous: true } ? throw IdentityErrors.AmbiguousSubjectMap() : value;
    }

    /// <summary>What derived subject ids start with.</summary>
    /// <exception cref="DamsException">No id that starts so can name a folder.</exception>
    public string SubjectPrefix
    {
        get;
        init => field = SubjectIds.CanStartFolder(value) ? value : throw SubjectErrors.InvalidSubjectID();
    } = DefaultSubjectPrefix;

    /// <summary>How the new PatientName is made.</summary>
    public string PatientNameFormat { get; init; } = DefaultPatientNameFormat;

    /// <summary>Whether patients are told apart by PatientID alone.</summary>
    public bool IgnoreIssuer { get; init; }
}
