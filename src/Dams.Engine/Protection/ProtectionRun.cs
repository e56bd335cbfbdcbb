using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Dams.Cleaning.Recognizers;
using Dams.Core;
using Dams.Deidentification;
using Dams.Dicom.Dictionary;
using Dams.Files;
using Dams.Identities;
using Dams.Protection;
using Dams.Protection.Destination;
using Dams.Protection.InPlace;
using Dams.Reporting;
using Dams.Subjects;

namespace Dams;

/// <summary>
/// Protects series as they come: files on several threads, results and reports on the thread that calls, in the order in
/// which the series came.
/// </summary>
/// <remarks>
/// Memory for each worker: buffers of 256 and 32 KiB, 32 bytes for each element of the file it is at, and the new bytes.
/// </remarks>
public sealed class ProtectionRun : IDisposable
{
    private readonly ProtectionOptions _options;
    private readonly RunContext _context;
    private readonly PatientRegistry _patients;
    private readonly OutputRegistry _outputs = new();
    private readonly RunSubjectMap _map;
    private readonly UidMap _uids;
    private readonly WorkQueue<(SeriesJob Job, int Index), FileOutcome> _queue;
    private readonly Queue<SeriesJob> _jobs = new();
    private readonly HashSet<string> _existing = new(StringComparer.Ordinal);
    private readonly RunStatistics _statistics = new();
    private readonly ProgressThrottle _clock;
    private readonly InPlaceWriter? _inPlace;
    private readonly InPlaceSelection? _selection;
    private RunMarker? _marker;
    private bool _isStarted;

    /// <summary>Takes in the options. Nothing is written before the first series is added.</summary>
    /// <exception cref="DamsException">The options cannot be used.</exception>
    public ProtectionRun(ProtectionOptions options, RunContext context)
    {
        if (options.Backup is not null && !options.InPlace)
            throw ProtectionErrors.BackupWithoutInPlace();
        if (options.Recognizer is not null && !options.Profile.AsksRecognizer)
            throw RecognizerErrors.RecognizerUnused();
        _options = options with
        {
            Destination = options.InPlace ? "" : Path.GetFullPath(options.Destination),
            Backup = options.Backup is null ? null : Path.GetFullPath(options.Backup),
        };
        _context = context;
        _patients = new PatientRegistry(_options);
        _map = new RunSubjectMap(_options);
        _uids = new UidMap(_options.Key);
        _clock = new ProgressThrottle(context.Listener);
        _inPlace = _options.InPlace ? new InPlaceWriter(_options) : null;
        _selection = _options.InPlace ? new InPlaceSelection(_options.Key, context) : null;
        _queue = new WorkQueue<(SeriesJob Job, int Index), FileOutcome>(context.WorkersFor(_options.Destination), CreateWorker, context.Cancellation);
    }

    /// <summary>In place: the files that an earlier run protected; null where the run has to find that out.</summary>
    internal HashSet<SourceFile>? ProtectedBefore { get; init; }

    /// <summary>What the run has done so far.</summary>
    public RunSummary Summary => _statistics.Summary;

    /// <summary>
    /// Announces series that are to come, so that progress knows the whole from the start, and that no patient is given a value
    /// of one who comes later.
    /// </summary>
    public void Expect(IReadOnlyList<DicomSeries> series)
    {
        _patients.Expect(series);
        foreach (var one in series)
            _statistics.Expect(one);
    }

    /// <summary>Adds a series; returns the results that are ready.</summary>
    /// <param name="given">New values that the user gives for its patient.</param>
    /// <exception cref="DamsException">
    /// The destination cannot be written to, or lies in the folder where the series was found.
    /// </exception>
    public IReadOnlyList<ProtectedSeries> Add(DicomSeries series, GivenIdentity given)
    {
        OverlappingFolders.Refuse(series, _options);
        _statistics.Expect(series);
        if (CreateJob(series, given) is not { } job)
            return [];
        Start();
        _map.Begin(job, _context.Cancellation);
        _jobs.Enqueue(job);
        _statistics.Begin(job.Subject);
        var results = new List<ProtectedSeries>();
        _queue.Count = Math.Max(_queue.Count, _context.WorkersFor(series.Path));
        for (var i = 0; i < job.Sources.Count; i++)
        {
            if (_queue.IsFull)
                Record(_queue.Take(), results);
            _queue.Add((job, i));
        }
        while (_queue.TryTake(out var outcome))
            Record(outcome, results);
        return results;
    }

