using System;
using System.Collections.Generic;

namespace Dams;

/// <summary>One series that was protected, with the original PatientID: a part of the key that leads back to the patient.</summary>
/// <param name="Subject">The subject id.</param>
/// <param name="PatientID">The original PatientID: the MRN.</param>
/// <param name="CTDate">The original day of the examination as YYYYMMDD; empty where the series does not say.</param>
/// <param name="SourceSeriesInstanceUID">The original Series Instance UID.</param>
/// <param name="SeriesInstanceUID">The new Series Instance UID.</param>
/// <param name="Modality">The modality.</param>
/// <param name="InstanceCount">Number of instances that were written; two files with the same bytes count once.</param>
/// <param name="FailedCount">Number of files that were not written.</param>
/// <param name="Path">The folder that holds the output; empty where nothing was written.</param>
/// <param name="Files">The output files, in the order of the source files.</param>
public sealed record ProtectedSeries(
    string Subject,
    string PatientID,
    string CTDate,
    string SourceSeriesInstanceUID,
    string SeriesInstanceUID,
    string Modality,
    int InstanceCount,
    int FailedCount,
    string Path,
    IReadOnlyList<string> Files) : IInstanceFiles
{
    /// <summary>The subject and the modality: nothing that leads back to the patient.</summary>
    public override string ToString() => $"{Subject} {Modality} ({InstanceCount} instances)";

    /// <summary>Its line of the subject map.</summary>
    public SubjectMapEntry ToMapEntry() => new(Subject, PatientID, CTDate);

    /// <summary><see cref="CTDate"/>, to compare it with dates; null where it is no day.</summary>
    public DateTime? CTDay => DicomDate.TryParse(CTDate, out var day) ? day : null;

    /// <summary>
    /// Whether text may be burned into its images: a person has to look at those of a series that is suspected.
    /// </summary>
    public BurnedInText BurnedInText { get; init; }

    /// <summary>Why text is suspected, of all its images together.</summary>
    public BurnedInReasons BurnedInReasons { get; init; }
}
