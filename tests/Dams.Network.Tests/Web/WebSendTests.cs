using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Dams.Network.Sending;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Network.Web;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Web;

/// <summary>STOW-RS with Orthanc, and with a service that answers what none should.</summary>
public sealed class WebSendTests : IDisposable
{
    private const string Uid = "1.2.3.4.1";

    private const string StoredIt = """{"00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.3.4.1"]}}]}}""";

    // A700 in decimals.
    private const string RefusedIt = """{"00081198":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.3.4.1"]},"00081197":{"vr":"US","Value":[42752]}}]}}""";

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [PartnerFact(PartnerFactAttribute.DicomWeb)]
    public void Five_hundred_slices_come_byte_for_byte()
    {
        var files = Instances.WriteSeries(_folder, 500);
        using var archive = new Orthanc(_folder["orthanc"]);

        var sent = Assert.Single(Send(Options(archive), files));

        Assert.Equal((500, 0, 0), (sent.InstanceCount, sent.SkippedCount, sent.FailedCount));
        Assert.Equal(files.Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order(), archive.Files().Select(Instances.HashOf).Order());
    }

    [PartnerFact(PartnerFactAttribute.DicomWeb)]
    public void An_archive_that_dies_in_mid_transfer_gets_the_rest_and_nothing_twice()
    {
        const int count = 200;
        var files = Instances.WriteSeries(_folder, count, pixelLength: 64 * 1024);
        using var archive = new Orthanc(_folder["orthanc"]);
        var log = _folder["sent.csv"];
        var killer = Task.Run(() =>
        {
            while (!File.Exists(log) || File.ReadAllLines(log).Length < 20)
                Task.Delay(5).Wait();
            archive.Kill();
        });
        var lost = Assert.Throws<DamsException>(() => Send(Options(archive), files, log: log));
        killer.Wait();
        Assert.Equal("NodeLost", lost.Id);
        var confirmed = File.ReadAllLines(log).Length - 1;
        Assert.InRange(confirmed, 19, count - 1);
        archive.Restart();

        var sent = Assert.Single(Send(Options(archive), files, log: log, resumes: true));

        Assert.Equal((count, confirmed, 0), (sent.InstanceCount, sent.SkippedCount, sent.FailedCount));
        Assert.Equal(count, archive.CountInstances());
    }

    [Fact]
    public void What_is_not_protected_is_not_sent()
    {
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", ""));

        Assert.Empty(Send(service.Options, Instances.WriteSeries(_folder, 2, isProtected: false)));

        Assert.Equal(["NotProtected", "NotProtected"], _listener.Failures.Select(failure => failure.Error.Id));
        Assert.Empty(service.Requests);
    }

    [Theory]
    // What PS3.18 table 10.5.3-1 has, and what services answer beside.
    [InlineData("200 OK", "", null)]
    [InlineData("200 OK", StoredIt, null)]
    [InlineData("202 Accepted", StoredIt, null)]
    [InlineData("202 Accepted", RefusedIt, "StoreRefused")]
    [InlineData("409 Conflict", RefusedIt, "StoreRefused")]
    [InlineData("409 Conflict", "", "WebRefused")]
    [InlineData("202 Accepted", "", "UnusableAnswer")]
    [InlineData("200 OK", """{"00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.3.99"]}}]}}""", "UnusableAnswer")]
    [InlineData("200 OK", "<html>", "UnusableAnswer")]
    [InlineData("413 Too Large", "", "WebRefused")]
    public void What_the_service_answers_decides_whether_an_instance_is_confirmed(string status, string content, string? id)
    {
        using var service = new FaultyService(_ => FaultyService.Json(status, content));

        var sent = Assert.Single(Send(service.Options, [Slice()], log: _folder["sent.csv"]));

        Assert.Equal(id is null ? (1, 0) : (0, 1), (sent.InstanceCount, sent.FailedCount));
        Assert.Equal(id, _listener.Failures.SingleOrDefault()?.Error.Id);
        if (id == "StoreRefused")
            Assert.Contains("A700", _listener.Failures[0].Message, StringComparison.Ordinal);
        Assert.Equal(id is null ? 2 : 1, File.ReadAllLines(_folder["sent.csv"]).Length);
    }

    [Fact]
    public void A_busy_service_gets_the_whole_instance_once_more()
    {
        using var service = new FaultyService(number => number == 1
            ? FaultyService.Answer("503 Busy", "Retry-After: 0\r\n", [])
            : FaultyService.Json("200 OK", ""));

        Assert.Equal(1, Assert.Single(Send(service.Options, [Slice()])).InstanceCount);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public void A_token_goes_with_each_request_and_to_no_other_host()
    {
        using var other = new FaultyService(_ => FaultyService.Json("200 OK", ""));
        using var service = new FaultyService(_ => FaultyService.Answer("308 Elsewhere", $"Location: {other.Root}/studies\r\n", []));

        var error = Assert.Throws<DamsException>(
            () => Send(service.Options with { Authorization = new AuthenticationHeaderValue("Bearer", "t0ken") }, [Slice()]));

        Assert.Equal("Redirected", error.Id);
        Assert.Contains("Authorization: Bearer t0ken", Assert.Single(service.Requests), StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public void A_file_without_preamble_cannot_be_sent()
    {
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", ""));
        var bare = _folder.Write("bare.dcm", Instances.DatasetOf(new InstanceBuilder(syntax: Syntax.ImplicitLittle).Build()));

        Assert.Equal(1, Assert.Single(Send(service.Options, [bare], allowsIdentified: true)).FailedCount);

        Assert.Equal("NotSendable", Assert.Single(_listener.Failures).Error.Id);
    }

    private static WebOptions Options(Orthanc archive) => new(DicomWebService.Check(archive.Web, allowsUnencrypted: false));

    private string Slice() => _folder.Write("slice.dcm", Instances.Slice(
        1, isProtected: true, pixelLength: 600, more: instance => instance.Text("SOPInstanceUID", Uid)));

    private List<SentSeries> Send(
        WebOptions web, IReadOnlyList<string> files, bool allowsIdentified = false, string? log = null, bool resumes = false)
    {
        var context = new RunContext(_listener);
        using var sentLog = log is null ? null : new SentLog(log, resumes);
        var run = new SendRun(new SendOptions(web with { RetryCount = 1 }) { AllowIdentified = allowsIdentified }, sentLog, context);
        return [.. run.Send(run.Read([.. files.Select((file, i) => (new SourceFile("", file, i + 1), false))]))];
    }
}
