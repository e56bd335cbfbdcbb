namespace Dams.PatientLists;

/// <summary>How an instance calls its patient.</summary>
/// <param name="IsRemoved">Whether it says that it was de-identified, so that these are pseudonyms.</param>
internal readonly record struct OwnIdentity(string PatientID, string PatientName, bool IsRemoved);
