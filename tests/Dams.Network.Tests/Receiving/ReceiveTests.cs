using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Dams.Network.Nodes;
using Dams.Network.Receiving;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Receiving;

/// <summary>C-STORE in, from DCMTK.</summary>
public sealed class ReceiveTests : ReceiverTestBase
{
    [PartnerFact("storescu")]
    public void What_comes_is_stored_byte_for_byte_and_given_as_a_series_when_it_is_complete()
    {
        var files = Instances.WriteSeries(Folder, 24, isProtected: false);
        using var receiver = new Receiver(Options());

        Assert.Equal(0, StoreScu(files).ExitCode);

        var folder = Assert.Single(Wait(receiver));
        Assert.Equal(
            files.Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order(),
            Directory.GetFiles(folder).Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order());
        var series = Assert.Single(SeriesIndex.Read([folder], new RunContext(new RecordingListener())));
        Assert.Equal((24, "MRN-4711"), (series.InstanceCount, series.PatientID));
        Assert.Empty(receiver.Store.TakeFailures());
    }

    [PartnerFact("storescu")]
    public void No_name_in_the_destination_holds_a_value_of_the_instance()
    {
        using var receiver = new Receiver(Options());
        StoreScu(Instances.WriteSeries(Folder, 2, isProtected: false));
        Wait(receiver);

        var names = Directory.GetFileSystemEntries(Folder["in"], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder["in"], path)).ToArray();

