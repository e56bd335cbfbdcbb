using System;
using System.Net;
using System.Security;
using Dams.Commands;
using Dams.Network.Nodes;

namespace Dams.Network.Commands;

/// <summary>The parameters of every cmdlet that speaks to an archive.</summary>
internal interface IArchiveParameters
{
    int TimeoutSec { get; }

    string? TrustedCertificate { get; }

    string? Certificate { get; }

    SecureString? CertificatePassword { get; }
}

/// <summary>The parameters of every cmdlet that speaks to a node.</summary>
internal interface INodeParameters : IArchiveParameters
{
    string? Node { get; }

    string CallingAETitle { get; }
}

/// <summary>Makes a connection of them.</summary>
internal static class NodeParameters
{
    /// <exception cref="DamsException">One of them cannot be used.</exception>
    public static ConnectionOptions Read(INodeParameters given, PathResolver paths) =>
        new(DicomNode.Parse(given.Node!), DicomNode.CheckTitle(given.CallingAETitle))
        {
            Timeout = TimeSpan.FromSeconds(given.TimeoutSec),
            Tls = ReadTls(given.TrustedCertificate, given.Certificate, given.CertificatePassword, paths),
        };

    /// <summary>The certificates of both sides.</summary>
    public static TlsOptions ReadTls(string? trusted, string? own, SecureString? password, PathResolver paths) => new(
        trusted is null ? null : CertificateFile.Read(paths.ResolveParameter("TrustedCertificate", trusted), "TrustedCertificate"),
        own is null ? null : CertificateFile.ReadWithKey(
            paths.ResolveParameter("Certificate", own), password is null ? null : new NetworkCredential("", password).Password, "Certificate"));
}
