using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Threading;
using Dams.Network.Nodes;
using FellowOakDicom.Network.Tls;

namespace Dams.Network.Receiving;

/// <summary>What every connection goes through before a byte of it is read: its address is asked for, then TLS, then its PDUs are watched.</summary>
/// <remarks>fo-dicom asks for it as for a maker of TLS; it is one of connections without TLS too.</remarks>
internal sealed class ConnectionGuard(ReceiverOptions options) : ITlsAcceptor
{
    public Stream AcceptTls(Stream encryptedStream, string remoteAddress, int localPort)
    {
        if (!IPAddress.TryParse(remoteAddress, out var address) || !options.Addresses.Contains(address))
        {
            encryptedStream.Dispose();
            throw new IOException("The address is not one that may call.");
        }
        return new GuardedStream(
            options.Tls is { } tls ? Secure(encryptedStream, tls) : encryptedStream, new PromptAcknowledgement(encryptedStream), options.IdleTime);
    }

    private SslStream Secure(Stream stream, TlsOptions tls)
    {
        var secured = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            using var timer = new CancellationTokenSource(options.IdleTime);
            secured.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = tls.Own,
                    EnabledSslProtocols = TlsInitiator.Protocols,
                    // Where an issuer is named, who calls has to show a certificate of it; a client has no name to compare.
                    ClientCertificateRequired = tls.Trusted is not null,
                    RemoteCertificateValidationCallback = (_, certificate, _, errors) => tls.Trusted is null
                        || (certificate is not null && tls.Accepts(certificate, errors & ~SslPolicyErrors.RemoteCertificateNameMismatch)),
                },
                timer.Token).GetAwaiter().GetResult();
            return secured;
        }
        catch (Exception e) when (e is AuthenticationException or OperationCanceledException or IOException)
        {
            secured.Dispose();
            throw new IOException("No TLS came about.");
        }
    }
}
