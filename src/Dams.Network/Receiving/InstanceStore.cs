using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Files;
using Dams.Reporting;
using FellowOakDicom.Network;

namespace Dams.Network.Receiving;

/// <summary>Stores instances that came, a folder for each series; what cannot be read is put into quarantine.</summary>
/// <remarks>Several threads may store; what the caller asks for is answered on his.</remarks>
internal sealed class InstanceStore
{
    private const string QuarantineFolder = "quarantine";

    private readonly object _lock = new();
    private readonly Dictionary<string, IncomingSeries> _series = [];
    private readonly ConcurrentQueue<FileFailure> _failures = new();
    private int _seen;
    private int _count;

    /// <param name="folder">Where they are stored; made for its owner alone.</param>
    /// <exception cref="DamsException">The folder cannot be written to.</exception>
    public InstanceStore(string folder)
    {
        Folder = folder;
        try
        {
            PrivateFile.CreateFolder(folder);
            PartialFiles.RemoveAbandoned(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableDestination(folder, e);
        }
    }

    public string Folder { get; }

    /// <summary>Number of instances that were stored.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>What was put into quarantine or not stored since this was asked last.</summary>
    public IEnumerable<FileFailure> TakeFailures()
    {
        while (_failures.TryDequeue(out var failure))
            yield return failure;
    }

    /// <summary>Takes series that lie in the folder since an earlier run for ones that came now.</summary>
    public void TakeEarlier()
    {
        foreach (var folder in Directory.GetDirectories(Folder).Where(folder => Path.GetFileName(folder) != QuarantineFolder))
            _series[Path.GetFileName(folder)] = new IncomingSeries(folder);
    }

    /// <summary>The folders of series that are complete, each once; one that gets more instances is given again.</summary>
    /// <param name="quietTime">How long nothing must have come of a series.</param>
    /// <param name="all">Whether those of which more may come are taken too.</param>
    public IReadOnlyList<string> TakeComplete(TimeSpan quietTime, bool all) => Take(series =>
        all || (series.Associations == 0 && DateTime.UtcNow - series.Last >= quietTime));

    /// <summary>The folders of the series of a study of which something came.</summary>
    public IReadOnlyList<string> TakeStudy(string studyUid) => Take(series => series.StudyUid == studyUid);

    /// <summary>An association begins to bring a series.</summary>
    public void Enter(string series)
    {
        lock (_lock)
        {
            if (_series.TryGetValue(series, out var found))
                found.Associations++;
        }
    }

    /// <summary>An association that brought some series ends.</summary>
    public void Leave(IEnumerable<string> series)
    {
        lock (_lock)
        {
            foreach (var name in series)
            {
                if (_series.TryGetValue(name, out var found))
                    found.Associations = Math.Max(0, found.Associations - 1);
            }
        }
    }

    /// <summary>Stores what came, if it can be read.</summary>
    /// <returns>What to tell the sender, and the name of its series; null where it was not stored.</returns>
    public (DicomStatus Status, string? Series) Store(IncomingFile incoming, Announcement announced)
    {
        incoming.Finish();
        var number = Interlocked.Increment(ref _seen);
        try
        {
            if (incoming.Error is { } error)
                throw error;
            var instance = IncomingInstance.Read(incoming.PartialPath, announced);
            var folder = Path.Combine(Folder, instance.Folder);
            PrivateFile.CreateFolder(folder);
            incoming.MoveTo(folder, instance.File);
            lock (_lock)
            {
                if (!_series.TryGetValue(instance.Folder, out var series))
                    _series.Add(instance.Folder, series = new IncomingSeries(folder));
                (series.Last, series.StudyUid) = (DateTime.UtcNow, instance.StudyInstanceUID);
            }
            Interlocked.Increment(ref _count);
            return (DicomStatus.Success, instance.Folder);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (Refuse(incoming, announced, number, SourceErrors.Translate(e) ?? CoreErrors.Unforeseen(e)), null);
        }
    }

    private DicomStatus Refuse(IncomingFile incoming, Announcement announced, int number, DamsException error)
    {
        if (error.Id is nameof(NetworkErrors.NoRoom) or nameof(NetworkErrors.UnwritableReceived) or nameof(FileErrors.UnreadableFile))
        {
            _failures.Enqueue(new FileFailure($"Instance {number}", "", error));
            return DicomStatus.StorageStorageOutOfResources;
        }
        var (folder, name) = (Path.Combine(Folder, QuarantineFolder), $"{IncomingInstance.Name(announced.Key)}.dcm");
        try
        {
            incoming.MoveTo(folder, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error = NetworkErrors.UnwritableReceived(e);
        }
        var told = error.Id is nameof(NetworkErrors.Quarantined) or nameof(NetworkErrors.UnwritableReceived)
            ? error
            : NetworkErrors.Quarantined(error.Cause.TrimEnd('.'));
        _failures.Enqueue(new FileFailure($"Instance {number}", Path.Combine(folder, name), told) { Root = Folder });
        return DicomStatus.StorageCannotUnderstand;
    }

    private IReadOnlyList<string> Take(Func<IncomingSeries, bool> which)
    {
        lock (_lock)
        {
            var taken = _series.Where(pair => which(pair.Value)).ToArray();
            foreach (var (name, _) in taken)
                _series.Remove(name);
            return [.. taken.OrderBy(pair => pair.Value.First).Select(pair => pair.Value.Folder)];
        }
    }

    private sealed class IncomingSeries(string folder)
    {
        public string Folder => folder;

        public DateTime First { get; } = DateTime.UtcNow;

        public DateTime Last { get; set; } = DateTime.UtcNow;

        public string StudyUid { get; set; } = "";

        public int Associations { get; set; }
    }
}
