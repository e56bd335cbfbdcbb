namespace Dams.PatientLists;

/// <summary>What a column of a patient list says of a patient.</summary>
internal enum ListColumn
{
    /// <summary>The new PatientID.</summary>
    Subject,

    /// <summary>The PatientID in the folders.</summary>
    MRN,

    /// <summary>The new PatientName.</summary>
    PatientName,

    /// <summary>The new PatientBirthDate.</summary>
    BirthDate,

    /// <summary>Where the instances are.</summary>
    Folders,
}
