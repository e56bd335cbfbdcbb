using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Dams.Network.Nodes;
using FellowOakDicom.Network;
using FellowOakDicom.Network.Tls;
using Microsoft.Extensions.Logging;

namespace Dams.Network.Tests.Partners;

/// <summary>A node that answers everything with one status, or rejects: what no archive does when it is asked to.</summary>
internal sealed class RefusingNode : IDisposable
{
    private readonly IDicomServer _server;

    /// <param name="status">What it answers.</param>
    /// <param name="rejection">Why it rejects associations; null where it takes them.</param>
    /// <param name="tls">What it does with a connection before it speaks.</param>
    public RefusingNode(ushort status, DicomRejectReason? rejection = null, ITlsAcceptor? tls = null)
    {
        (Status, Rejection, Port) = (status, rejection, Program.FreePort());
        _server = DicomServerFactory.Create<Service>("127.0.0.1", Port, tls, userState: this);
    }

    public int Port { get; }

    public int Failures { get; init; }

    internal ConnectionOptions Connection => new(new DicomNode("REFUSING", "127.0.0.1", Port, UsesTls: false), "DAMS");

    private ushort Status { get; }

    private DicomRejectReason? Rejection { get; }

    public void Dispose() => _server.Dispose();

    private sealed class Service(INetworkStream stream, Encoding fallbackEncoding, ILogger logger, DicomServiceDependencies dependencies)
        : DicomService(stream, fallbackEncoding, logger, dependencies), IDicomServiceProvider, IDicomCStoreProvider, IDicomCFindProvider, IDicomCMoveProvider
    {
        private RefusingNode Node => (RefusingNode)UserState;

        public Task OnReceiveAssociationRequestAsync(DicomAssociation association)
        {
            if (Node.Rejection is { } reason)
                return SendAssociationRejectAsync(DicomRejectResult.Permanent, DicomRejectSource.ServiceUser, reason);
            foreach (var context in association.PresentationContexts)
                context.SetResult(DicomPresentationContextResult.Accept, context.GetTransferSyntaxes()[0]);
            return SendAssociationAcceptAsync(association);
        }

        public Task OnReceiveAssociationReleaseRequestAsync() => SendAssociationReleaseResponseAsync();

        public void OnReceiveAbort(DicomAbortSource source, DicomAbortReason reason)
        {
        }

        public void OnConnectionClosed(Exception exception)
        {
        }

        public Task<DicomCStoreResponse> OnCStoreRequestAsync(DicomCStoreRequest request) =>
            Task.FromResult(new DicomCStoreResponse(request, DicomStatus.Lookup(Node.Status)));

        public Task OnCStoreRequestExceptionAsync(string tempFileName, Exception e) => Task.CompletedTask;

        public async IAsyncEnumerable<DicomCFindResponse> OnCFindRequestAsync(DicomCFindRequest request)
        {
            await Task.Yield();
            yield return new DicomCFindResponse(request, DicomStatus.Lookup(Node.Status));
        }

        public async IAsyncEnumerable<DicomCMoveResponse> OnCMoveRequestAsync(DicomCMoveRequest request)
        {
            await Task.Yield();
            yield return new DicomCMoveResponse(request, DicomStatus.Lookup(Node.Status)) { Failures = Node.Failures };
        }
    }
}
