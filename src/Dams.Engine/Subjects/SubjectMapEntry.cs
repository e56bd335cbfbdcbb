namespace Dams;

/// <summary>A line of the subject map.</summary>
/// <param name="Subj">The subject id.</param>
/// <param name="MRN">The original PatientID.</param>
/// <param name="CT_date">The day of an examination as YYYYMMDD; empty where unknown.</param>
public sealed record SubjectMapEntry(string Subj, string MRN, string CT_date)
{
    /// <summary>The subject: nothing that leads back.</summary>
    public override string ToString() => Subj;
}
