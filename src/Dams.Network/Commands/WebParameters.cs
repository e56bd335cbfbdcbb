using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
using Dams.Commands;
using Dams.Network.Web;

namespace Dams.Network.Commands;

/// <summary>The parameters of every cmdlet that speaks to a DICOMweb service.</summary>
internal interface IWebParameters : IArchiveParameters
{
    Uri? Uri { get; }

    PSCredential? Credential { get; }

    SecureString? Token { get; }

    SwitchParameter AllowUnencryptedAuthentication { get; }
}

/// <summary>Makes a connection of them.</summary>
internal static class WebParameters
{
    /// <exception cref="DamsException">One of them cannot be used.</exception>
    public static WebOptions Read(IWebParameters given, PathResolver paths) =>
        new(DicomWebService.Check(given.Uri!, given.AllowUnencryptedAuthentication))
        {
            Timeout = TimeSpan.FromSeconds(given.TimeoutSec),
            Tls = NodeParameters.ReadTls(given.TrustedCertificate, given.Certificate, given.CertificatePassword, paths),
            Authorization = ReadAuthorization(given.Credential, given.Token),
        };

    private static AuthenticationHeaderValue? ReadAuthorization(PSCredential? credential, SecureString? token)
    {
        if (credential is not null && token is not null)
            throw NetworkErrors.UnusableCredential("both -Credential and -Token are given");
        if (credential is not null)
        {
            // RFC 7617: what stands before the first colon is the name.
            return credential.UserName.Contains(':', StringComparison.Ordinal)
                ? throw NetworkErrors.UnusableCredential("a user name with a colon cannot be told")
                : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
                    Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.GetNetworkCredential().Password}")));
        }
        if (token is null)
            return null;
        // A token that was read from a file ends with a line end.
        var text = new NetworkCredential("", token).Password.Trim();
        return text.Length > 0 && text.All(c => c is > ' ' and <= '~')
            ? new AuthenticationHeaderValue("Bearer", text)
            : throw NetworkErrors.UnusableCredential("the token is empty, or holds what tokens do not");
    }
}
