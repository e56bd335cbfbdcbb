using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Dams.Network.Nodes;

namespace Dams.Network.Web;

/// <summary>What exceptions of HTTP mean. Their own messages may hold an address with a value of a patient in it.</summary>
internal static class WebFaults
{
    public static Exception Translate(Exception exception, WebOptions options)
    {
        var (service, seconds) = (options.Service.ToString(), (int)options.Timeout.TotalSeconds);
        return exception switch
        {
            DamsException e => e,
            { InnerException: DamsException e } => e,
            OperationCanceledException => NetworkErrors.NodeSilent(service, seconds),
            HttpRequestException { InnerException: AuthenticationException e } => NetworkErrors.TlsFailed(service, TlsInitiator.WhyNot(e)),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NetworkErrors.UnknownHost(service),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } e =>
                NetworkErrors.TlsFailed(service, TlsInitiator.WhyNot(e.InnerException ?? e)),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                NetworkErrors.UnusableAnswer(service, "its header is longer than headers are"),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => NetworkErrors.UnusableAnswer(service, "it is not HTTP"),
            HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.TimedOut } } => NetworkErrors.NodeSilent(service, seconds),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => NetworkErrors.NobodyListens(service),
            HttpRequestException or IOException or ObjectDisposedException => NetworkErrors.ConnectionLost(service),
            var e => CoreErrors.Unforeseen(e),
        };
    }
}
