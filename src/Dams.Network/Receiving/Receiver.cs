using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading;
using Dams.Network.Nodes;
using FellowOakDicom.Network;

namespace Dams.Network.Receiving;

/// <summary>Listens, and has what comes stored. Connections come on threads of their own.</summary>
internal sealed class Receiver : IDisposable
{
    private static readonly TimeSpan PortTime = TimeSpan.FromSeconds(5);

    private readonly IDicomServer _server;
    private int _associations;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="DamsException">The port is taken, or the folder cannot be written to.</exception>
    public Receiver(ReceiverOptions options)
    {
        Options = options;
        Store = new InstanceStore(options.Folder);
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

    /// <summary>Where what comes is stored.</summary>
    public InstanceStore Store { get; }

    /// <summary>The folders of series that are complete, each once; one that gets more instances is given again.</summary>
    /// <param name="all">Whether those of which more may come are taken too.</param>
    public IReadOnlyList<string> TakeComplete(bool all = false) => Store.TakeComplete(Options.QuietTime, all);

    /// <summary>Whether another association may be opened.</summary>
    public bool TryCount()
    {
        if (Interlocked.Increment(ref _associations) <= Options.MaximumAssociations)
            return true;
        Interlocked.Decrement(ref _associations);
        return false;
    }

    /// <summary>An association that brought some series ends.</summary>
    public void Leave(IEnumerable<string> series)
    {
        Interlocked.Decrement(ref _associations);
        Store.Leave(series);
    }

    public void Dispose()
    {
        _server.Dispose();
        // fo-dicom closes the port in a task of its own, and the next receiver wants it.
        SpinWait.SpinUntil(() => !_server.IsListening, PortTime);
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
}
