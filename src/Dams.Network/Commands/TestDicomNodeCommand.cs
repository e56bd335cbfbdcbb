using System.Diagnostics;
using System.Management.Automation;
using Dams.Network.Nodes;
using FellowOakDicom;
using FellowOakDicom.Network;

namespace Dams.Network.Commands;

[Cmdlet(VerbsDiagnostic.Test, "DicomNode", DefaultParameterSetName = NodeSet)]
[OutputType(typeof(NodeAnswer))]
public sealed class TestDicomNodeCommand : NodeCommand
{
    protected override void End()
    {
        var watch = Stopwatch.StartNew();
        using var connection = NodeConnection.Open(
            Connection,
            contexts => contexts.Add(DicomUID.Verification, DicomTransferSyntax.ImplicitVRLittleEndian),
            StopToken);
        if (!connection.Accepts(DicomUID.Verification.UID))
            throw NetworkErrors.ServiceNotOffered(Connection.Node.ToString(), "verification (C-ECHO)");
        connection.Send(new DicomCEchoRequest(), StopToken);
        WriteObject(new NodeAnswer(Connection.Node, watch.Elapsed));
    }
}
