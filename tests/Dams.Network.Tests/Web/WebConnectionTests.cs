using System;
using System.Collections.Generic;
using System.Net.Http.Headers;
using System.Text;
using Dams.Network.Nodes;
using Dams.Network.Querying;
using Dams.Network.Tests.Partners;
using Dams.Network.Web;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Web;

/// <summary>What every question to a service goes through: TLS, signing in, redirections, refusals, and waiting. A query asks it here.</summary>
public sealed class WebConnectionTests : IDisposable
{
    private const string Study = """{"0020000D":{"vr":"UI","Value":["1.2.3"]},"00100020":{"vr":"LO","Value":["MRN-4711"]},"00201208":{"vr":"IS","Value":[7]}}""";

    private static readonly StudyQuery Query = new("MRN-4711", "", "", "", "");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PartnerFact(PartnerFactAttribute.DicomWeb)]
    [CoversError("SignInRefused")]
    public void An_archive_that_asks_who_asks_is_told_by_name_and_password()
    {
        using var archive = new Orthanc(_folder["orthanc"], new Dictionary<string, object>
        {
            ["AuthenticationEnabled"] = true,
            ["RegisteredUsers"] = new Dictionary<string, string> { ["dams"] = "secret-word" },
        });
        using var unknown = new WebStudyFinder(Options(archive), default);
        using var known = new WebStudyFinder(Options(archive) with { Authorization = Basic("dams:secret-word") }, default);

        Assert.Equal("SignInRefused", Assert.Throws<DamsException>(() => unknown.Find(Query)).Id);
        Assert.Empty(known.Find(Query));
    }

    [Fact]
    public void A_service_is_spoken_to_over_TLS_if_its_certificate_is_trusted()
    {
        var both = TestCertificate.WriteWithKey(_folder, "node");
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", $"[{Study}]"))
        {
            Certificate = CertificateFile.ReadWithKey(both, null, "Certificate"),
        };
        using var stranger = new WebStudyFinder(service.Options, default);
        using var trusting = new WebStudyFinder(service.Options with { Tls = new(CertificateFile.Read(both, "TrustedCertificate"), null) }, default);

        Assert.Equal("TlsFailed", Assert.Throws<DamsException>(() => stranger.Find(Query)).Id);
        Assert.Empty(service.Requests);
        Assert.Single(trusting.Find(Query));
    }

    [Fact]
    public void TLS_with_a_service_that_speaks_none_fails_and_says_so()
    {
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", "[]"));
        var address = new UriBuilder(service.Root) { Scheme = "https" }.Uri;
        using var finder = new WebStudyFinder(new WebOptions(DicomWebService.Check(address, allowsUnencrypted: false)) { Timeout = TimeSpan.FromSeconds(5) }, default);

        // It waits for the end of a head that never comes, or answers what is no TLS.
        Assert.Contains(Assert.Throws<DamsException>(() => finder.Find(Query)).Id, new[] { "TlsFailed", "NodeSilent" });
    }

    [Fact]
    public void A_header_without_end_is_not_kept()
    {
        using var service = new FaultyService(_ => FaultyService.Answer("200 OK", $"X-Long: {new string('x', 1_000_000)}\r\n", []));

        Assert.Equal("UnusableAnswer", Assert.Throws<DamsException>(() => Find(service)).Id);
    }

    [Theory]
    [InlineData("403 Forbidden")]
    [InlineData("404 Not Found")]
    [InlineData("500 MRN-4711")]
    [CoversError("WebRefused")]
    public void A_service_that_refuses_is_told_with_its_status_and_not_the_query(string status)
    {
        using var service = new FaultyService(_ => FaultyService.Answer(status, "", "MRN-4711"u8.ToArray()));

        var error = Assert.Throws<DamsException>(() => Find(service));

        Assert.Equal("WebRefused", error.Id);
        Assert.Contains(status[..3], error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_is_busy_is_asked_again_when_it_says_so()
    {
        using var service = new FaultyService(number => number == 1
            ? FaultyService.Answer("503 Busy", "Retry-After: 2\r\n", [])
            : FaultyService.Json("200 OK", $"[{Study}]"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(7, Assert.Single(Find(service)).InstanceCount);

        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1.9), $"{watch.Elapsed}");
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    [CoversError("ServiceBusy")]
    public void A_service_that_stays_busy_is_not_asked_for_ever()
    {
        using var service = new FaultyService(_ => FaultyService.Answer("503 Busy", "Retry-After: 0\r\n", []));

        Assert.Equal("ServiceBusy", Assert.Throws<DamsException>(() => Find(service)).Id);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    [CoversError("Redirected")]
    public void Neither_query_nor_credentials_go_to_another_host()
    {
        using var other = new FaultyService(_ => FaultyService.Json("200 OK", $"[{Study}]"));
        using var service = new FaultyService(_ => FaultyService.Answer("307 Elsewhere", $"Location: {other.Root}/studies\r\n", []));

        var error = Assert.Throws<DamsException>(() => Find(service));

        Assert.Equal("Redirected", error.Id);
        Assert.Empty(other.Requests);
        Assert.Contains("Authorization: Basic ", Assert.Single(service.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirection_on_the_same_host_is_followed_and_none_for_ever()
    {
        using var once = new FaultyService(number => number == 1
            ? FaultyService.Answer("301 There", "Location: /dicom-web/v2/studies\r\n", [])
            : FaultyService.Json("200 OK", $"[{Study}]"));
        using var ever = new FaultyService(_ => FaultyService.Answer("302 There", "Location: /dicom-web/studies\r\n", []));

        Assert.Single(Find(once));
        Assert.Equal("Redirected", Assert.Throws<DamsException>(() => Find(ever)).Id);
        Assert.Equal(1 + WebLimits.Redirections, ever.Requests.Count);
    }

    [Fact]
    public void A_service_that_says_nothing_is_not_waited_for_for_ever()
    {
        using var service = new FaultyService(_ => []) { HoldsOn = true };
        using var finder = new WebStudyFinder(service.Options with { Timeout = TimeSpan.FromSeconds(2) }, default);

        Assert.Equal("NodeSilent", Assert.Throws<DamsException>(() => finder.Find(Query)).Id);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/dicom-web", "NobodyListens")]
    [InlineData("https://no-such-host.invalid/dicom-web", "UnknownHost")]
    public void Where_there_is_no_service_the_reason_is_told(string address, string id)
    {
        using var finder = new WebStudyFinder(new WebOptions(DicomWebService.Check(new Uri(address), allowsUnencrypted: false)), default);

        var error = Assert.Throws<DamsException>(() => finder.Find(Query));

        Assert.Equal(id, error.Id);
        Assert.DoesNotContain("4711", error.ToString(), StringComparison.Ordinal);
    }

    private static AuthenticationHeaderValue Basic(string text) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    private static WebOptions Options(Orthanc archive) => new(DicomWebService.Check(archive.Web, allowsUnencrypted: false));

    private static IReadOnlyList<DicomStudy> Find(FaultyService service)
    {
        using var finder = new WebStudyFinder(service.Options with { Authorization = Basic("dams:secret-word") }, default);
        return finder.Find(Query);
    }
}
