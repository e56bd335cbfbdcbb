using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
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
    private const int QueueLength = 1024;

    // Results are looked for now and then and not awaited one by one: the processors are for the workers.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ProtectionOptions _options;
    private readonly IRunListener _listener;
    private readonly PatientRegistry _patients;
    private readonly OutputRegistry _outputs = new();
    private readonly RunSubjectMap _map;
    private readonly UidMap _uids;
    private readonly BlockingCollection<(SeriesJob Job, int Index)> _work = [];
    private readonly ConcurrentQueue<FileOutcome> _done = new();
    private readonly Queue<SeriesJob> _jobs = new();
    private readonly RunStatistics _statistics = new();
    private readonly ProgressThrottle _clock;
    private readonly CancellationTokenSource _stop;
    private Task[] _workers = [];
    private RunMarker? _marker;
    private bool _isDisposed;

    /// <summary>Takes in the options. Nothing is written before the first series is added.</summary>
    /// <exception cref="DamsException">The options cannot be used.</exception>
    public ProtectionRun(ProtectionOptions options, IRunListener listener, CancellationToken cancellation)
    {
        if (options.Backup is not null && !options.InPlace)
            throw ProtectionErrors.BackupWithoutInPlace();
        _options = options with
        {
            Destination = options.InPlace ? "" : Path.GetFullPath(options.Destination),
            Backup = options.Backup is null ? null : Path.GetFullPath(options.Backup),
        };
        _listener = listener;
        _patients = new PatientRegistry(_options);
        _map = new RunSubjectMap(_options);
        _uids = new UidMap(_options.Key);
        _clock = new ProgressThrottle(listener);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A format with an unknown placeholder stops the run here, before any file.
        _ = new Pseudonyms(_options, _options.PatientNameFormat);
        if (_options.SubjectMap is { IsAmbiguous: true })
            throw SubjectErrors.AmbiguousSubjectMap();
    }

    /// <summary>What the run has done so far.</summary>
    public RunSummary Summary => _statistics.Summary;

    /// <summary>Announces series that are to come, so that progress knows the whole from the start.</summary>
    public void Expect(IReadOnlyList<DicomSeries> series)
    {
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
        IReadOnlyList<SourceFile> sources;
        try
        {
            sources = _options.InPlace ? InPlaceFilter.SelectUnprotected(series.Sources, _options, _stop.Token) : series.Sources;
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Refuse(series, series.Sources.Count, e);
            return [];
        }
        _statistics.Skip(series, series.Sources.Count - sources.Count);
        if (sources.Count == 0)
        {
            _statistics.End(series, isDone: true);
            return [];
        }
        SeriesJob job;
        try
        {
            job = new SeriesJob(series, sources, _patients.Assign(series, given, _listener), given);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Refuse(series, sources.Count, e);
            return [];
        }
        Start();
        _map.Begin(job, _stop.Token);
        _jobs.Enqueue(job);
        _statistics.Begin(job.Subject);
        var results = new List<ProtectedSeries>();
        for (var i = 0; i < sources.Count; i++)
        {
            while (_work.Count >= QueueLength)
                Collect(results, Pause);
            _work.Add((job, i));
        }
        Collect(results, TimeSpan.Zero);
        return results;
    }

    /// <summary>Waits for all series that were added; returns the results as they become ready.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public IEnumerable<ProtectedSeries> Complete()
    {
        _work.CompleteAdding();
        while (_jobs.Count > 0)
        {
            var results = new List<ProtectedSeries>();
            Collect(results, Pause);
            foreach (var result in results)
                yield return result;
        }
        Task.WaitAll(_workers);
        _marker?.Dispose();
        _map.Save(_listener, _stop.Token);
        RemovePartialFiles();
        _statistics.ReportWarnings(_listener, _options.InPlace);
    }

    /// <summary>
    /// Ends a run before all is done: what is under way is stopped, a file that is not whole is removed, and the subject
    /// map gets every patient of whom a file was written.
    /// </summary>
    /// <exception cref="DamsException">The map cannot be written.</exception>
    public void Stop()
    {
        Dispose();
        _map.Save(_listener, CancellationToken.None);
        _ = UnremovedFiles.RetryRemoval();
    }

    /// <summary>Stops what is under way; a file that is not whole is removed.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _stop.Cancel();
        try
        {
            Task.WaitAll(_workers);
        }
        catch (AggregateException)
        {
            // The error has been reported, or was the cancellation itself.
        }
        while (_done.TryDequeue(out var outcome))
        {
            _statistics.Record(outcome);
            _map.Record(outcome);
        }
        _marker?.Dispose();
        _ = UnremovedFiles.RetryRemoval();
        _stop.Dispose();
        _work.Dispose();
    }

    private void Start()
    {
        if (_workers.Length > 0)
            return;
        if (!_options.InPlace)
            _marker = new RunMarker(_options.Destination);
        if (_options.Backup is { } backup)
            new OriginalBackup(backup).EnsureWritable();
        _workers = Enumerable.Range(0, OpenFileLimit.LimitWorkers(_options.Workers))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
    }

    private void Refuse(DicomSeries series, int files, DamsException error)
    {
        _statistics.Refuse(files);
        _statistics.End(series, isDone: false);
        _listener.Fail(new FileFailure($"A series of {(files == 1 ? "1 file" : $"{files} files")}", series.Path, error));
    }

    // Partial files that a share did not let go while files were written. What stays even now, the next run removes.
    private void RemovePartialFiles()
    {
        _options.Retry.Run(UnremovedFiles.RetryRemoval, error => error is null ? null : FileErrors.UnwritableOutput(error), _stop.Token);
        UnremovedFiles.Forget();
    }

    private void Work()
    {
        var protector = new InstanceProtector(_options, _outputs, _marker);
        foreach (var (job, index) in _work.GetConsumingEnumerable(_stop.Token))
            _done.Enqueue(protector.Protect(job, index, _stop.Token));
    }

    private void Collect(List<ProtectedSeries> results, TimeSpan pause)
    {
        _stop.Token.WaitHandle.WaitOne(pause);
        _stop.Token.ThrowIfCancellationRequested();
        while (_done.TryDequeue(out var outcome))
            Record(outcome);
        ThrowIfWorkerFailed();
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

    private void Record(FileOutcome outcome)
    {
        outcome.Job.Record(outcome);
        _statistics.Record(outcome);
        _map.Record(outcome);
        if (outcome.Error is null)
            return;
        var source = outcome.Job.Sources[outcome.Index];
        _listener.Fail(new FileFailure($"File {source.Number}", source.Path, outcome.Error) { Root = source.Root });
    }

    private void ThrowIfWorkerFailed()
    {
        foreach (var worker in _workers)
        {
            if (worker.IsFaulted)
                worker.GetAwaiter().GetResult();
        }
    }
}