        Assert.Equal(3, names.Length);
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{16}(/[0-9a-f]{16}[.]dcm)?$", name.Replace('\\', '/')));
    }

    [PartnerFact("storescu")]
    public void Who_is_not_on_the_list_is_rejected()
    {
        using var receiver = new Receiver(Options());
        var files = Instances.WriteSeries(Folder, 1);

        Assert.NotEqual(0, StoreScu(files, "--aetitle", "STRANGER").ExitCode);
        Assert.NotEqual(0, StoreScu(files, "--call", "OTHER").ExitCode);

        Assert.Equal(0, receiver.Store.Count);
    }

    [PartnerFact("storescu")]
    public void An_address_that_is_not_on_the_list_is_not_spoken_to()
    {
        using var receiver = new Receiver(Options() with { Addresses = AddressList.Parse(["10.1.0.0/16"]) });

        Assert.NotEqual(0, StoreScu(Instances.WriteSeries(Folder, 1)).ExitCode);

        Assert.Equal(0, receiver.Store.Count);
    }

    [PartnerFact("storescu")]
    [CoversError("NoRoom")]
    public void Where_the_disk_is_full_the_sender_hears_it_and_nothing_is_left()
    {
        using var receiver = new Receiver(Options() with { MinimumFreeBytes = long.MaxValue });

        var (code, said) = StoreScu(Instances.WriteSeries(Folder, 1));

        Assert.NotEqual(0, code);
        Assert.Contains("OutOfResources", said.Replace(" ", ""), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("NoRoom", Assert.Single(receiver.Store.TakeFailures()).Error.Id);
        Assert.Empty(Directory.GetFileSystemEntries(Folder["in"]));
    }

    [PartnerFact("storescu", "mount", PartnerFactAttribute.Root)]
    [CoversError("UnwritableReceived")]
    public void A_disk_that_becomes_full_while_an_instance_comes_keeps_none_of_it()
    {
        var small = Directory.CreateDirectory(Folder["small"]).FullName;
        Assert.Equal(0, Program.Run("mount", Folder.Path, "-t", "tmpfs", "-o", "size=256k", "tmpfs", small).ExitCode);
        try
        {
            using var receiver = new Receiver(Options() with { Folder = Path.Combine(small, "in") });
            var large = Instances.WriteSeries(Folder, 1, pixelLength: 1 << 20);
            var little = Instances.WriteSeries(Folder, 1, series: "1.2.3.2");

            var (_, said) = StoreScu([.. large, .. little], "--no-halt");

            Assert.Contains("OutOfResources", said.Replace(" ", ""), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("UnwritableReceived", Assert.Single(receiver.Store.TakeFailures()).Error.Id);
            Assert.Equal(1, receiver.Store.Count);
            Assert.Single(Directory.GetFiles(Path.Combine(small, "in"), "*", SearchOption.AllDirectories));
        }
        finally
        {
            Program.Run("umount", Folder.Path, small);
        }
    }

    [Fact]
    [CoversError("UnwritableReceived")]
    public void What_cannot_be_written_is_told_when_it_has_come()
    {
        var file = Folder.Write("file", [1]);

        using var incoming = IncomingFile.Create(System.IO.Path.Combine(file, "in"), new FellowOakDicom.DicomFile(), 0);
        incoming.Write([1, 2, 3], 0, 3);

        Assert.Equal("UnwritableReceived", incoming.Error?.Id);
    }

    [PartnerFact("storescu")]
    [CoversError("Quarantined")]
    public void What_is_nested_too_deep_is_put_into_quarantine_and_the_next_is_stored()
    {
        Action<DatasetBuilder> inner = item => item.Text("CodeMeaning", "end");
        for (var depth = 0; depth < 100; depth++)
        {
            var below = inner;
            inner = item => item.Sequence("ContentSequence", below);
        }
        var deep = Folder.Write("deep.dcm", new InstanceBuilder().Text("SOPInstanceUID", "1.2.3.9.9").Sequence("ContentSequence", inner).Build());
        using var receiver = new Receiver(Options());

        StoreScu([deep, .. Instances.WriteSeries(Folder, 1)], "--no-halt");

        Assert.Single(Wait(receiver));
        var failure = Assert.Single(receiver.Store.TakeFailures());
        Assert.Equal("Quarantined", failure.Error.Id);
        Assert.DoesNotContain("1.2.3.9.9", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(failure.SourcePath));
        Assert.Equal("quarantine", Path.GetFileName(Path.GetDirectoryName(failure.SourcePath)));
    }

    [PartnerFact("storescu")]
    public void One_more_association_than_is_allowed_is_rejected()
    {
        using var receiver = new Receiver(Options() with { MaximumAssociations = 1 });
        using var first = Open();

        Assert.Equal("AssociationRejected", Assert.Throws<DamsException>(() => Open().Dispose()).Id);
    }

    [PartnerFact("echoscu")]
    public void It_answers_to_C_ECHO()
    {
        using var receiver = new Receiver(Options());

        Assert.Equal(0, Program.Run("echoscu", Folder.Path, "--aetitle", "SENDER", "--call", "DAMS", "127.0.0.1", $"{Port}").ExitCode);
    }

    [Theory]
    [InlineData(0x04)]
    [InlineData(0x01)]
    public void A_PDU_that_asks_for_more_memory_than_was_agreed_ends_its_connection(byte type)
    {
        using var receiver = new Receiver(Options());
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, Port);
        client.Client.Send([type, 0, 0x7F, 0xFF, 0xFF, 0xF0, 1, 2, 3]);

        Assert.True(IsClosed(client));
    }

    [Fact]
    public void A_connection_that_says_nothing_is_closed()
    {
        using var receiver = new Receiver(Options() with { IdleTime = TimeSpan.FromSeconds(1) });
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, Port);

        Assert.True(IsClosed(client));
    }

    [Fact]
    [CoversError("PortTaken")]
    public void A_port_that_another_program_has_is_told()
    {
        var listener = new TcpListener(IPAddress.Any, Port);
        listener.Start();

        Assert.Equal("PortTaken", Assert.Throws<DamsException>(() => new Receiver(Options()).Dispose()).Id);

        listener.Stop();
    }

    [Fact]
    public void A_port_is_free_again_for_the_next_receiver()
    {
        for (var i = 0; i < 50; i++)
            new Receiver(Options()).Dispose();
    }

    private NodeConnection Open() => NodeConnection.Open(
        new ConnectionOptions(new DicomNode("DAMS", "127.0.0.1", Port, false), "SENDER"),
        contexts => contexts.Add(FellowOakDicom.DicomUID.Verification, FellowOakDicom.DicomTransferSyntax.ImplicitVRLittleEndian),
        CancellationToken.None);

    private static bool IsClosed(TcpClient client)
    {
        client.ReceiveTimeout = 60_000;
        try
        {
            return client.GetStream().Read(new byte[64]) == 0;
        }
        catch (IOException e)
        {
            return e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset };
        }
    }
}
