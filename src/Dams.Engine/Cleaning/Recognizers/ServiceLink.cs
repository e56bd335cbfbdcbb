using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace Dams.Cleaning.Recognizers;

/// <summary>A service on this machine that is sent each request (POST) and answers it.</summary>
internal sealed class ServiceLink : IRecognizerLink
{
    private readonly Uri _address;
    private readonly TimeSpan _limit;
    private readonly HttpClient _client;

    /// <param name="address">One of this machine.</param>
    public ServiceLink(Uri address, TimeSpan limit)
    {
        _address = address;
        _limit = limit;
        // Neither a proxy nor an answer may send a text to another machine.
        _client = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = limit };
    }

    public T Ask<T>(string request, Func<string, T> read)
    {
        try
        {
            return read(Task.Run(() => Post(request)).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            throw RecognizerErrors.RecognizerTimeout((int)_limit.TotalSeconds);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
        {
            // The second: its answer is in an encoding that nobody knows.
            throw RecognizerErrors.RecognizerFailed("the service does not answer");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> Post(string request)
    {
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(_address, content).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync().ConfigureAwait(false)
            : throw RecognizerErrors.RecognizerFailed($"the service answered with status {(int)response.StatusCode}");
    }
}
