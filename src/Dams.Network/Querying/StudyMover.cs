using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Network.Nodes;
using Dams.Network.Receiving;
using FellowOakDicom;
using FellowOakDicom.Network;

namespace Dams.Network.Querying;

/// <summary>Has a node send studies to a receiver of ours (C-MOVE, PS3.4 annex C, Study Root).</summary>
internal sealed class StudyMover(ConnectionOptions options, Receiver receiver, CancellationToken cancellation) : IDisposable
{
    private const int UnknownDestination = 0xA801;

    private static readonly DicomUID Model = DicomUID.StudyRootQueryRetrieveInformationModelMove;

    // The last instances of a study may be on their way still when the node says that it has sent them.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private NodeConnection? _connection;

    /// <summary>Has a study sent.</summary>
    /// <param name="progress">Receives how many instances were sent and how many are known.</param>
    /// <returns>The folders of its series, and what is missing; null where nothing is.</returns>
    /// <exception cref="DamsException">It was not sent at all.</exception>
    public (IReadOnlyList<string> Folders, DamsException? Missing) Move(string studyUid, Action<int, int> progress)
    {
        var node = options.Node.ToString();
        if (_connection is not { IsOpen: true })
        {
            _connection?.Dispose();
            _connection = NodeConnection.Open(
                options,
                contexts => contexts.Add(Model, DicomTransferSyntax.ExplicitVRLittleEndian, DicomTransferSyntax.ImplicitVRLittleEndian),
                cancellation);
        }
        if (!_connection.Accepts(Model.UID))
            throw NetworkErrors.ServiceNotOffered(node, "retrieval (C-MOVE, Study Root)");
        var before = receiver.Store.Count;
        var last = (DicomCMoveResponse)_connection.Send(
            new DicomCMoveRequest(receiver.Options.AETitle, studyUid),
            cancellation,
            answer => Tell((DicomCMoveResponse)answer, progress))[^1];
        if (last.Status.Code == UnknownDestination)
            throw NetworkErrors.UnknownMoveDestination(node, receiver.Options.AETitle);
        Wait(before + last.Completed);
        var (received, failed) = (receiver.Store.Count - before, last.Failures);
        var folders = receiver.Store.TakeStudy(studyUid);
        if (last.Status.State is DicomState.Failure && received == 0)
            throw NetworkErrors.MoveRefused(node, last.Status.Code);
        if (folders.Count == 0)
            throw NetworkErrors.StudyNotThere(node);
        return (folders, failed > 0 || last.Status.State is DicomState.Failure ? NetworkErrors.StudyIncomplete(received, failed) : null);
    }

    public void Dispose() => _connection?.Dispose();

    private void Wait(int expected)
    {
        for (var end = DateTime.UtcNow + Grace; receiver.Store.Count < expected && DateTime.UtcNow < end;)
            cancellation.WaitHandle.WaitOne(20);
        cancellation.ThrowIfCancellationRequested();
    }

    private static void Tell(DicomCMoveResponse answer, Action<int, int> progress)
    {
        if (answer.Status.State == DicomState.Pending)
            progress(answer.Completed + answer.Failures + answer.Warnings, answer.Remaining + answer.Completed + answer.Failures + answer.Warnings);
    }
}
