using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Network.Querying;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Network.Web;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Web;

/// <summary>QIDO-RS with Orthanc, and with a service whose matches are none.</summary>
public sealed class WebFindTests : IDisposable
{
    private const string Study = """{"0020000D":{"vr":"UI","Value":["1.2.3"]},"00100020":{"vr":"LO","Value":["MRN-4711"]},"00201208":{"vr":"IS","Value":[7]}}""";

    private static readonly StudyQuery Query = new("MRN-4711", "", "", "", "");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PartnerFact(PartnerFactAttribute.DicomWeb, "storescu")]
    public void A_study_is_found_by_accession_number_patient_and_date()
    {
        using var archive = new Orthanc(_folder["orthanc"]);
        Program.Run("storescu", _folder.Path, ["--call", Orthanc.Title, "127.0.0.1", $"{archive.Port}", .. Instances.WriteSeries(_folder, 3, isProtected: false)]);
        using var finder = new WebStudyFinder(Options(archive), default);

        foreach (var query in new[]
        {
            new StudyQuery("", "ACC-815", "", "", ""), Query, new StudyQuery("", "", "1.2.3", "", "CT"), new StudyQuery("", "ACC-8?5", "", "", ""),
            new StudyQuery("MRN-4711", "", "", "20240301-20240331", ""),
        })
        {
            var study = Assert.Single(finder.Find(query));
            Assert.Equal(("1.2.3", "MRN-4711", "ACC-815", "20240311"), (study.StudyInstanceUID, study.PatientID, study.AccessionNumber, study.StudyDate));
            Assert.Equal((1, 3, "CT"), (study.SeriesCount, study.InstanceCount, Assert.Single(study.ModalitiesInStudy)));
        }
        Assert.Empty(finder.Find(new StudyQuery("", "ACC-816", "", "", "")));
        Assert.Empty(finder.Find(new StudyQuery("MRN-4711", "", "", "20240401-", "")));
        Assert.Empty(finder.Find(new StudyQuery("", "ACC&815=1 ü/", "", "", "")));
    }

    [Fact]
    public void A_service_without_matches_may_say_nothing()
    {
        using var service = new FaultyService(_ => FaultyService.Answer("204 No Content", "", []));

        Assert.Empty(Find(service));
    }

    [Theory]
    [InlineData("<html>MRN-4711</html>")]
    [InlineData("[1,2]")]
    [InlineData("[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"\\ud800\"]}}]")]
    [InlineData("[{\"0020000D\":")]
    [CoversError("UnusableAnswer")]
    public void What_is_not_the_JSON_of_DICOM_is_told_and_nothing_of_it_is_said(string content)
    {
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", content));

        var error = Assert.Throws<DamsException>(() => Find(service));

        Assert.Equal("UnusableAnswer", error.Id);
        Assert.DoesNotContain("4711", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_in_JSON_without_end_is_not_followed()
    {
        var content = string.Concat(Enumerable.Repeat("[", 200_000));
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", content));

        Assert.Equal("UnusableAnswer", Assert.Throws<DamsException>(() => Find(service)).Id);
    }

    [Fact]
    public void JSON_without_end_is_not_kept()
    {
        using var service = new FaultyService(_ => FaultyService.Json("200 OK", new string(' ', WebLimits.Json + 1)));

        Assert.Equal("UnusableAnswer", Assert.Throws<DamsException>(() => Find(service)).Id);
    }

    [Theory]
    [InlineData("299 pacs \"There are more results\"")]
    // The text that PS3.18 section 8.3.4.4 prescribes.
    [InlineData("299 https://pacs/dicom-web: There are 5 additional results that can be requested")]
    [CoversError("TooManyMatches")]
    public void A_service_that_leaves_matches_out_is_told(string warning)
    {
        using var service = new FaultyService(_ => FaultyService.Answer(
            "200 OK", $"Warning: {warning}\r\n", Encoding.UTF8.GetBytes($"[{Study}]")));

        Assert.Equal("TooManyMatches", Assert.Throws<DamsException>(() => Find(service)).Id);
    }

    private static WebOptions Options(Orthanc archive) => new(DicomWebService.Check(archive.Web, allowsUnencrypted: false));

    private static IReadOnlyList<DicomStudy> Find(FaultyService service)
    {
        using var finder = new WebStudyFinder(service.Options, default);
        return finder.Find(Query);
    }
}
