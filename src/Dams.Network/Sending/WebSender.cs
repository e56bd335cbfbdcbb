using System;
using System.Linq;
using System.Net.Http;
using Dams.Network.Web;

namespace Dams.Network.Sending;

/// <summary>
/// Sends instances to a DICOMweb service (STOW-RS, PS3.18 section 10.5), each in a request of its own, so that what is confirmed
/// is known of each at once. A file goes as it stands.
/// </summary>
internal sealed class WebSender(WebOptions options, SendAttempts attempts) : IInstanceSender
{
    private const string Stored = "00081199", Failed = "00081198", InstanceUid = "00081155", Reason = "00081197";
    private const int NoReason = 0x0110;

    private readonly WebConnection _connection = new(options, attempts.Cancellation);
    private bool _isWelcome;

    /// <inheritdoc/>
    public ulong Send(StoredInstance instance) => attempts.Run(() => SendOnce(instance), () => { });

    public void Dispose() => _connection.Dispose();

    private ulong SendOnce(StoredInstance instance)
    {
        if (!instance.HasPrefix)
            throw NetworkErrors.NotSendable("it has no preamble and file meta information");
        InstanceContent? content = null;
        using var answer = _connection.Send(alive =>
        {
            content = new InstanceContent(instance, alive);
            var request = new HttpRequestMessage(HttpMethod.Post, "studies") { Content = content };
            request.Headers.Accept.ParseAdd("application/dicom+json");
            // A service that refuses says so before the pixels go; not each time, since many wait in silence for all of it.
            request.Headers.ExpectContinue = !_isWelcome;
            return request;
        });
        Check(answer, instance.SOPInstanceUID);
        _isWelcome = true;
        return content!.Fingerprint;
    }

    // PS3.18 table 10.5.3-1: 200 where all is stored, 202 where some is not or with a warning, 409 where nothing is.
    private void Check(WebAnswer answer, string uid)
    {
        var service = options.Service.ToString();
        if (answer.Status is not (200 or 202 or 409))
            throw NetworkErrors.WebRefused(service, answer.Status);
        var all = JsonDataset.Read(answer, service, dataset => (
            Stored: dataset.Items(Stored).Select(item => item.Text(InstanceUid)).ToArray(),
            Failed: dataset.Items(Failed).Select(item => (Uid: item.Text(InstanceUid), Reason: item.Text(Reason))).ToArray()));
        var (stored, failed) = (all.SelectMany(told => told.Stored).ToArray(), all.SelectMany(told => told.Failed).ToArray());
        if (failed.Length > 0)
            throw NetworkErrors.StoreRefused(service, int.TryParse(failed[0].Reason, out var reason) ? reason : NoReason);
        if (answer.Status == 409)
            throw NetworkErrors.WebRefused(service, answer.Status);
        // A service that says nothing more than 200 has stored all.
        if (!stored.Contains(uid) && (answer.Status != 200 || stored.Length > 0))
            throw NetworkErrors.UnusableAnswer(service, "it does not say whether the instance is stored");
    }
}
