using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Files;
using Dams.Identities;

namespace Dams.Protection;

/// <summary>A series that a run protects. Only the thread that calls the run records its results.</summary>
internal sealed class SeriesJob
{
    // Of a series, what asks most of a person counts.
    private static readonly BurnedInText[] ByWeight = [BurnedInText.None, BurnedInText.BlackedOut, BurnedInText.WhollyBlackedOut, BurnedInText.Suspected];

    private readonly FileOutcome?[] _outcomes;
    private int _pending;

    public SeriesJob(DicomSeries series, IReadOnlyList<SourceFile> sources, string subject, GivenIdentity given)
    {
        Series = series;
        Sources = sources;
        Subject = subject;
        Given = given;
        _outcomes = new FileOutcome?[sources.Count];
        _pending = _outcomes.Length;
    }

    public DicomSeries Series { get; }

    /// <summary>Those of its files that are to be protected.</summary>
    public IReadOnlyList<SourceFile> Sources { get; }

    public string Subject { get; }

    public GivenIdentity Given { get; }

    public bool IsComplete => _pending == 0;

    /// <summary>Whether its pseudonym is the patient's own, so that no result may name it.</summary>
    public bool IsRefused => _outcomes.All(outcome => outcome?.Error?.Id == nameof(IdentityErrors.GivenValueIsPatients));

    public void Record(FileOutcome outcome)
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
            if (outcome is { Path: { } path, IsDuplicate: false })
                files.Add(path);
        }
        return new ProtectedSeries(
            Subject,
            Series.OwnerID,
            Series.CTDate,
            Series.SeriesInstanceUID,
            newSeriesUid,
            Series.Modality,
            files.Count,
            _outcomes.Count(outcome => outcome?.Error is not null),
            CommonFolder.Find(files),
            files)
        {
            BurnedInText = _outcomes.Select(outcome => outcome?.BurnedInText ?? BurnedInText.None).OrderBy(text => Array.IndexOf(ByWeight, text)).Last(),
            BurnedInReasons = _outcomes.Aggregate(BurnedInReasons.None, (reasons, outcome) => reasons | (outcome?.BurnedInReasons ?? 0)),
        };
    }
}
