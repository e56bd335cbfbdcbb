using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dams.Network.Nodes;
using Xunit;

namespace Dams.Network.Tests.Nodes;

/// <summary>PDUs of a dataset go together, and nothing that is waited for is kept back.</summary>
public sealed class GatheringStreamTests
{
    private const byte Command = 1, Last = 2;

    [Fact]
    public async Task Only_a_dataset_of_which_more_comes_is_kept_back()
    {
        var network = new MemoryStream();
        await using var stream = new GatheringStream(network, new PromptAcknowledgement(network));
        byte[][] pdus = [Data(Command | Last, 100), Data(0, 16_000), Data(0, 16_000), Data(Last, 500), [5, 0, 0, 0, 0, 4, 0, 0, 0, 0]];
        int[] sent = [1, 1, 1, 4, 5];

        for (var i = 0; i < pdus.Length; i++)
        {
            // As fo-dicom writes: the header for itself.
            await stream.WriteAsync(pdus[i].AsMemory(0, 6), CancellationToken.None);
            await stream.WriteAsync(pdus[i].AsMemory(6), CancellationToken.None);
            await stream.FlushAsync(CancellationToken.None);

            Assert.Equal(pdus.Take(sent[i]).Sum(pdu => pdu.Length), network.Length);
        }
        Assert.Equal(pdus.SelectMany(pdu => pdu), network.ToArray());
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_has_come()
    {
        var network = new CountingStream();
        await using var stream = new GatheringStream(network, new PromptAcknowledgement(network));

        await stream.FlushAsync(CancellationToken.None);
        await stream.WriteAsync(Data(Command | Last, 100), CancellationToken.None);
        await stream.FlushAsync(CancellationToken.None);
        await stream.FlushAsync(CancellationToken.None);

        Assert.Equal(1, network.WriteCount);
    }

    [Fact]
    public void More_than_it_holds_goes_in_order()
    {
        var network = new MemoryStream();
        using var stream = new GatheringStream(network, new PromptAcknowledgement(network));
        byte[][] pdus = [.. Enumerable.Range(0, 40).Select(_ => Data(0, 16_000)), Data(Last, 10)];

        foreach (var pdu in pdus)
        {
            stream.Write(pdu, 0, pdu.Length);
            stream.Flush();
        }

        Assert.Equal(pdus.SelectMany(pdu => pdu), network.ToArray());
    }

    private sealed class CountingStream : MemoryStream
    {
        public int WriteCount { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WriteCount++;
            return base.WriteAsync(buffer, cancellationToken);
        }
    }

    // A P-DATA-TF with one part (PS3.8 section 9.3.5).
    private static byte[] Data(byte control, int length) =>
        [4, 0, .. BigEndian(length + 6), .. BigEndian(length + 2), 1, control, .. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];

    private static byte[] BigEndian(int number) => [.. BitConverter.GetBytes(number).Reverse()];
}
