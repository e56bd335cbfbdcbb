using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Network.Nodes;
using FellowOakDicom;
using FellowOakDicom.Network;

namespace Dams.Network.Sending;

/// <summary>
/// Sends instances over one association after another (C-STORE, PS3.4 annex B): an association takes as many kinds as it has
/// contexts, and goes on to the end unless it is lost. Nothing is converted.
/// </summary>
internal sealed class Sender : IInstanceSender
{
    private readonly ConnectionOptions _options;
    private readonly SendAttempts _attempts;
    private readonly IReadOnlyList<(string SopClass, string Syntax)> _kinds;
    private NodeConnection? _connection;
    private (string SopClass, string Syntax)[] _proposed = [];

    /// <param name="kinds">The classes and transfer syntaxes of all that will be sent.</param>
    public Sender(ConnectionOptions options, IReadOnlyList<(string SopClass, string Syntax)> kinds, SendAttempts attempts) =>
        (_options, _kinds, _attempts) = (options, kinds, attempts);

    /// <inheritdoc/>
    public ulong Send(StoredInstance instance) => _attempts.Run(() => SendOnce(instance), Close);

    public void Dispose() => Close();

    private ulong SendOnce(StoredInstance instance)
    {
        var connection = Open(instance);
        if (!connection.Accepts(instance.SOPClassUID, instance.Syntax.Uid))
            throw NetworkErrors.ClassNotAccepted(_options.Node.ToString());
        var (dataset, element) = StoredDataset.Open(instance);
        var answer = connection.Send(RequestOf(instance, dataset), _attempts.Cancellation)[^1];
        // PS3.4 section B.2.3: what is stored with a warning is stored.
        return answer.Status.State is DicomState.Success or DicomState.Warning
            ? element.Fingerprint
            : throw NetworkErrors.StoreRefused(_options.Node.ToString(), answer.Status.Code);
    }

    private NodeConnection Open(StoredInstance instance)
    {
        var kind = (instance.SOPClassUID, instance.Syntax.Uid);
        if (_connection is { IsOpen: true } open && _proposed.Contains(kind))
            return open;
        Close();
        _proposed = [kind, .. _kinds.Where(other => other != kind).Take(NodeConnection.MaximumContexts - 1)];
        return _connection = NodeConnection.Open(
            _options,
            contexts =>
            {
                foreach (var (sopClass, syntax) in _proposed)
                    contexts.Add(KnownSyntaxes.ClassOf(sopClass), KnownSyntaxes.Of(TransferSyntax.FromUid(syntax)));
            },
            _attempts.Cancellation);
    }

    private static DicomCStoreRequest RequestOf(StoredInstance instance, DicomDataset dataset)
    {
        var described = new DicomFile();
#pragma warning disable CS0618 // UIDs that are not as the standard has them are sent as they are.
        described.Dataset.AutoValidate = false;
#pragma warning restore CS0618
        described.FileMetaInfo.TransferSyntax = dataset.InternalTransferSyntax;
        described.Dataset.Add(DicomTag.SOPClassUID, instance.SOPClassUID);
        described.Dataset.Add(DicomTag.SOPInstanceUID, instance.SOPInstanceUID);
        return new DicomCStoreRequest(described) { Dataset = dataset };
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
