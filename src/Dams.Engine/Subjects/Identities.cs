namespace Dams.Subjects;

/// <summary>Who a patient is in the source: PatientID is unique only together with who issued it (PS3.3 section C.2.2).</summary>
/// <param name="PatientID">(0010,0020), without padding; empty where missing.</param>
/// <param name="IssuerOfPatientID">(0010,0021), without padding; empty where missing.</param>
/// <param name="StudyInstanceUID">Stands in for a missing PatientID.</param>
internal readonly record struct PatientIdentity(string PatientID, string IssuerOfPatientID, string StudyInstanceUID)
{
    /// <summary>Somebody of whom nothing says who it is.</summary>
    public static readonly PatientIdentity Unknown = new("", "", "");

    public bool HasPatientID => PatientID.Length > 0;

    public bool IsUnknown => this == Unknown;

    /// <summary>Who the patient of an instance is.</summary>
    /// <param name="ignoresIssuer">Whether patients are told apart by PatientID alone.</param>
    public static PatientIdentity From(string patientID, string issuer, string studyInstanceUID, bool ignoresIssuer) =>
        new(patientID, ignoresIssuer ? "" : issuer, patientID.Length > 0 ? "" : studyInstanceUID);
}

/// <summary>How an instance calls its patient.</summary>
/// <param name="PatientBirthDate">As DA writes it; empty where unknown.</param>
/// <param name="IsRemoved">Whether it says that it was de-identified, so that these are pseudonyms.</param>
internal readonly record struct SourceIdentity(string PatientID, string PatientName, string PatientBirthDate, bool IsRemoved);

/// <summary>The pseudonym that an instance is given.</summary>
/// <param name="Subject">The subject id: the new PatientID.</param>
/// <param name="PatientName">The new PatientName.</param>
/// <param name="PatientBirthDate">The new PatientBirthDate as YYYYMMDD; null for what the profile makes of it.</param>
internal sealed record NewIdentity(string Subject, string PatientName, string? PatientBirthDate);
