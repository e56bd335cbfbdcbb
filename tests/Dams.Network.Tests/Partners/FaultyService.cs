using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Dams.Network.Web;

namespace Dams.Network.Tests.Partners;

/// <summary>A service that answers what a test says, byte for byte, and hangs up: what no archive does when it is asked to.</summary>
internal sealed class FaultyService : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, byte[]> _answer;
    private int _count;

    /// <param name="answer">What it answers to the request of that number, from 1 on.</param>
    public FaultyService(Func<int, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(Accept);
    }

    /// <summary>The heads of the requests that came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Bytes that it writes at one time.</summary>
    public int WriteLength { get; init; } = int.MaxValue;

    /// <summary>Whether it says nothing more when it has answered, and does not hang up.</summary>
    public bool HoldsOn { get; init; }

    /// <summary>What it shows over TLS; null where it speaks none.</summary>
    public X509Certificate2? Certificate { get; init; }

    public Uri Root => new($"{(Certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/dicom-web");

    public WebOptions Options => new(DicomWebService.Check(Root, allowsUnencrypted: false)) { Timeout = TimeSpan.FromSeconds(30), RetryCount = 1 };

    /// <summary>An answer with a content of the length that it says.</summary>
    public static byte[] Answer(string status, string header, byte[] content) =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{header}Content-Length: {content.Length}\r\nConnection: close\r\n\r\n"), .. content];

    /// <summary>An answer in JSON.</summary>
    public static byte[] Json(string status, string content) => Answer(status, "Content-Type: application/dicom+json\r\n", Encoding.UTF8.GetBytes(content));

    public void Dispose() => _listener.Stop();

    private async Task Accept()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Serve(client));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(TcpClient client)
    {
        try
        {
            using (client)
            {
                using var stream = Open(client);
                var head = ReadHead(stream);
                if (head.Length > 0)
                    Requests.Enqueue(head);
                var left = Regex.Match(head, @"Content-Length: (\d+)") is { Success: true } found ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
                for (var part = new byte[65536]; left > 0;)
                    left -= Math.Max(1, stream.Read(part, 0, (int)Math.Min(part.Length, left)));
                var answer = _answer(Interlocked.Increment(ref _count));
                for (var start = 0; start < answer.Length; start += Math.Min(WriteLength, answer.Length - start))
                    stream.Write(answer, start, Math.Min(WriteLength, answer.Length - start));
                if (HoldsOn)
                    stream.ReadByte();
            }
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // Who asked has gone.
        }
    }

    private Stream Open(TcpClient client)
    {
        if (Certificate is null)
            return client.GetStream();
        var stream = new SslStream(client.GetStream());
        stream.AuthenticateAsServer(Certificate);
        return stream;
    }

    private static string ReadHead(Stream stream)
    {
        var head = new StringBuilder();
        for (int one; !head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && (one = stream.ReadByte()) >= 0;)
            head.Append((char)one);
        return head.ToString();
    }
}
