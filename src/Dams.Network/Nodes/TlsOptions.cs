using System;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Dams.Network.Nodes;

/// <summary>The certificates of a TLS connection.</summary>
/// <param name="Trusted">The issuer, or the very certificate, of the other side; null where those count that the system trusts.</param>
/// <param name="Own">What this side shows; null for none.</param>
internal sealed record TlsOptions(X509Certificate2? Trusted, X509Certificate2? Own)
{
    public static TlsOptions None { get; } = new(null, null);

    /// <summary>Whether the other side may be trusted.</summary>
    public bool Accepts(X509Certificate? shown, SslPolicyErrors errors)
    {
        if (shown is null || Trusted is null)
            return errors == SslPolicyErrors.None;
        using var certificate = new X509Certificate2(shown);
        if (certificate.RawDataMemory.Span.SequenceEqual(Trusted.RawDataMemory.Span))
            return true;
        if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
