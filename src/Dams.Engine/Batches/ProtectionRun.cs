using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dams.Deidentification;
using Dams.Dicom;
using Dams.Subjects;

namespace Dams.Batches;

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
    private readonly UidMap _uids;
    private readonly BlockingCollection<(SeriesJob Job, int Index)> _work = [];
    private readonly ConcurrentQueue<FileOutcome> _done = new();
    private readonly Queue<SeriesJob> _jobs = new();
    private readonly ProgressClock _clock;
    private readonly CancellationTokenSource _stop;
    private Task[] _workers = [];
    private (int Known, int Done, int Repeated, int Sharing, int Suspected, long Bytes) _counts;

    /// <summary>Takes in what is asked. Nothing is written before the first series comes.</summary>
    /// <exception cref="DamsException">The options cannot be used.</exception>
    public ProtectionRun(ProtectionOptions options, IRunListener listener, CancellationToken cancellation)
    {
        _options = options with { Destination = Path.GetFullPath(options.Destination) };
        _listener = listener;
        _patients = new PatientRegistry(_options);
        _uids = new UidMap(_options.Key);
        _clock = new ProgressClock(listener);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A format that names a place that there is not stops the run here, before any file.
        _ = new Pseudonyms(_options);
        if (_options.SubjectMap is { IsAmbiguous: true })
            throw Errors.AmbiguousSubjectMap();
    }

    /// <summary>Number of files that failed so far.</summary>
    public int FailedCount { get; private set; }

    /// <summary>Takes in a series; returns the results that are ready.</summary>
    /// <param name="given">New values that the user gives for its patient.</param>
    /// <exception cref="DamsException">
    /// The destination cannot be written to, or lies in the folder where the series was found.
    /// </exception>
    public IReadOnlyList<ProtectedSeries> Add(DicomSeries series, GivenIdentity given)
    {
        RefuseDestinationInside(series);
        SeriesJob job;
        try
        {
            job = new SeriesJob(series, _patients.Assign(series, given, _listener), given);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            FailedCount += series.Files.Count;
            var count = series.Files.Count == 1 ? "1 file" : $"{series.Files.Count} files";
            _listener.Fail(new FileFailure($"A series of {count}", series.Path, e));
            return [];
        }
        Start();
        _jobs.Enqueue(job);
        _counts.Known += series.Files.Count;
        var results = new List<ProtectedSeries>();
        for (var i = 0; i < series.Files.Count; i++)
        {
            while (_work.Count >= QueueLength)
                Collect(results, Pause);
            _work.Add((job, i));
        }
        Collect(results, TimeSpan.Zero);
        return results;
    }

    /// <summary>Waits for all that was taken in; gives the results as they become ready.</summary>
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
        if (_counts.Repeated > 0)
            _listener.Warn(Warnings.SameBytes(_counts.Repeated));
        if (_counts.Sharing > 0)
            _listener.Warn(Warnings.SharedInstanceUid(_counts.Sharing));
        if (_counts.Suspected > 0)
            _listener.Warn(Warnings.BurnedInText(_counts.Suspected));
    }

    /// <summary>Stops what is under way; a file that is not whole is removed.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            Task.WaitAll(_workers);
        }
        catch (AggregateException)
        {
            // Whatever it was has been told, or was the stop itself.
        }
        _stop.Dispose();
        _work.Dispose();
    }

    private void RefuseDestinationInside(DicomSeries series)
    {
        foreach (var root in series.Sources.Select(source => source.Root).Distinct(PathComparison.Comparer))
        {
            if (root.Length > 0 && PathComparison.IsInside(RealPath.Of(_options.Destination), RealPath.Of(root)))
                throw Errors.DestinationInsideSource();
        }
    }

    private void Start()
    {
        if (_workers.Length > 0)
            return;
        ProbeDestination(_options.Destination);
        _workers = Enumerable.Range(0, _options.Workers)
            .Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning)).ToArray();
    }

    private static void ProbeDestination(string path)
    {
        try
        {
            using var probe = TargetFile.Create(path);
            probe.Stream.WriteByte(0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Errors.UnwritableDestination(path, e);
        }
    }

    private void Work()
    {
        var protector = new InstanceProtector(_options, _outputs);
        foreach (var (job, index) in _work.GetConsumingEnumerable(_stop.Token))
            _done.Enqueue(protector.Protect(job, index, _stop.Token));
    }

    private void Collect(List<ProtectedSeries> results, TimeSpan pause)
    {
        _stop.Token.WaitHandle.WaitOne(pause);
        _stop.Token.ThrowIfCancellationRequested();
        while (_done.TryDequeue(out var outcome))
            Note(outcome);
        ThrowIfWorkerFailed();
        while (_jobs.Count > 0 && _jobs.Peek().IsComplete)
        {
            var job = _jobs.Dequeue();
            if (job.IsRefused)
                continue;
            var uid = job.Series.SeriesInstanceUID;
            results.Add(job.ToResult(InstanceDeidentifier.NewUid(_options.Profile, _uids, KnownTag.SeriesInstanceUID, uid)));
        }
        _clock.Report(new RunProgress(_counts.Done, _counts.Known, _counts.Bytes));
    }

    private void Note(FileOutcome outcome)
    {
        outcome.Job.Note(outcome);
        _counts.Done++;
        _counts.Bytes += outcome.Length;
        _counts.Repeated += outcome.IsRepeated ? 1 : 0;
        _counts.Sharing += outcome.SharesInstanceUid ? 1 : 0;
        _counts.Suspected += outcome.BurnedInText == BurnedInText.Suspected ? 1 : 0;
        if (outcome.Error is null)
            return;
        FailedCount++;
        var source = outcome.Job.Series.Sources[outcome.Index];
        _listener.Fail(new FileFailure($"File {source.Number}", source.Path, outcome.Error));
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
