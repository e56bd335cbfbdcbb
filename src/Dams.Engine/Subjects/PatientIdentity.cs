namespace Dams.Subjects;

/// <summary>Who a patient is in the source: PatientID is unique only together with who issued it (PS3.3 section C.2.2).</summary>
/// <param name="PatientID">(0010,0020), without padding; empty where missing.</param>
/// <param name="IssuerOfPatientID">(0010,0021), without padding; empty where missing.</param>
/// <param name="StudyInstanceUID">Stands in for a missing PatientID.</param>
internal readonly record struct PatientIdentity(string PatientID, string IssuerOfPatientID, string StudyInstanceUID)
{
    public bool HasPatientID => PatientID.Length > 0;

    /// <summary>The same identity without its issuer.</summary>
    public PatientIdentity WithoutIssuer() => this with { IssuerOfPatientID = "" };
}
