using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using FellowOakDicom.Network;
using FellowOakDicom.Network.Client.Advanced.Association;
using FellowOakDicom.Network.Client.Advanced.Connection;

namespace Dams.Network.Nodes;

/// <summary>An association with a node, on the thread of its caller.</summary>
/// <remarks>
/// What fo-dicom throws is translated here: its messages may hold values of a dataset. It is given no logger. Not safe for use
/// by several threads.
/// </remarks>
internal sealed class NodeConnection : IDisposable
{
    // PS3.8 section 9.3.2.2: the contexts have odd numbers up to 255.
    public const int MaximumContexts = 128;

    private static readonly TimeSpan ReleaseTime = TimeSpan.FromSeconds(5);

    private readonly ConnectionOptions _options;
    private readonly IAdvancedDicomClientConnection _connection;
    private readonly IAdvancedDicomClientAssociation _association;

    private NodeConnection(ConnectionOptions options, IAdvancedDicomClientConnection connection, IAdvancedDicomClientAssociation association) =>
        (_options, _connection, _association) = (options, connection, association);

    /// <summary>Whether the association still stands.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Opens an association.</summary>
    /// <param name="propose">Adds the presentation contexts.</param>
    /// <exception cref="DamsException">None came about.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static NodeConnection Open(
        ConnectionOptions options, Action<DicomPresentationContextCollection> propose, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(options.Timeout);
        IAdvancedDicomClientConnection? connection = null;
        try
        {
            connection = Connect(options, timer.Token);
            var request = new AdvancedDicomClientAssociationRequest
            {
                CallingAE = options.CallingAETitle,
                CalledAE = options.Node.AETitle,
            };
            propose(request.PresentationContexts);
            var association = connection.OpenAssociationAsync(request, timer.Token).WaitAsync(timer.Token).GetAwaiter().GetResult();
            return new NodeConnection(options, connection, association);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw Translate(e, options);
        }
    }

    /// <summary>Whether a class is accepted in a transfer syntax.</summary>
    public bool Accepts(string sopClass, string syntax) => Contexts(sopClass).Any(context => context.AcceptedTransferSyntax.UID.UID == syntax);

    /// <summary>Whether a class is accepted in any transfer syntax.</summary>
    public bool Accepts(string sopClass) => Contexts(sopClass).Any();

    /// <summary>Sends a request and gives all answers.</summary>
    /// <param name="answered">Receives each answer as it comes; null for nobody.</param>
    /// <exception cref="DamsException">The association ended, or no answer came in time.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public IReadOnlyList<DicomResponse> Send(DicomRequest request, CancellationToken cancellation, Action<DicomResponse>? answered = null)
    {
        var answers = new List<DicomResponse>();
        var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(_options.Timeout);
        try
        {
            // Each answer gives the next one its time again; a pause of the enumeration is waited for too, since a send may hang.
            var sending = Enumerate();
            sending.WaitAsync(timer.Token).GetAwaiter().GetResult();
            return answers;
        }
        catch (Exception e)
        {
            IsOpen = false;
            cancellation.ThrowIfCancellationRequested();
            throw Translate(e, _options);
        }

        async Task Enumerate()
        {
            await foreach (var answer in _association.SendRequestAsync(request, timer.Token).ConfigureAwait(false))
            {
                timer.CancelAfter(_options.Timeout);
                answers.Add(answer);
                answered?.Invoke(answer);
            }
        }
    }

    /// <summary>Releases the association where it stands, and closes the connection.</summary>
    public void Dispose()
    {
        try
        {
            using var timer = new CancellationTokenSource(ReleaseTime);
            var ending = IsOpen ? _association.ReleaseAsync(timer.Token) : _association.AbortAsync(timer.Token);
            ending.AsTask().WaitAsync(timer.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is DicomNetworkException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
        }
        _association.Dispose();
        _connection.Dispose();
    }

    private IEnumerable<DicomPresentationContext> Contexts(string sopClass) => _association.Association.PresentationContexts
        .Where(context => context.Result == DicomPresentationContextResult.Accept && context.AbstractSyntax.UID == sopClass);

    private static IAdvancedDicomClientConnection Connect(ConnectionOptions options, CancellationToken cancellation) =>
        AdvancedDicomClientConnectionFactory.OpenConnectionAsync(
            new AdvancedDicomClientConnectionRequest
            {
                NetworkStreamCreationOptions = new NetworkStreamCreationOptions
                {
                    Host = options.Node.Host,
                    Port = options.Node.Port,
                    NoDelay = true,
                    TlsInitiator = new ConnectionStart(options),
                },
                DicomServiceOptions = new DicomServiceOptions { MaxPDULength = PduLimits.Offered, MaxDataBuffer = PduLimits.Offered },
            },
            cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();

    private static Exception Translate(Exception exception, ConnectionOptions options)
    {
        var node = options.Node.ToString();
        return Flatten(exception) switch
        {
            DamsException e => e,
            OperationCanceledException => NetworkErrors.NodeSilent(node, (int)options.Timeout.TotalSeconds),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => NetworkErrors.UnknownHost(node),
            SocketException { SocketErrorCode: SocketError.TimedOut } => NetworkErrors.NodeSilent(node, (int)options.Timeout.TotalSeconds),
            SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown } => NetworkErrors.ConnectionLost(node),
            SocketException => NetworkErrors.NobodyListens(node),
            DicomAssociationRejectedException { RejectReason: DicomRejectReason.CalledAENotRecognized } => NetworkErrors.UnknownCalledAE(node),
            DicomAssociationRejectedException { RejectReason: DicomRejectReason.CallingAENotRecognized } =>
                NetworkErrors.UnknownCallingAE(node, options.CallingAETitle),
            DicomAssociationRejectedException e => NetworkErrors.AssociationRejected(node, Words(e.RejectReason)),
            DicomNetworkException or IOException or ObjectDisposedException => NetworkErrors.ConnectionLost(node),
            var e => CoreErrors.Unforeseen(e),
        };
    }

    private static string Words(DicomRejectReason reason) => reason switch
    {
        DicomRejectReason.TemporaryCongestion or DicomRejectReason.LocalLimitExceeded => "it is busy",
        DicomRejectReason.ApplicationContextNotSupported or DicomRejectReason.ProtocolVersionNotSupported => "it speaks another protocol",
        _ => "it gives no reason",
    };

    private static Exception Flatten(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: > 0 } e => Flatten(e.InnerExceptions[0]),
        IOException { InnerException: SocketException inner } => inner,
        DicomNetworkException { InnerException: { } inner } and not DicomAssociationRejectedException => Flatten(inner),
        _ => exception,
    };
}
