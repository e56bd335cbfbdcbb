using System.Collections.Generic;
using System.Linq;
using Dams.PatientLists;

namespace Dams;

/// <summary>A patient of a patient list, or of paths: what is to be done, or why it cannot be.</summary>
public sealed record PlannedPatient
{
    private readonly IReadOnlyList<RowLabel> _labels;

    internal PlannedPatient(IReadOnlyList<RowLabel> labels, GivenIdentity given)
    {
        _labels = labels;
        Given = given;
    }

    /// <summary>The rows of the list that are of the patient; none where folders were given instead.</summary>
    public IReadOnlyList<int> Rows => _labels.Where(label => !label.IsFolder).Select(label => label.Number).ToArray();

    /// <summary>The first of its rows, or of its folders, as messages call it; empty where the patient is one of those in some paths.</summary>
    public string Entry => _labels.Count > 0 ? $"{_labels[0]}" : "";

    /// <summary>
    /// The subject id: what is given, else what the key makes. Empty where there is no key yet, and where something is wrong
    /// with the patient.
    /// </summary>
    public string Subject => Error is null ? Given.SubjectID ?? DerivedSubject : "";

    /// <summary>Number of series in the folders.</summary>
    public int SeriesCount { get; internal init; }

    /// <summary>Number of instances in the folders.</summary>
    public int InstanceCount { get; internal init; }

    /// <summary>Number of files and folders that cannot be read; files that are not DICOM do not count.</summary>
    public int UnreadableCount { get; internal init; }

    /// <summary>Bytes of all instances.</summary>
    public long Length { get; internal init; }

    /// <summary>Why the patient is left out, with the row or the folder; empty where it is not.</summary>
    public string Problem => Error is null ? "" : Entry.Length > 0 ? $"{Entry}: {Error.Message}" : Error.Message;

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

    /// <summary>The subject where no identity is given for it.</summary>
    internal string DerivedSubject { get; init; } = "";

    /// <summary>Its rows or its folders: nothing that leads to the patient.</summary>
    public override string ToString()
    {
        var folders = _labels.Where(label => label.IsFolder).Select(label => label.Number).ToArray();
        string[] parts = [.. Words("Row", Rows), .. Words("Folder", folders)];
        return parts.Length > 0 ? string.Join("; ", parts) : Subject;
    }

    private static IEnumerable<string> Words(string what, IReadOnlyList<int> numbers) =>
        numbers.Count > 0 ? [$"{what} {string.Join(", ", numbers)}"] : [];
}
