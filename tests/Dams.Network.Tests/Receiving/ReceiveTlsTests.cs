using Dams.Network.Nodes;
using Dams.Network.Receiving;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Receiving;

/// <summary>C-STORE in over TLS, from DCMTK.</summary>
public sealed class ReceiveTlsTests : ReceiverTestBase
{
    [PartnerFact("storescu")]
    public void Over_TLS_it_receives_and_without_it_nothing()
    {
        var both = TestCertificate.WriteWithKey(Folder, "receiver");
        var (key, certificate) = TestCertificate.Write(Folder, "sender");
        using var receiver = new Receiver(Options() with { Tls = new TlsOptions(null, CertificateFile.ReadWithKey(both, null, "Certificate")) });
        var files = Instances.WriteSeries(Folder, 2);

        Assert.Equal(0, StoreScu(files, "+tls", key, certificate, "--ignore-peer-cert").ExitCode);
        Assert.Equal(2, receiver.Store.Count);
        Assert.NotEqual(0, StoreScu(files).ExitCode);
        Assert.Equal(2, receiver.Store.Count);
    }

    [PartnerFact("storescu")]
    public void Who_shows_no_certificate_of_the_issuer_that_is_asked_for_is_not_spoken_to()
    {
        var both = TestCertificate.WriteWithKey(Folder, "receiver");
        var (key, certificate) = TestCertificate.Write(Folder, "sender");
        var (strangerKey, stranger) = TestCertificate.Write(Folder, "stranger");
        using var receiver = new Receiver(Options() with
        {
            Tls = new TlsOptions(CertificateFile.Read(certificate, "TrustedCertificate"), CertificateFile.ReadWithKey(both, null, "Certificate")),
        });
        var files = Instances.WriteSeries(Folder, 2);

        Assert.NotEqual(0, StoreScu(files, "+tls", strangerKey, stranger, "--ignore-peer-cert").ExitCode);
        Assert.Equal(0, receiver.Store.Count);
        Assert.Equal(0, StoreScu(files, "+tls", key, certificate, "--ignore-peer-cert").ExitCode);
        Assert.Equal(2, receiver.Store.Count);
    }
}
