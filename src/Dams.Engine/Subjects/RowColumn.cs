namespace Dams.Subjects;

/// <summary>What a column says of a patient.</summary>
internal enum RowColumn
{
    /// <summary>The new PatientID.</summary>
    Subject,

    /// <summary>The PatientID in the folders.</summary>
    MRN,

    /// <summary>The new PatientName.</summary>
    PatientName,

    /// <summary>The new PatientBirthDate.</summary>
    BirthDate,

    /// <summary>The day of the examination.</summary>
    CTDate,

    /// <summary>Where the instances are.</summary>
    Folders,

    /// <summary>The SeriesInstanceUID of the one series that the row means.</summary>
    Series,
}
