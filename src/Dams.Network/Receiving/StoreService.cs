using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FellowOakDicom;
using FellowOakDicom.Network;
using Microsoft.Extensions.Logging;

namespace Dams.Network.Receiving;

/// <summary>One connection to the receiver (C-STORE and C-ECHO as SCP, PS3.4 annexes A and B).</summary>
internal sealed class StoreService(INetworkStream stream, Encoding fallbackEncoding, ILogger logger, DicomServiceDependencies dependencies)
    : DicomService(stream, fallbackEncoding, logger, dependencies), IDicomServiceProvider, IDicomCStoreProvider, IDicomCEchoProvider
{
    // Series of which this connection brought instances.
    private readonly HashSet<string> _series = [];
    private IncomingFile? _incoming;
    private bool _isCounted;

    private Receiver Receiver => (Receiver)UserState;

    public Task OnReceiveAssociationRequestAsync(DicomAssociation association)
    {
        var options = Receiver.Options;
        if (!Receiver.TryCount())
        {
            return SendAssociationRejectAsync(
                DicomRejectResult.Transient, DicomRejectSource.ServiceProviderPresentation, DicomRejectReason.LocalLimitExceeded);
        }
        _isCounted = true;
        if (association.CalledAE.Trim() != options.AETitle)
            return Reject(DicomRejectReason.CalledAENotRecognized);
        if (!options.CallingAETitles.Contains("*") && !options.CallingAETitles.Contains(association.CallingAE.Trim()))
            return Reject(DicomRejectReason.CallingAENotRecognized);
        foreach (var context in association.PresentationContexts)
            Accept(context);
        return SendAssociationAcceptAsync(association);
    }

    public Task OnReceiveAssociationReleaseRequestAsync() => SendAssociationReleaseResponseAsync();

    public void OnReceiveAbort(DicomAbortSource source, DicomAbortReason reason) => Leave();

    public void OnConnectionClosed(Exception? exception) => Leave();

    public Task<DicomCEchoResponse> OnCEchoRequestAsync(DicomCEchoRequest request) =>
        Task.FromResult(new DicomCEchoResponse(request, DicomStatus.Success));

    public Task<DicomCStoreResponse> OnCStoreRequestAsync(DicomCStoreRequest request)
    {
        var incoming = _incoming!;
        _incoming = null;
        using (incoming)
        {
            var (status, series) = Receiver.Store.Store(incoming, Announcement.OfInstance(request.SOPInstanceUID.UID));
            if (series is not null && _series.Add(series))
                Receiver.Store.Enter(series);
            return Task.FromResult(new DicomCStoreResponse(request, status));
        }
    }

    // Nothing is parsed by fo-dicom, so that nothing can go wrong there.
    public Task OnCStoreRequestExceptionAsync(string tempFileName, Exception e) => Task.CompletedTask;

    protected override void CreateCStoreReceiveStream(DicomFile file)
    {
        // The writer of this file is not Dams' protection, whatever wrote the instance.
        file.FileMetaInfo.ImplementationClassUID = DicomImplementation.ClassUID;
        file.FileMetaInfo.ImplementationVersionName = DicomImplementation.Version;
        _incoming = IncomingFile.Create(Receiver.Options.Folder, file, Receiver.Options.MinimumFreeBytes);
        _dimseStream = _incoming;
        _dimseStreamFile = null;
    }

    protected override DicomFile? GetCStoreDicomFile() => null;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Leave();
        base.Dispose(disposing);
    }

    private Task Reject(DicomRejectReason reason) =>
        SendAssociationRejectAsync(DicomRejectResult.Permanent, DicomRejectSource.ServiceUser, reason);

    // The transfer syntax that is proposed first is taken: it is the one in which the sender has the instance, or likes best.
    private static void Accept(DicomPresentationContext context)
    {
        if (context.AbstractSyntax != DicomUID.Verification && context.AbstractSyntax.StorageCategory == DicomStorageCategory.None)
            return;
        var syntax = context.GetTransferSyntaxes().FirstOrDefault(syntax => TransferSyntax.FromUid(syntax.UID.UID).IsListed);
        if (syntax is not null)
            context.SetResult(DicomPresentationContextResult.Accept, syntax);
    }

    private void Leave()
    {
        _incoming?.Dispose();
        _incoming = null;
        if (_isCounted)
            Receiver.Leave(_series);
        _isCounted = false;
        _series.Clear();
    }
}
