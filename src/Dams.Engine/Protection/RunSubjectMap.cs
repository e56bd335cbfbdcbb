using System.Collections.Generic;
using System.Threading;

namespace Dams.Protection;

/// <summary>Decides which patients a run puts into the subject map, and when.</summary>
/// <remarks>Not safe for use by several threads. Memory: a line for each patient and day of examination.</remarks>
internal sealed class RunSubjectMap
{
    private readonly string? _path;
    private readonly bool _isInPlace;
    private readonly HashSet<SubjectMapEntry> _begun = [];
    private readonly HashSet<SubjectMapEntry> _written = [];
    private bool _isSaved;

    public RunSubjectMap(ProtectionOptions options) => (_path, _isInPlace) = (options.ExportMap, options.InPlace);

    /// <summary>In place, saves who a patient is before the first file of the patient is replaced: afterwards no file says so.</summary>
    /// <exception cref="DamsException">The map cannot be written.</exception>
    public void Begin(SeriesJob job, CancellationToken cancellation)
    {
        var entry = EntryOf(job);
        if (_isInPlace && _path is not null && _begun.Add(entry))
            SubjectMap.Merge(_path, [entry], cancellation);
    }

    /// <summary>Takes in the result of a file.</summary>
    public void Record(FileOutcome outcome)
    {
        if (_path is not null && outcome is { Path: not null, IsDuplicate: false })
            _written.Add(EntryOf(outcome.Job));
    }

    /// <summary>Saves, once, every patient of whom a file was written: at the end of the run, however it ends.</summary>
    /// <exception cref="DamsException">The map cannot be written.</exception>
    public void Save(IRunListener listener, CancellationToken cancellation)
    {
        if (_path is null || _isSaved)
            return;
        _isSaved = true;
        if (SubjectMap.Merge(_path, _written, cancellation))
            listener.Warn(Warnings.AmbiguousSubjectMap());
    }

    private static SubjectMapEntry EntryOf(SeriesJob job) => new(job.Subject, job.Series.OwnerID, job.Series.CTDate);
}
