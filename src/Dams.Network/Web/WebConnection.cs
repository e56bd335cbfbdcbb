using System;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Dams.Network.Nodes;

namespace Dams.Network.Web;

/// <summary>Requests to a DICOMweb service, one after the other, on the thread of their caller.</summary>
/// <remarks>
/// Addresses of requests hold what is asked for, and credentials go with them: none of it goes to another address than the one
/// that the user named, whatever a service answers.
/// </remarks>
internal sealed class WebConnection : IDisposable
{
    private readonly WebOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly HttpClient _client;

    public WebConnection(WebOptions options, CancellationToken cancellation)
    {
        (_options, _cancellation) = (options, cancellation);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.Timeout,
            MaxResponseHeadersLength = WebLimits.AnswerHeader,
            UseProxy = !options.Service.Root.IsLoopback,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = TlsInitiator.Protocols,
                ClientCertificates = options.Tls.Own is { } own ? new X509CertificateCollection { own } : null,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) => options.Tls.Accepts(certificate, errors),
            },
        };
        _client = new HttpClient(handler) { BaseAddress = options.Service.Root, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends a request. One that meets a busy service is sent again.</summary>
    /// <param name="make">Makes the request, anew for each attempt; what it is given is called when some of its content has gone.</param>
    /// <exception cref="DamsException">No answer came, or one that says that the service cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public WebAnswer Send(Func<Action, HttpRequestMessage> make)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = Follow(make);
            if (answer.Status is not (429 or 503))
                return answer;
            using (answer)
            {
                if (attempt >= _options.RetryCount)
                    throw NetworkErrors.ServiceBusy(_options.Service.ToString(), answer.Status);
                Backoff.Wait(attempt, _cancellation, answer.RetryAfter);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private WebAnswer Follow(Func<Action, HttpRequestMessage> make)
    {
        Uri? place = null;
        for (var count = 0; ; count++)
        {
            var answer = SendOnce(make, place);
            if (answer.Status is not (301 or 302 or 303 or 307 or 308))
                return answer.Status is 401 ? throw Refused(answer) : answer;
            using (answer)
            {
                place = answer.Location is { } location && Uri.TryCreate(answer.Address, location, out var next) ? next : null;
                if (place is null || count == WebLimits.Redirections || !IsOurs(place))
                    throw NetworkErrors.Redirected(_options.Service.ToString());
            }
        }
    }

    private WebAnswer SendOnce(Func<Action, HttpRequestMessage> make, Uri? place)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        timer.CancelAfter(_options.Timeout);
        try
        {
            using var request = make(() => Prolong(timer));
            // What was sent once with its content is not sent to another place.
            if (place is not null && request.Content is not null)
                throw NetworkErrors.Redirected(_options.Service.ToString());
            request.RequestUri = place ?? request.RequestUri;
            request.Headers.Authorization = _options.Authorization;
            var message = _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).GetAwaiter().GetResult();
            return new WebAnswer(message, _options, _cancellation);
        }
        catch (Exception e)
        {
            _cancellation.ThrowIfCancellationRequested();
            throw WebFaults.Translate(e, _options);
        }
    }

    private void Prolong(CancellationTokenSource timer)
    {
        try
        {
            timer.CancelAfter(_options.Timeout);
        }
        catch (ObjectDisposedException)
        {
            // The answer came before all had gone.
        }
    }

    private bool IsOurs(Uri place) =>
        Uri.Compare(place, _options.Service.Root, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private DamsException Refused(WebAnswer answer)
    {
        using (answer)
            return NetworkErrors.SignInRefused(_options.Service.ToString());
    }
}
