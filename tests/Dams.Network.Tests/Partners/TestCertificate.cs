using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Dams.Tests.Support;

namespace Dams.Network.Tests.Partners;

/// <summary>A certificate that is its own issuer, for this machine.</summary>
internal static class TestCertificate
{
    /// <summary>Writes a key and a certificate, each as PEM.</summary>
    public static (string Key, string Certificate) Write(TemporaryFolder folder, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return (
            folder.Write($"{name}.key", Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem())),
            folder.Write($"{name}.pem", Encoding.ASCII.GetBytes(certificate.ExportCertificatePem())));
    }

    /// <summary>Writes a file that holds both.</summary>
    public static string WriteWithKey(TemporaryFolder folder, string name)
    {
        var (key, certificate) = Write(folder, name);
        return folder.Write($"{name}-both.pem", [.. System.IO.File.ReadAllBytes(certificate), (byte)'\n', .. System.IO.File.ReadAllBytes(key)]);
    }
}