    /// <summary>Waits for all series that were added; returns the results as they become ready.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public IEnumerable<ProtectedSeries> Complete()
    {
        while (_queue.HasItems)
        {
            var results = new List<ProtectedSeries>();
            Record(_queue.Take(), results);
            foreach (var result in results)
                yield return result;
        }
        _queue.Dispose();
        _marker?.Dispose();
        _map.Save(_context.Listener, _context.Cancellation);
        RemovePartialFiles();
        _patients.ReportUnmapped(_context.Listener);
        _statistics.ReportWarnings(_context.Listener, _options.InPlace);
    }

    /// <summary>
    /// Ends a run before all is done: what is under way is stopped, a file that is not whole is removed, and the subject
    /// map gets every patient of whom a file was written.
    /// </summary>
    /// <exception cref="DamsException">The map cannot be written.</exception>
    public void Stop()
    {
        Dispose();
        _map.Save(_context.Listener, CancellationToken.None);
        _ = UnremovedFiles.RetryRemoval();
    }

    /// <summary>Stops what is under way; a file that is not whole is removed.</summary>
    public void Dispose()
    {
        foreach (var outcome in _queue.Stop())
        {
            _statistics.Record(outcome);
            _map.Record(outcome);
        }
        _marker?.Dispose();
        _ = UnremovedFiles.RetryRemoval();
    }

    private void Start()
    {
        if (_isStarted)
            return;
        _isStarted = true;
        if (!_options.InPlace)
            _marker = _context.Retry.Run(() => new RunMarker(_options.Destination), _context.Cancellation);
        if (_options.Backup is { } backup)
            _context.Retry.Run(() => new OriginalBackup(backup).EnsureWritable(), _context.Cancellation);
    }

    /// <summary>The work that a series makes; null where there is none, or where it is refused.</summary>
    private SeriesJob? CreateJob(DicomSeries series, GivenIdentity given)
    {
        var count = series.Sources.Count;
        try
        {
            var sources = _selection?.Select(series.Sources, ProtectedBefore) ?? series.Sources;
            _statistics.Skip(series, count - sources.Count);
            count = sources.Count;
            if (count > 0)
                return new SeriesJob(series, sources, _patients.Assign(series, given, _context.Listener), given);
            _statistics.End(series, isDone: true);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Refuse(series, count, e);
        }
        return null;
    }

    private Func<(SeriesJob Job, int Index), FileOutcome> CreateWorker(CancellationToken cancellation)
    {
        var protector = new InstanceProtector(_options, _outputs, _marker, _inPlace, _context with { Cancellation = cancellation });
        return work => protector.Protect(work.Job, work.Index);
    }

    private void Refuse(DicomSeries series, int files, DamsException error)
    {
        _statistics.Refuse(files);
        _statistics.End(series, isDone: false);
        _context.Listener.Fail(new FileFailure($"A series of {(files == 1 ? "1 file" : $"{files} files")}", series.Path, error));
    }

    // Partial files that a share did not let go while files were written. What stays even now, the next run removes.
    private void RemovePartialFiles()
    {
        _context.Retry.Run(UnremovedFiles.RetryRemoval, error => error is null ? null : FileErrors.UnwritableOutput(error), _context.Cancellation);
        UnremovedFiles.Forget();
    }

    // A run over the output of another fails for every file, with one thing to do for all of a patient.
    private FileFailure FailureOf(FileOutcome outcome, DamsException error)
    {
        var source = outcome.Job.Sources[outcome.Index];
        var isOutput = error.Id == nameof(FileErrors.OutputExists);
        return new FileFailure(isOutput ? $"File {source.Number} of {outcome.Job.Subject}" : $"File {source.Number}", source.Path, error)
        {
            Root = source.Root,
            IsRepeat = isOutput && !_existing.Add(outcome.Job.Subject),
        };
    }

    private void Record(FileOutcome outcome, List<ProtectedSeries> results)
    {
        outcome.Job.Record(outcome);
        _statistics.Record(outcome);
        _map.Record(outcome);
        if (outcome.Error is { } error)
            _context.Listener.Fail(FailureOf(outcome, error));
        while (_jobs.Count > 0 && _jobs.Peek().IsComplete)
        {
            var job = _jobs.Dequeue();
            _statistics.End(job.Series, isDone: !job.IsRefused);
            if (job.IsRefused)
                continue;
            var uid = job.Series.SeriesInstanceUID;
            results.Add(job.ToResult(InstanceDeidentifier.NewUid(_options.Profile, _uids, KnownTag.SeriesInstanceUID, uid)));
        }
        if (_clock.IsDue)
            _clock.Report(_statistics.Progress());
    }
}
