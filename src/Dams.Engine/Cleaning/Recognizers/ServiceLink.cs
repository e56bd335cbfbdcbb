using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

namespace Dams.Cleaning.Recognizers;

/// <summary>A service on this machine that is sent each request (POST) and answers it.</summary>
/// <remarks>
/// Each request has a connection of its own: a service in few lines of Python speaks HTTP 1.0 and closes every one, maybe while
/// the next text is on its way.
/// </remarks>
/// <param name="address">One of this machine.</param>
internal sealed class ServiceLink(Uri address, TimeSpan limit) : IRecognizerLink
{
    public T Ask<T>(string request, Func<string, T> read)
    {
        try
        {
            return read(Task.Run(() => Post(request)).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            throw RecognizerErrors.RecognizerTimeout((int)limit.TotalSeconds);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
        {
            // The second: its answer is in an encoding that nobody knows.
            throw RecognizerErrors.RecognizerFailed("the service does not answer");
        }
    }

    public void Dispose()
    {
        // Nothing stays open between two requests.
    }

    private async Task<string> Post(string request)
    {
        // Neither a proxy nor an answer may send a text to another machine.
        using var client = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = limit };
        // .NET Framework keeps connections beyond their client.
        client.DefaultRequestHeaders.ConnectionClose = true;
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, content).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync().ConfigureAwait(false)
            : throw RecognizerErrors.RecognizerFailed($"the service answered with status {(int)response.StatusCode}");
    }
}
