using System.Collections.Generic;
using System.Linq;

namespace Dams;

/// <summary>A patient of a patient list: what is to be done, or why it cannot be.</summary>
public sealed record PlannedPatient
{
    internal PlannedPatient(IReadOnlyList<int> rows, GivenIdentity given)
    {
        Rows = rows;
        Given = given;
    }

    /// <summary>The rows of the list that are of the patient.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The subject id that the list gives; empty where it gives none, and where something is wrong with the row.</summary>
    public string Subject => Error is null ? Given.SubjectID ?? "" : "";

    /// <summary>Number of series in the folders.</summary>
    public int SeriesCount { get; internal init; }

    /// <summary>Number of instances in the folders.</summary>
    public int InstanceCount { get; internal init; }

    /// <summary>Number of files and folders that cannot be read; files that are not DICOM do not count.</summary>
    public int UnreadableCount { get; internal init; }

    /// <summary>Bytes of all instances.</summary>
    public long Length { get; internal init; }

    /// <summary>Why the patient is left out, with the row; empty where it is not.</summary>
    public string Problem => Error is null ? "" : $"Row {Rows[0]}: {Error.Message}";

    /// <summary>The patient's folders and files, none inside another.</summary>
    public IReadOnlyList<string> Folders { get; internal init; } = [];

    /// <summary>The SeriesInstanceUIDs of the series that the rows mean; null where they mean all in the folders.</summary>
    internal IReadOnlyCollection<string>? Series { get; init; }

    /// <summary>Why the patient is left out; null where it is not.</summary>
    public DamsException? Error { get; internal init; }

    /// <summary>The new values, for <see cref="ProtectionRun.Add"/>.</summary>
    public GivenIdentity Given { get; internal init; }

    /// <summary>Reads the series of the patient: those that the rows mean.</summary>
    /// <exception cref="System.OperationCanceledException">The token asked for it.</exception>
    public IReadOnlyList<DicomSeries> ReadSeries(RunContext context)
    {
        var found = SeriesIndex.Read(Folders, context);
        return Series is null ? found : [.. found.Where(series => Series.Contains(series.SeriesInstanceUID))];
    }

    /// <summary>Its rows: nothing that leads to the patient.</summary>
    public override string ToString() => $"Row {string.Join(", ", Rows)}";
}
