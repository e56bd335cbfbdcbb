using System;
using System.IO;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using FellowOakDicom.Network.Tls;

namespace Dams.Network.Nodes;

/// <summary>Begins TLS with a node: versions 1.2 and 1.3 alone, which PS3.15 section B.12 asks for.</summary>
internal sealed class TlsInitiator(ConnectionOptions options) : ITlsInitiator
{
    public const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    public Stream InitiateTls(Stream plainStream, string remoteAddress, int remotePort)
    {
        var stream = new SslStream(plainStream, leaveInnerStreamOpen: false);
        try
        {
            using var timer = new CancellationTokenSource(options.Timeout);
            stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = options.Node.Host,
                    EnabledSslProtocols = Protocols,
                    ClientCertificates = options.Tls.Own is { } own ? new X509CertificateCollection { own } : null,
                    RemoteCertificateValidationCallback = (_, certificate, _, errors) => options.Tls.Accepts(certificate, errors),
                },
                timer.Token).GetAwaiter().GetResult();
            return stream;
        }
        catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException)
        {
            stream.Dispose();
            throw NetworkErrors.TlsFailed(options.Node.ToString(), WhyNot(e));
        }
    }

    /// <summary>In words, why a handshake failed.</summary>
    public static string WhyNot(Exception exception) => exception switch
    {
        AuthenticationException { InnerException: null } when exception.Message.Contains("RemoteCertificate", StringComparison.Ordinal)
            => "its certificate is not one to be trusted, or not for this host",
        AuthenticationException => "the handshake failed",
        OperationCanceledException => "it did not answer the handshake",
        _ => "it closed the connection in the handshake",
    };
}
