namespace Dams.Subjects;

/// <summary>The pseudonym that an instance is given.</summary>
/// <param name="Subject">The subject id: the new PatientID.</param>
/// <param name="PatientName">The new PatientName.</param>
/// <param name="PatientBirthDate">The new PatientBirthDate as YYYYMMDD; null for what the profile makes of it.</param>
internal sealed record NewIdentity(string Subject, string PatientName, string? PatientBirthDate);
