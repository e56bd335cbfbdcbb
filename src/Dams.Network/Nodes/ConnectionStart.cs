using System.IO;
using FellowOakDicom.Network.Tls;

namespace Dams.Network.Nodes;

/// <summary>What a connection to a node begins with: TLS where the node speaks it, that writes are gathered, and answers acknowledged.</summary>
/// <remarks>fo-dicom asks for it as for what begins TLS; it is one of connections without TLS too.</remarks>
internal sealed class ConnectionStart(ConnectionOptions options) : ITlsInitiator
{
    public Stream InitiateTls(Stream plainStream, string remoteAddress, int remotePort) => new GatheringStream(
        options.Node.UsesTls ? new TlsInitiator(options).InitiateTls(plainStream, remoteAddress, remotePort) : plainStream,
        new PromptAcknowledgement(plainStream));
}
