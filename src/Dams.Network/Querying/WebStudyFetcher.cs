using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using Dams.Network.Receiving;
using Dams.Network.Web;
using FellowOakDicom.Network;

namespace Dams.Network.Querying;

/// <summary>
/// Fetches studies from a DICOMweb service (WADO-RS, PS3.18 section 10.4): each part goes to the disk as it comes, in the transfer
/// syntax in which the service has it, and Dams' own reader looks at it before anything else does.
/// </summary>
/// <param name="minimumFreeBytes">Bytes that stay free on the disk.</param>
internal sealed class WebStudyFetcher(WebOptions options, InstanceStore store, long minimumFreeBytes, CancellationToken cancellation) : IDisposable
{
    private readonly WebConnection _connection = new(options, cancellation);

    /// <summary>Fetches a study.</summary>
    /// <param name="progress">Receives how many instances have come.</param>
    /// <returns>The folders of its series, and what is missing; null where nothing is.</returns>
    /// <exception cref="DamsException">Nothing of it came.</exception>
    public (IReadOnlyList<string> Folders, DamsException? Missing) Fetch(string studyUid, Action<int> progress)
    {
        var service = options.Service.ToString();
        using var answer = _connection.Send(_ => RequestOf(studyUid));
        if (answer.Status is 404 or 410)
            throw NetworkErrors.StudyNotThere(service);
        // 206: some of it cannot be given.
        if (answer.Status is not (200 or 206))
            throw NetworkErrors.WebRefused(service, answer.Status);
        var before = store.Count;
        var missing = Store(answer, studyUid, progress);
        if (missing is null && answer.Status == 206)
            missing = NetworkErrors.StudyIncomplete(store.Count - before, 0);
        var folders = store.TakeStudy(studyUid);
        return folders.Count > 0 ? (folders, missing) : throw missing ?? NetworkErrors.StudyNotThere(service);
    }

    public void Dispose() => _connection.Dispose();

    private DamsException? Store(WebAnswer answer, string studyUid, Action<int> progress)
    {
        var (stored, refused) = (0, 0);
        try
        {
            var parts = new MultipartReader(answer, options.Service.ToString());
            for (var number = 1; parts.Next(); number++)
            {
                using var incoming = IncomingFile.Create(store.Folder, meta: null, minimumFreeBytes);
                parts.CopyTo(incoming);
                var (status, series) = store.Store(incoming, Announcement.OfPart(studyUid, number));
                (stored, refused) = (stored + (series is null ? 0 : 1), refused + (series is null ? 1 : 0));
                progress(stored);
                // What comes after it would not be stored either.
                if (status == DicomStatus.StorageStorageOutOfResources)
                    break;
            }
        }
        catch (DamsException e) when (stored > 0 || e.Scope == ErrorScope.Configuration)
        {
            return NetworkErrors.StudyBroken(stored, e.Cause.TrimEnd('.'));
        }
        return refused > 0 ? NetworkErrors.StudyIncomplete(stored, refused) : null;
    }

    private static HttpRequestMessage RequestOf(string studyUid)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"studies/{studyUid}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("multipart/related")
        {
            Parameters = { new NameValueHeaderValue("type", "\"application/dicom\""), new NameValueHeaderValue("transfer-syntax", "*") },
        });
        return request;
    }
}
