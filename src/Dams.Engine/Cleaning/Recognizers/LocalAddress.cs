using System;
using System.Net;

namespace Dams.Cleaning.Recognizers;

/// <summary>An address that no text leaves this machine for.</summary>
internal static class LocalAddress
{
    /// <summary>The address; null where it is none, or one of another machine.</summary>
    public static Uri? TryParse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        // A name may lead anywhere; this one is reserved for this machine (RFC 6761 section 6.3).
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
        ? uri
        : null;
}
