using System.Collections.Generic;
using System.Linq;

namespace Dams;

/// <summary>The result for one patient of a list, with the original PatientID: a part of the key that leads back to the patient.</summary>
/// <param name="Rows">The rows of the list that are of the patient; none where folders were given instead.</param>
/// <param name="Subject">The subject id; empty where nothing was written.</param>
/// <param name="PatientID">The original PatientID: the MRN; empty where nothing was written.</param>
/// <param name="SeriesCount">Number of series that were written.</param>
/// <param name="InstanceCount">Number of instances that were written.</param>
/// <param name="SegmentationCount">Number of segmentations that were found.</param>
/// <param name="LinkedCount">Number of segmentations that lead to what they belong to.</param>
/// <param name="XmlCount">Number of XML files that were written.</param>
/// <param name="FailedCount">Number of files, segmentations and rows that failed.</param>
/// <param name="Path">The folder that holds the output; empty where nothing was written.</param>
/// <param name="Problem">Why the patient was left out, or what is missing; empty where all is well.</param>
/// <param name="Series">The series that were written.</param>
public sealed record PatientResult(
    IReadOnlyList<int> Rows,
    string Subject,
    string PatientID,
    int SeriesCount,
    int InstanceCount,
    int SegmentationCount,
    int LinkedCount,
    int XmlCount,
    int FailedCount,
    string Path,
    string Problem,
    IReadOnlyList<ProtectedSeries> Series) : IInstanceFiles
{
    /// <summary>The rows or the folders that are of the patient, as messages call them.</summary>
    public string Entry { get; init; } = "";

    /// <summary>The files of all series.</summary>
    public IReadOnlyList<string> Files => Series.SelectMany(series => series.Files).ToArray();

    /// <summary>The subject and how much was written: nothing that leads back to the patient.</summary>
    public override string ToString() => $"{Subject} ({SeriesCount} series, {InstanceCount} instances)";
}
