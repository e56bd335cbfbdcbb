using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Dams.Network.Nodes;
using Dams.Network.Tests.Partners;
using Dams.Tests.Support;
using FellowOakDicom;
using FellowOakDicom.Network;
using Xunit;

namespace Dams.Network.Tests.Nodes;

/// <summary>What is told when no association comes about.</summary>
public sealed class ConnectionErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [CoversError("NobodyListens")]
    public void At_a_wrong_port_nobody_listens() =>
        Assert.Equal("NobodyListens", Fail(new DicomNode("ANY", "127.0.0.1", Program.FreePort(), false)).Id);

    [Fact]
    [CoversError("UnknownHost")]
    public void A_host_without_address_is_told() =>
        Assert.Equal("UnknownHost", Fail(new DicomNode("ANY", "no-such-host.invalid", 104, false)).Id);

    [Fact]
    [CoversError("NodeSilent")]
    public void What_takes_connections_and_says_nothing_is_not_waited_for_for_ever()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.Equal("NodeSilent", Fail(new DicomNode("ANY", "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, false), seconds: 2).Id);
    }

    [Fact]
    [CoversError("ConnectionLost")]
    public async Task What_hangs_up_is_no_node()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var node = new DicomNode("ANY", "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, false);
        var error = Task.Run(() => Fail(node));

        (await listener.AcceptTcpClientAsync()).Dispose();

        Assert.Equal("ConnectionLost", (await error).Id);
    }

    [PartnerFact("Orthanc")]
    [CoversError("UnknownCalledAE")]
    public void An_archive_that_goes_by_another_title_is_told()
    {
        using var archive = new Orthanc(_folder["orthanc"]);

        Assert.Equal("UnknownCalledAE", Fail(archive.Node with { AETitle = "OTHER" }).Id);
    }

    [Theory]
    [InlineData(DicomRejectReason.CallingAENotRecognized, "UnknownCallingAE")]
    [InlineData(DicomRejectReason.ApplicationContextNotSupported, "AssociationRejected")]
    [CoversError("UnknownCallingAE")]
    [CoversError("AssociationRejected")]
    public void Why_an_association_is_rejected_is_told(DicomRejectReason reason, string id)
    {
        using var archive = new RefusingNode(0, reason);

        Assert.Equal(id, Fail(archive.Connection.Node).Id);
    }

    [PartnerFact("storescp")]
    [CoversError("TlsFailed")]
    public void TLS_with_a_node_that_speaks_none_fails_and_says_so()
    {
        using var archive = new StoreScp(_folder["scp"]);

        Assert.Equal("TlsFailed", Fail(archive.Node with { UsesTls = true }).Id);
    }

    [PartnerFact("storescp")]
    [CoversError("TlsFailed")]
    public void A_node_that_shows_a_certificate_of_nobody_known_is_not_spoken_to()
    {
        var (key, certificate) = TestCertificate.Write(_folder, "node");
        using var archive = new StoreScp(_folder["scp"], "+tls", key, certificate, "--ignore-peer-cert");

        Assert.Equal("TlsFailed", Fail(archive.Node with { UsesTls = true }).Id);
    }

    [PartnerFact("storescp")]
    public void A_node_that_shows_the_certificate_that_is_trusted_is_spoken_to()
    {
        var (key, certificate) = TestCertificate.Write(_folder, "node");
        using var archive = new StoreScp(_folder["scp"], "+tls", key, certificate, "--ignore-peer-cert");

        using var connection = Open(archive.Node with { UsesTls = true }, 60, new TlsOptions(CertificateFile.Read(certificate, "TrustedCertificate"), null));

        Assert.True(connection.Accepts(DicomUID.Verification.UID));
    }

    [Fact]
    [CoversError("UnusableCertificate")]
    public void A_file_that_is_no_certificate_is_refused()
    {
        var path = _folder.Write("none.pem", "nothing"u8.ToArray());

        Assert.Equal("UnusableCertificate", Assert.Throws<DamsException>(() => CertificateFile.Read(path, "TrustedCertificate")).Id);
    }

    private static DamsException Fail(DicomNode node, int seconds = 60) => Assert.Throws<DamsException>(() => Open(node, seconds).Dispose());

    private static NodeConnection Open(DicomNode node, int seconds, TlsOptions? tls = null) => NodeConnection.Open(
        new ConnectionOptions(node, "DAMS") { Timeout = TimeSpan.FromSeconds(seconds), Tls = tls ?? TlsOptions.None },
        contexts => contexts.Add(DicomUID.Verification, DicomTransferSyntax.ImplicitVRLittleEndian),
        CancellationToken.None);
}
