using System.Collections.Generic;
using System.Linq;
using Dams.Subjects;

namespace Dams.Batches;

/// <summary>A series on its way through a run. Its results are kept by the thread that asked for the run.</summary>
internal sealed class SeriesJob
{
    private readonly FileOutcome?[] _outcomes;
    private int _pending;

    public SeriesJob(DicomSeries series, NewIdentity identity, string outputDate, int firstNumber)
    {
        Series = series;
        Identity = identity;
        OutputDate = outputDate;
        FirstNumber = firstNumber;
        _outcomes = new FileOutcome?[series.Files.Count];
        _pending = _outcomes.Length;
    }

    public DicomSeries Series { get; }

    public NewIdentity Identity { get; }

    /// <summary>The day of the examination as the output dates it; empty where it does not.</summary>
    public string OutputDate { get; }

    /// <summary>Which of the run's files its first is, counted from 1.</summary>
    public int FirstNumber { get; }

    public bool IsComplete => _pending == 0;

    public void Note(FileOutcome outcome)
    {
        _outcomes[outcome.Index] = outcome;
        _pending--;
    }

    /// <summary>The result, once the job is complete.</summary>
    /// <param name="newSeriesUid">The Series Instance UID in the output.</param>
    public ProtectedSeries ToResult(string newSeriesUid)
    {
        var files = new List<string>();
        foreach (var outcome in _outcomes)
        {
            if (outcome is { Path: { } path, IsRepeated: false })
                files.Add(path);
        }
        return new ProtectedSeries(
            Identity.Subject,
            Series.PatientID,
            Series.CTDate,
            Series.SeriesInstanceUID,
            newSeriesUid,
            Series.Modality,
            files.Count,
            _outcomes.Count(outcome => outcome?.Error is not null),
            files.Count == 0 ? "" : System.IO.Path.GetDirectoryName(files[0])!,
            files)
        {
            BurnedInText = _outcomes.Max(outcome => outcome?.BurnedInText ?? BurnedInText.None),
        };
    }
}
