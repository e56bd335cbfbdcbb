using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Dams.Network.Querying;
using Dams.Network.Receiving;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Network.Web;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Web;

/// <summary>WADO-RS with Orthanc, and with a service that answers what none should.</summary>
public sealed class WebFetchTests : IDisposable
{
    private const string Type = "multipart/related; type=\"application/dicom\"; boundary=b-815";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PartnerFact(PartnerFactAttribute.DicomWeb, "storescu")]
    public void A_study_comes_whole_and_byte_for_byte()
    {
        var files = Instances.WriteSeries(_folder, 24, isProtected: false, pixelLength: 300_000);
        using var archive = new Orthanc(_folder["orthanc"]);
        Program.Run("storescu", _folder.Path, ["--call", Orthanc.Title, "127.0.0.1", $"{archive.Port}", .. files]);

        var (folders, missing, _) = Fetch(new WebOptions(DicomWebService.Check(archive.Web, allowsUnencrypted: false)));

        Assert.Null(missing);
        Assert.Equal(
            files.Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order(),
            Directory.GetFiles(Assert.Single(folders)).Select(file => Instances.HashOf(File.ReadAllBytes(file))).Order());
    }

    [PartnerFact(PartnerFactAttribute.DicomWeb)]
    public void A_compressed_study_comes_as_it_is_stored()
    {
        var file = _folder.Write("jpeg.dcm", new InstanceBuilder(syntax: Syntax.JpegBaseline).Text("StudyInstanceUID", "1.2.3").Build());
        using var archive = new Orthanc(_folder["orthanc"]);
        using (var client = new System.Net.Http.HttpClient())
            client.PostAsync(new Uri(archive.Web, "/instances"), new System.Net.Http.ByteArrayContent(File.ReadAllBytes(file))).GetAwaiter().GetResult().EnsureSuccessStatusCode();

        var (folders, _, failures) = Fetch(new WebOptions(DicomWebService.Check(archive.Web, allowsUnencrypted: false)));

        Assert.Empty(failures);
        Assert.Equal(Instances.HashOf(File.ReadAllBytes(file)), Instances.HashOf(File.ReadAllBytes(Assert.Single(Directory.GetFiles(Assert.Single(folders))))));
    }

    [PartnerFact(PartnerFactAttribute.DicomWeb)]
    public void A_study_that_the_archive_does_not_have_is_told()
    {
        using var archive = new Orthanc(_folder["orthanc"]);

        Assert.Equal("StudyNotThere", Assert.Throws<DamsException>(
            () => Fetch(new WebOptions(DicomWebService.Check(archive.Web, allowsUnencrypted: false)))).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Parts_are_told_apart_wherever_the_network_cuts_them(int writeLength)
    {
        // What looks like the beginning of a delimiter belongs to the content.
        var parts = new[] { Slice(1), Slice(2, [0x0d, 0x0a, (byte)'-', (byte)'-', (byte)'b', (byte)'-', (byte)'8', 0, 0x0d, 0x0a]), Slice(3) };
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"Content-Type: {Type}\r\n", Body(parts))) { WriteLength = writeLength };

        var (folders, missing, failures) = Fetch(service.Options);

        Assert.Null(missing);
        Assert.Empty(failures);
        Assert.Equal(
            parts.Select(Convert.ToHexString).Order(),
            Directory.GetFiles(Assert.Single(folders)).Select(file => Convert.ToHexString(File.ReadAllBytes(file))).Order());
    }

    [Fact]
    [CoversError("StudyBroken")]
    public void A_connection_that_breaks_in_mid_part_leaves_what_came_whole_and_no_more()
    {
        var body = Body([Slice(1), Slice(2), Slice(3)]);
        var whole = FaultyService.Answer("200 OK", $"Content-Type: {Type}\r\n", body);
        using var service = new FaultyService(_ => whole[..^(body.Length / 2)]);

        var (folders, missing, _) = Fetch(service.Options);

        Assert.Equal("StudyBroken", missing?.Id);
        Assert.Single(Directory.GetFiles(Assert.Single(folders)));
        Assert.Empty(Directory.GetFiles(_folder["in"]));
    }

    [Fact]
    public void An_answer_that_ends_without_saying_so_is_not_taken_for_whole()
    {
        var body = Body([Slice(1), Slice(2)]);
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"Content-Type: {Type}\r\n", body[..^10]));

        var (_, missing, _) = Fetch(service.Options);

        Assert.Equal("StudyBroken", missing?.Id);
    }

    /// <summary>As services write it that leave the quotes out (RFC 2045 section 5.1 asks for them).</summary>
    [Theory]
    [InlineData("multipart/related; type=application/dicom; boundary=b-815")]
    [InlineData("Multipart/Related;boundary=b-815;type=\"application/dicom\"")]
    public void A_type_without_its_quotes_is_read(string type)
    {
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"Content-Type: {type}\r\n", Body([Slice(1)])));

        Assert.Null(Fetch(service.Options).Missing);
    }

    [Theory]
    [InlineData("multipart/related; boundary=another")]
    [InlineData("multipart/related")]
    [InlineData("text/html")]
    public void An_answer_whose_parts_cannot_be_told_apart_is_told(string type)
    {
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"Content-Type: {type}\r\n", Body([Slice(1)])));

        Assert.Equal("UnusableAnswer", Assert.Throws<DamsException>(() => Fetch(service.Options)).Id);
    }

    [Fact]
    public void A_part_whose_header_does_not_end_is_not_read_on()
    {
        var body = Encoding.ASCII.GetBytes($"--b-815\r\nX: {new string('x', 10_000_000)}\r\n\r\n");
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"Content-Type: {Type}\r\n", body));

        Assert.Equal("UnusableAnswer", Assert.Throws<DamsException>(() => Fetch(service.Options)).Id);
    }

    [Fact]
    public void What_is_no_instance_or_nested_too_deep_or_of_another_study_is_put_into_quarantine()
    {
        var deep = new InstanceBuilder().Text("StudyInstanceUID", "1.2.3").Add("ReferencedStudySequence", dataset => Nest(dataset, 5_000)).Build();
        var other = new InstanceBuilder().Text("StudyInstanceUID", "1.2.4").Build();
        using var service = new FaultyService(_ => FaultyService.Answer(
            "200 OK", $"Content-Type: {Type}\r\n", Body([Slice(1), "MRN-4711"u8.ToArray(), deep, other])));

        var (folders, missing, failures) = Fetch(service.Options);

        Assert.Equal("StudyIncomplete", missing?.Id);
        Assert.Single(Directory.GetFiles(Assert.Single(folders)));
        Assert.Equal(3, Directory.GetFiles(_folder["in/quarantine"]).Length);
        Assert.Equal(["Quarantined", "Quarantined", "Quarantined"], failures.Select(failure => failure.Error.Id));
        Assert.DoesNotContain("4711", string.Concat(failures.Select(failure => failure.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_disk_has_no_room_nothing_more_is_fetched_and_nothing_is_left()
    {
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"Content-Type: {Type}\r\n", Body([Slice(1), Slice(2)])));
        var store = new InstanceStore(_folder["in"]);
        using var fetcher = new WebStudyFetcher(service.Options, store, minimumFreeBytes: long.MaxValue, default);

        Assert.Equal("StudyIncomplete", Assert.Throws<DamsException>(() => fetcher.Fetch("1.2.3", _ => { })).Id);

        Assert.Equal("NoRoom", Assert.Single(store.TakeFailures()).Error.Id);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["in"]));
    }

    [Fact]
    public void A_service_that_stops_in_the_middle_is_not_waited_for_for_ever()
    {
        using var service = Stopping();
        var store = new InstanceStore(_folder["in"]);
        using var fetcher = new WebStudyFetcher(service.Options with { Timeout = TimeSpan.FromSeconds(2) }, store, minimumFreeBytes: 0, default);

        Assert.Equal("StudyBroken", fetcher.Fetch("1.2.3", _ => { }).Missing?.Id);
    }

    [Fact]
    public void Fetching_that_is_stopped_leaves_nothing_half()
    {
        using var service = Stopping();
        using var stop = new CancellationTokenSource();
        using var fetcher = new WebStudyFetcher(service.Options, new InstanceStore(_folder["in"]), minimumFreeBytes: 0, stop.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => fetcher.Fetch("1.2.3", _ => stop.Cancel()));

        Assert.Empty(Directory.GetFiles(_folder["in"]));
        Assert.Single(Directory.GetFiles(_folder["in"], "*.dcm", SearchOption.AllDirectories));
    }

    // Gives one instance and half of another, and then nothing.
    private static FaultyService Stopping()
    {
        var body = Body([Slice(1), Slice(2)]);
        var whole = FaultyService.Answer("200 OK", $"Content-Type: {Type}\r\n", body);
        return new FaultyService(_ => whole[..^300]) { HoldsOn = true };
    }

    private (IReadOnlyList<string> Folders, DamsException? Missing, FileFailure[] Failures) Fetch(WebOptions options)
    {
        var store = new InstanceStore(_folder["in"]);
        using var fetcher = new WebStudyFetcher(options, store, minimumFreeBytes: 0, default);
        var (folders, missing) = fetcher.Fetch("1.2.3", _ => { });
        return (folders, missing, [.. store.TakeFailures()]);
    }

    private static byte[] Slice(int number, byte[]? pixels = null) => Instances.Slice(
        number, isProtected: false, pixelLength: 600, more: pixels is null ? null : instance => instance.Add("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OW")));

    private static byte[] Body(IEnumerable<byte[]> parts) =>
    [
        .. parts.SelectMany(part => Encoding.ASCII.GetBytes("\r\n--b-815\r\nContent-Type: application/dicom\r\nContent-Location: /1\r\n\r\n").Concat(part)),
        .. "\r\n--b-815--\r\n"u8,
    ];

    private static void Nest(DatasetBuilder dataset, int depth)
    {
        if (depth > 0)
            dataset.Sequence("ReferencedStudySequence", item => Nest(item, depth - 1));
    }
}
