using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using Dams.Network.Web;

namespace Dams.Network.Querying;

/// <summary>Asks a DICOMweb service for studies (QIDO-RS, PS3.18 section 10.6).</summary>
internal sealed class WebStudyFinder(WebOptions options, CancellationToken cancellation) : IStudyFinder
{
    private const string PatientId = "00100020", Accession = "00080050", Uid = "0020000D", Date = "00080020", Modalities = "00080061",
        Description = "00081030", SeriesCount = "00201206", InstanceCount = "00201208";

    private readonly WebConnection _connection = new(options, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<DicomStudy> Find(StudyQuery query)
    {
        var service = options.Service.ToString();
        var path = PathOf(query);
        using var answer = _connection.Send(_ =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("application/dicom+json");
            return request;
        });
        if (answer.Status == 204)
            return [];
        if (answer.Status != 200)
            throw NetworkErrors.WebRefused(service, answer.Status);
        if (answer.IsPartial)
            throw NetworkErrors.TooManyMatches(service);
        return [.. JsonDataset.Read(answer, service, StudyOf).Where(study => TransferSyntax.IsUid(study.StudyInstanceUID))];
    }

    public void Dispose() => _connection.Dispose();

    private static string PathOf(StudyQuery query)
    {
        var keys = new[]
        {
            (PatientId, query.PatientID), (Accession, query.AccessionNumber), (Uid, query.StudyInstanceUID), (Date, query.StudyDate),
            (Modalities, query.Modality),
        };
        var asked = keys.Where(key => key.Item2.Length > 0).Select(key => $"{key.Item1}={Escape(key.Item2)}");
        var included = new[] { Description, Modalities, SeriesCount, InstanceCount }.Select(tag => $"includefield={tag}");
        return "studies?" + string.Join('&', asked.Concat(included));
    }

    // What may stand in a query as it is (RFC 3986 section 3.4) stays: some services read no more escapes than they must.
    private static string Escape(string value) => Uri.EscapeDataString(value)
        .Replace("%2A", "*", StringComparison.Ordinal)
        .Replace("%3F", "?", StringComparison.Ordinal)
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal);

    private DicomStudy StudyOf(JsonDataset found) => new(
        options.Service,
        found.Text(Uid),
        found.Text(PatientId),
        found.Text(Accession),
        found.Text(Date),
        found.Text(Description),
        [.. found.Texts(Modalities).Where(text => text.Length > 0)],
        Number(found, SeriesCount),
        Number(found, InstanceCount));

    private static int? Number(JsonDataset found, string tag) =>
        int.TryParse(found.Text(tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
