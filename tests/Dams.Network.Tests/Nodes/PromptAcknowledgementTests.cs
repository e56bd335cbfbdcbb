using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Dams.Network.Nodes;
using Dams.Network.Sending;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Tests.Support;
using FellowOakDicom.Network.Tls;
using Xunit;

namespace Dams.Network.Tests.Nodes;

/// <summary>No answer waits for what this side puts off.</summary>
public sealed class PromptAcknowledgementTests
{
    [Fact]
    public void A_node_that_answers_in_two_pieces_is_not_waited_for()
    {
        // Elsewhere nothing is set.
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
            return;
        const int count = 50;
        using var folder = new TemporaryFolder();
        using var archive = new RefusingNode(status: 0, tls: new InTwoPieces());
        var files = Instances.WriteSeries(folder, count, pixelLength: 4096);
        var run = new SendRun(new SendOptions(archive.Connection), log: null, new RunContext(new RecordingListener()));
        var instances = run.Read([.. files.Select((file, i) => (new SourceFile("", file, i + 1), false))]);

        // The best of some: others use this machine too.
        var time = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(count, Assert.Single(run.Send(instances)).InstanceCount);
            return watch.Elapsed;
        });

        Assert.True(time < count * TimeSpan.FromMilliseconds(40) / 4, $"{count} slices took {time.TotalMilliseconds:F0} ms.");
    }

    [Fact]
    public void Where_it_cannot_be_asked_for_nothing_is_said()
    {
        new PromptAcknowledgement(Stream.Null).Renew();

        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        client.Connect((System.Net.IPEndPoint)listener.LocalEndpoint);
        var acknowledgement = new PromptAcknowledgement(client.GetStream());
        client.Close();
        acknowledgement.Renew();
    }

    // As DCMTK writes, and with it most nodes: the header of a PDU for itself, and no word to the system that it should not wait.
    private sealed class InTwoPieces : ITlsAcceptor
    {
        public Stream AcceptTls(Stream encryptedStream, string remoteAddress, int localPort)
        {
            var socket = ((NetworkStream)encryptedStream).Socket;
            socket.NoDelay = false;
            return new Pieces(socket);
        }

        private sealed class Pieces(Socket socket) : NetworkStream(socket)
        {
            private const int HeaderLength = 6;

            public override void Write(byte[] buffer, int offset, int count) =>
                WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

            public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
                WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

            public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                await base.WriteAsync(buffer[..Math.Min(HeaderLength, buffer.Length)], cancellationToken);
                await base.WriteAsync(buffer[Math.Min(HeaderLength, buffer.Length)..], cancellationToken);
            }
        }
    }
}
