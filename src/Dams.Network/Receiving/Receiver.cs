using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using Dams.Files;
using Dams.Network.Nodes;
using Dams.Reporting;
using FellowOakDicom.Network;

namespace Dams.Network.Receiving;

/// <summary>Receives instances and stores them, a folder for each series; what cannot be read is put into quarantine.</summary>
/// <remarks>Connections come on threads of their own; what the caller asks for is answered on his.</remarks>
internal sealed class Receiver : IDisposable
{
    private const string QuarantineFolder = "quarantine";

    private readonly object _lock = new();
    private readonly Dictionary<string, IncomingSeries> _series = [];
    private readonly ConcurrentQueue<FileFailure> _failures = new();
    private readonly IDicomServer _server;
    private int _associations;
    private int _seen;
    private int _count;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="DamsException">The port is taken, or the folder cannot be written to.</exception>
    public Receiver(ReceiverOptions options)
    {
        Options = options;
        try
        {
            PrivateFile.CreateFolder(options.Folder);
            PartialFiles.RemoveAbandoned(options.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableDestination(options.Folder, e);
        }
        try
        {
            _server = DicomServerFactory.Create<StoreService>(NetworkManager.IPv4Any, options.Port, new ConnectionGuard(options), userState: this);
            _server.Options.MaxPDULength = PduLimits.Offered;
            WaitUntilListening();
        }
        catch (Exception e) when (e is DicomNetworkException or SocketException or AggregateException)
        {
            _server?.Dispose();
            throw NetworkErrors.PortTaken(options.Port, "another program has it, or this account may not");
        }
    }

    public ReceiverOptions Options { get; }

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
        foreach (var folder in Directory.GetDirectories(Options.Folder).Where(folder => Path.GetFileName(folder) != QuarantineFolder))
            _series[Path.GetFileName(folder)] = new IncomingSeries(folder);
    }

    /// <summary>The folders of series that are complete, each once; one that gets more instances is given again.</summary>
    /// <param name="all">Whether those of which more may come are taken too.</param>
    public IReadOnlyList<string> TakeComplete(bool all = false) => Take(series =>
        all || (series.Associations == 0 && DateTime.UtcNow - series.Last >= Options.QuietTime));

    /// <summary>The folders of the series of a study of which something came.</summary>
    public IReadOnlyList<string> TakeStudy(string studyUid) => Take(series => series.StudyUid == studyUid);

    /// <summary>Whether another association may be opened.</summary>
    public bool TryCount()
    {
        if (Interlocked.Increment(ref _associations) <= Options.MaximumAssociations)
            return true;
        Interlocked.Decrement(ref _associations);
        return false;
    }

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
        Interlocked.Decrement(ref _associations);
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
    public (DicomStatus Status, string? Series) Store(IncomingFile incoming, string sopInstance)
    {
        incoming.Finish();
        var number = Interlocked.Increment(ref _seen);
        try
        {
            if (incoming.Error is { } error)
                throw error;
            var instance = IncomingInstance.Read(incoming.PartialPath, sopInstance);
            var folder = Path.Combine(Options.Folder, instance.Folder);
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
            return (Refuse(incoming, sopInstance, number, SourceErrors.Translate(e) ?? CoreErrors.Unforeseen(e)), null);
        }
    }

    public void Dispose() => _server.Dispose();

    private DicomStatus Refuse(IncomingFile incoming, string sopInstance, int number, DamsException error)
    {
        if (error.Id is nameof(NetworkErrors.NoRoom) or nameof(NetworkErrors.UnwritableReceived) or nameof(FileErrors.UnreadableFile))
        {
            _failures.Enqueue(new FileFailure($"Instance {number}", "", error));
            return DicomStatus.StorageStorageOutOfResources;
        }
        var (folder, name) = (Path.Combine(Options.Folder, QuarantineFolder), $"{IncomingInstance.Name(sopInstance)}.dcm");
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
        _failures.Enqueue(new FileFailure($"Instance {number}", Path.Combine(folder, name), told) { Root = Options.Folder });
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

    private void WaitUntilListening()
    {
        for (var wait = 0; !_server.IsListening; wait++)
        {
            if (_server.Exception is { } e)
                throw new AggregateException(e);
            if (wait > 500)
                throw new SocketException((int)SocketError.TimedOut);
            Thread.Sleep(10);
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
