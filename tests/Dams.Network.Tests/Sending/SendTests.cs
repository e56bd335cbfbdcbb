using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dams.Network.Nodes;
using Dams.Network.Sending;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Sending;

/// <summary>C-STORE out, to DCMTK and Orthanc.</summary>
public sealed class SendTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [PartnerFact("storescp")]
    public void What_is_sent_comes_byte_for_byte()
    {
        // A private element and a sequence of undefined length are what a toolkit would write anew.
        var files = Instances.WriteSeries(_folder, 3, more: instance => instance
            .Text("00091001", "private", "LO")
            .Sequence("ReferencedStudySequence", item => item.Text("ReferencedSOPInstanceUID", "1.2.3.7")));
        using var archive = new StoreScp(_folder["scp"]);

        var sent = Assert.Single(Send(archive.Connection, files));

        Assert.Equal((3, 0, 0), (sent.InstanceCount, sent.SkippedCount, sent.FailedCount));
        Assert.Equal(
            files.Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order(),
            archive.Files.Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order());
    }

    [PartnerFact("Orthanc")]
    public void Two_thousand_slices_come_with_their_counts_and_pixels()
    {
        var files = Instances.WriteSeries(_folder, 2000);
        using var archive = new Orthanc(_folder["orthanc"]);

        var sent = Assert.Single(Send(archive.Connection, files));

        Assert.Equal(2000, sent.InstanceCount);
        Assert.Equal(2000, archive.CountInstances());
        Assert.Equal(files.Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order(), archive.Files().Select(Instances.HashOf).Order());
    }

    [PartnerFact("storescp")]
    public void Several_kinds_share_an_association()
    {
        string[] files =
        [
            _folder.Write("ct.dcm", new InstanceBuilder().Text("SOPInstanceUID", "1.2.3.4.1").Build()),
            _folder.Write("mr.dcm", new InstanceBuilder("1.2.840.10008.5.1.4.1.1.4").Text("SOPInstanceUID", "1.2.3.4.2").Build()),
            _folder.Write("implicit.dcm", new InstanceBuilder(syntax: Syntax.ImplicitLittle).Text("SOPInstanceUID", "1.2.3.4.3").Build()),
            _folder.Write("private.dcm", new InstanceBuilder(InstanceBuilder.UnknownClass).Text("SOPInstanceUID", "1.2.3.4.4").Build()),
        ];
        using var archive = new StoreScp(_folder["scp"], "--promiscuous");

        Assert.Equal(4, Assert.Single(Send(archive.Connection, files, allowsIdentified: true)).InstanceCount);
        Assert.Equal(4, archive.Files.Length);
    }

    [PartnerFact("storescp")]
    [CoversError("NotProtected")]
    public void What_does_not_show_that_it_was_protected_is_not_sent()
    {
        var files = Instances.WriteSeries(_folder, 2, isProtected: false);
        // What others de-identified says so, and not that Dams did.
        var foreign = _folder.Write("foreign.dcm", new InstanceBuilder().Text("PatientIdentityRemoved", "YES").Build());
        using var archive = new StoreScp(_folder["scp"]);

        Assert.Empty(Send(archive.Connection, [.. files, foreign]));

        Assert.All(_listener.Failures, failure => Assert.Equal("NotProtected", failure.Error.Id));
        Assert.Equal(3, _listener.Failures.Count);
        Assert.Empty(archive.Files);
    }

    [PartnerFact("storescp")]
    public void What_is_no_instance_is_left_out_and_counted()
    {
        string[] files = [_folder.Write("notes.txt", "notes"u8.ToArray()), .. Instances.WriteSeries(_folder, 1)];
        using var archive = new StoreScp(_folder["scp"]);

        Assert.Equal((1, 0), Assert.Single(Send(archive.Connection, files)) is var sent ? (sent.InstanceCount, sent.FailedCount) : default);

        Assert.Empty(_listener.Failures);
        Assert.Equal("NotDicom", Assert.Single(_listener.Warnings).Id);
        Assert.Single(_listener.LeftOut);
    }

    [PartnerFact("storescp")]
    public void What_somebody_allows_is_sent_as_it_is()
    {
        using var archive = new StoreScp(_folder["scp"]);

        Assert.Equal(2, Assert.Single(Send(archive.Connection, Instances.WriteSeries(_folder, 2, isProtected: false), allowsIdentified: true)).InstanceCount);
    }

    [PartnerFact("storescp")]
    [CoversError("ClassNotAccepted")]
    public void A_transfer_syntax_that_the_archive_does_not_take_is_told_and_not_converted()
    {
        var file = _folder.Write("jpeg.dcm", new InstanceBuilder(syntax: Syntax.JpegBaseline).Build());
        using var archive = new StoreScp(_folder["scp"], "--prefer-uncompr");

        var sent = Assert.Single(Send(archive.Connection, [file], allowsIdentified: true));

        Assert.Equal((0, 1), (sent.InstanceCount, sent.FailedCount));
        Assert.Equal("ClassNotAccepted", Assert.Single(_listener.Failures).Error.Id);
        Assert.Empty(archive.Files);
    }

    [PartnerFact("storescp")]
    public void A_transfer_syntax_that_nobody_knows_does_not_stop_the_others()
    {
        var own = _folder.Write("own.dcm", new InstanceBuilder(syntax: Syntax.ExplicitLittle with { Uid = "1.2.826.0.1.3680043.2.1143.98" })
            .Text("SOPInstanceUID", "1.2.3.4.98").Text("SeriesInstanceUID", "1.2.3.98").Build());
        using var archive = new StoreScp(_folder["scp"], "--prefer-uncompr");

        var sent = Send(archive.Connection, [own, .. Instances.WriteSeries(_folder, 1)], allowsIdentified: true);

        Assert.Equal([(0, 1), (1, 0)], sent.Select(series => (series.InstanceCount, series.FailedCount)));
        Assert.Equal("ClassNotAccepted", Assert.Single(_listener.Failures).Error.Id);
    }

    [Theory]
    [InlineData(0xA700, false)]
    [InlineData(0xC000, false)]
    [InlineData(0xB000, true)]
    [CoversError("StoreRefused")]
    public void What_the_archive_answers_decides_whether_an_instance_is_confirmed(int status, bool isStored)
    {
        using var archive = new RefusingNode((ushort)status);

        var sent = Assert.Single(Send(archive.Connection, Instances.WriteSeries(_folder, 2)));

        Assert.Equal(isStored ? 2 : 0, sent.InstanceCount);
        Assert.All(_listener.Failures, failure => Assert.Equal("StoreRefused", failure.Error.Id));
        Assert.Equal(isStored ? 0 : 2, _listener.Failures.Count);
    }

    [PartnerFact("Orthanc")]
    public void An_archive_that_dies_in_mid_transfer_gets_the_rest_and_nothing_twice()
    {
        const int count = 300;
        var files = Instances.WriteSeries(_folder, count, pixelLength: 64 * 1024);
        using var archive = new Orthanc(_folder["orthanc"]);
        var log = _folder["sent.csv"];
        DamsException? lost = null;
        using (var killer = new Task(() =>
        {
            // After it has confirmed some.
            while (!File.Exists(log) || File.ReadAllLines(log).Length < 20)
                Task.Delay(5).Wait();
            archive.Kill();
        }))
        {
            killer.Start();
            lost = Assert.Throws<DamsException>(() => Send(archive.Connection, files, log: log));
            killer.Wait();
        }
        Assert.Equal("NodeLost", lost.Id);
        var confirmed = File.ReadAllLines(log).Length - 1;
        Assert.InRange(confirmed, 19, count - 1);
        archive.Restart();

        var sent = Assert.Single(Send(archive.Connection, files, log: log, resumes: true));

        Assert.Equal((count, confirmed, 0), (sent.InstanceCount, sent.SkippedCount, sent.FailedCount));
        Assert.Equal(count, archive.CountInstances());
    }

    [PartnerFact("storescp")]
    [CoversError("NodeLost")]
    public void A_node_that_is_lost_ends_the_run_and_says_how_much_it_confirmed()
    {
        var files = Instances.WriteSeries(_folder, 200, pixelLength: 64 * 1024);
        using var archive = new StoreScp(_folder["scp"]);
        var log = _folder["sent.csv"];
        var killer = Task.Run(() =>
        {
            while (!File.Exists(log) || File.ReadAllLines(log).Length < 5)
                Task.Delay(5).Wait();
            archive.Kill();
        });

        var error = Assert.Throws<DamsException>(() => Send(archive.Connection, files, log: log));

        killer.Wait();
        Assert.Equal("NodeLost", error.Id);
        Assert.Contains($"it confirmed {File.ReadAllLines(log).Length - 1} of 200 instances", error.Message, StringComparison.Ordinal);
    }

    [PartnerFact("storescp")]
    public void An_instance_that_changed_since_is_sent_again()
    {
        var files = Instances.WriteSeries(_folder, 2);
        using var archive = new StoreScp(_folder["scp"]);
        Send(archive.Connection, files, log: _folder["sent.csv"]);
        File.WriteAllBytes(files[0], Instances.Slice(1, isProtected: true, pixelLength: 1024));

        var sent = Assert.Single(Send(archive.Connection, files, log: _folder["sent.csv"], resumes: true));

        Assert.Equal((2, 1), (sent.InstanceCount, sent.SkippedCount));
    }

    [Fact]
    [CoversError("UnusableSentLog")]
    public void A_list_that_cannot_be_kept_is_told_before_anything_is_sent() =>
        Assert.Equal("UnusableSentLog", Assert.Throws<DamsException>(() => new SentLog(_folder["none/sent.csv"], resumes: false)).Id);

    [PartnerFact("storescp")]
    public void No_message_holds_a_value_of_the_patient()
    {
        var file = _folder.Write("Muster_Erika.dcm", new InstanceBuilder().Build());
        using var archive = new StoreScp(_folder["scp"]);

        Send(archive.Connection, [file]);

        var told = string.Concat(_listener.Failures.Select(failure => failure.Message));
        Assert.NotEmpty(told);
        Assert.All(["Muster", "MRN-4711", "1952"], value => Assert.DoesNotContain(value, told, StringComparison.Ordinal));
    }

    private List<SentSeries> Send(
        ConnectionOptions connection, IReadOnlyList<string> files, bool allowsIdentified = false, string? log = null, bool resumes = false)
    {
        var context = new RunContext(_listener);
        using var sentLog = log is null ? null : new SentLog(log, resumes);
        var run = new SendRun(new SendOptions(connection with { RetryCount = 1 }) { AllowIdentified = allowsIdentified }, sentLog, context);
        return [.. run.Send(run.Read([.. files.Select((file, i) => (new SourceFile("", file, i + 1), false))]))];
    }
}
