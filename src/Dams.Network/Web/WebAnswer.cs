using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;

namespace Dams.Network.Web;

/// <summary>What a service answered: its status at once, and its content as it is read.</summary>
internal sealed class WebAnswer(HttpResponseMessage message, WebOptions options, CancellationToken cancellation) : IDisposable
{
    // As PS3.18 prescribes the text it has no quotes, and then .NET leaves it out.
    private static readonly Regex Warning299 = new(@"\b299\b", RegexOptions.CultureInvariant);

    private Stream? _content;

    public int Status => (int)message.StatusCode;

    /// <summary>Of what kind the content is, as it stands in the answer: .NET reads no value that lacks the quotes it should have.</summary>
    public string ContentType => message.Content.Headers.NonValidated.TryGetValues("Content-Type", out var all) ? all.ToString() : "";

    /// <summary>Where the answer came from.</summary>
    public Uri Address => message.RequestMessage!.RequestUri!;

    /// <summary>Where it says that what was asked for is; null where it says nothing.</summary>
    public Uri? Location => message.Headers.Location;

    /// <summary>When it says that it may be asked again; null where it says nothing.</summary>
    public TimeSpan? RetryAfter => message.Headers.RetryAfter switch
    {
        { Delta: { } time } => time,
        { Date: { } date } => date - DateTimeOffset.UtcNow,
        _ => null,
    };

    /// <summary>Whether it says that there is more than it tells (PS3.18 section 8.3.4.4: warning 299).</summary>
    public bool IsPartial => message.Headers.NonValidated.TryGetValues("Warning", out var all) && all.Any(Warning299.IsMatch);

    /// <summary>Reads what has come of the content, and waits where nothing has.</summary>
    /// <returns>Number of bytes; 0 at the end.</returns>
    /// <exception cref="DamsException">The connection broke, or nothing came in time.</exception>
    public int Read(Memory<byte> buffer)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(options.Timeout);
        try
        {
            _content ??= message.Content.ReadAsStream(cancellation);
            return _content.ReadAsync(buffer, timer.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            cancellation.ThrowIfCancellationRequested();
            throw WebFaults.Translate(e, options);
        }
    }

    /// <summary>Reads all of the content.</summary>
    /// <exception cref="DamsException">It is too long, or does not come.</exception>
    public byte[] ReadAll(int maximum)
    {
        using var all = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; (count = Read(part)) > 0;)
        {
            if (all.Length + count > maximum)
                throw NetworkErrors.UnusableAnswer(options.Service.ToString(), "it is longer than such an answer is");
            all.Write(part, 0, count);
        }
        return all.ToArray();
    }

    public void Dispose() => message.Dispose();
}
