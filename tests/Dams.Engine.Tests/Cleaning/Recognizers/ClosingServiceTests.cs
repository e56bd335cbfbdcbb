using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace Dams.Tests.Cleaning.Recognizers;

/// <summary>A service in few lines of Python answers with HTTP 1.0, and closes each connection a moment after its answer.</summary>
public sealed class ClosingServiceTests
{
    private const int Times = 5;

    [Fact]
    public async Task A_service_that_closes_each_connection_answers_every_text()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var service = Task.Run(() => Serve(listener));
        using var recognizer = TextRecognizer.Open($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        for (var i = 0; i < Times; i++)
            Assert.Single(recognizer.Find("seen zorblatt"));
        await service;
    }

    private static async Task Serve(TcpListener listener)
    {
        var answer = Encoding.ASCII.GetBytes("HTTP/1.0 200 OK\r\nContent-Length: 34\r\n\r\n{\"spans\":[{\"start\":5,\"length\":8}]}");
        for (var i = 0; i < Times; i++)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[1024];
            while (!request.ToString().EndsWith("zorblatt\"}", StringComparison.Ordinal))
                request.Append(Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            await stream.WriteAsync(answer);
            // The next text comes in this time.
            await Task.Delay(100);
        }
    }
}
