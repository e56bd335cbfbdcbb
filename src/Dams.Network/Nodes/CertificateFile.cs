using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dams.Network.Nodes;

/// <summary>Reads certificates from files.</summary>
internal static class CertificateFile
{
    /// <summary>A certificate without its key, in PEM or DER.</summary>
    /// <param name="parameter">The parameter that names it.</param>
    /// <exception cref="DamsException">The file holds none.</exception>
    public static X509Certificate2 Read(string path, string parameter) =>
        Read(parameter, () => X509CertificateLoader.LoadCertificateFromFile(path));

    /// <summary>A certificate with its key: a PFX, or a PEM that holds both.</summary>
    /// <exception cref="DamsException">The file holds none.</exception>
    public static X509Certificate2 ReadWithKey(string path, string? password, string parameter) => Read(parameter, () =>
    {
        if (!IsPem(path))
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        using var certificate = password is null
            ? X509Certificate2.CreateFromPemFile(path)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        // The TLS of Windows takes no key that exists in memory alone.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    });

    private static bool IsPem(string path)
    {
        Span<byte> start = stackalloc byte[5];
        using var file = RegularFile.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("-----"u8);
    }

    private static X509Certificate2 Read(string parameter, Func<X509Certificate2> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw NetworkErrors.UnusableCertificate(parameter);
        }
    }
}
