using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Network.Nodes;
using Dams.Network.Web;
using Dams.Reporting;
using Dams.Sources;

namespace Dams.Network.Sending;

/// <summary>Sends files: all are looked at first, then they go, series after series, in the order in which they came.</summary>
internal sealed class SendRun(SendOptions options, SentLog? log, RunContext context)
{
    /// <summary>Reads what is to be sent. What cannot be sent is reported and left out.</summary>
    /// <param name="files">The files, and whether each is known as protected.</param>
    public IReadOnlyList<StoredInstance> Read(IReadOnlyList<(SourceFile File, bool IsProtected)> files)
    {
        var found = new List<StoredInstance>();
        var clock = new ProgressThrottle(context.Listener);
        var skipped = new SkippedFiles();
        var done = 0;
        foreach (var (source, instance, error) in Workers.Run(files, files.Count == 0 ? 1 : context.WorkersFor(files[0].File.Path), TryRead, context.Cancellation))
        {
            clock.Report(new RunProgress(++done, files.Count, 0));
            if (instance is not null)
                found.Add(instance);
            else
                skipped.Add(source, error!, context.Listener);
        }
        skipped.Report(context.Listener);
        return found;
    }

    /// <summary>Sends instances, and gives each series when all of it went.</summary>
    /// <exception cref="DamsException">The node was lost, and what it confirmed by then is in the log.</exception>
    public IEnumerable<SentSeries> Send(IReadOnlyList<StoredInstance> instances)
    {
        using var sender = SenderFor(instances);
        var clock = new ProgressThrottle(context.Listener);
        var bytes = instances.Sum(instance => instance.Length);
        var (done, doneBytes, confirmed) = (0, 0L, 0);
        foreach (var series in instances.GroupBy(instance => instance.SeriesInstanceUID))
        {
            var (sent, skipped, failed) = (new List<string>(), 0, 0);
            foreach (var instance in series)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var outcome = SendOne(sender, instance, confirmed, instances.Count);
                if (outcome is Outcome.Failed)
                    failed++;
                else
                    sent.Add(instance.Source.Path);
                skipped += outcome is Outcome.Skipped ? 1 : 0;
                confirmed += outcome is Outcome.Failed ? 0 : 1;
                clock.Report(new RunProgress(++done, instances.Count, doneBytes += instance.Length) { BytesKnown = bytes });
            }
            yield return new SentSeries(options.Connection.Archive, series.Key, sent.Count, skipped, failed, sent);
        }
    }

    private IInstanceSender SenderFor(IReadOnlyList<StoredInstance> instances) => options.Connection switch
    {
        WebOptions web => new WebSender(web, new SendAttempts(options.Connection.RetryCount, context.Cancellation)),
        _ => new Sender(
            (ConnectionOptions)options.Connection,
            [.. instances.Select(instance => (instance.SOPClassUID, instance.Syntax.Uid)).Distinct()],
            new SendAttempts(options.Connection.RetryCount, context.Cancellation)),
    };

    private enum Outcome
    {
        Sent,
        Skipped,
        Failed,
    }

    private Outcome SendOne(IInstanceSender sender, StoredInstance instance, int confirmed, int known)
    {
        var archive = options.Connection.Archive;
        try
        {
            if (log?.MayHave(archive, instance.SOPInstanceUID) == true
                && log.Has(archive, instance.SOPInstanceUID, StoredDataset.FingerprintOf(instance, context.Cancellation)))
            {
                return Outcome.Skipped;
            }
            var fingerprint = sender.Send(instance);
            log?.Add(archive, instance.SOPInstanceUID, fingerprint);
            return Outcome.Sent;
        }
        catch (DamsException e) when (confirmed > 0 && (SendAttempts.MayPass(e) || e.Id is nameof(NetworkErrors.ServiceBusy)))
        {
            throw NetworkErrors.NodeLost(archive.ToString(), confirmed, known);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            context.Listener.Fail(Failure(instance.Source, error));
            return Outcome.Failed;
        }
    }

    private (SourceFile Source, StoredInstance? Instance, DamsException? Error) TryRead((SourceFile File, bool IsProtected) given)
    {
        try
        {
            return (given.File, InstanceReader.Read(given.File, given.IsProtected || options.AllowIdentified, context.Cancellation), null);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            return (given.File, null, error);
        }
    }

    private static FileFailure Failure(SourceFile source, DamsException error) =>
        new($"File {source.Number}", source.Path, error) { Root = source.Root };
}
