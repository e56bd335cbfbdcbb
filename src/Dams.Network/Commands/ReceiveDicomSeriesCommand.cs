using System;
using System.Diagnostics;
using System.Management.Automation;
using System.Security;
using Dams.Commands;
using Dams.Network.Nodes;
using Dams.Network.Receiving;

namespace Dams.Network.Commands;

[Cmdlet(VerbsCommunications.Receive, "DicomSeries")]
[OutputType(typeof(DicomSeries))]
public sealed class ReceiveDicomSeriesCommand : DamsCommand
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private FailureLog? _log;

    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    [Parameter(Mandatory = true)]
    [ValidateRange(1, 65_535)]
    public int Port { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string AETitle { get; set; } = ConnectionOptions.DefaultTitle;

    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] AllowedAETitle { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] AllowedAddress { get; set; } = ReceiverParameters.Loopback;

    [Parameter]
    [ValidateRange(1, 1000)]
    public int MaximumAssociations { get; set; } = 16;

    [Parameter]
    [ValidateRange(1, 86_400)]
    public int IdleSec { get; set; } = 60;

    [Parameter]
    [ValidateRange(1, 86_400)]
    public int QuietSec { get; set; } = 10;

    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long MinimumFreeBytes { get; set; } = ReceiverParameters.MinimumFreeBytes;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Certificate { get; set; }

    [Parameter]
    public SecureString? CertificatePassword { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedCertificate { get; set; }

    [Parameter]
    public TimeSpan? Duration { get; set; }

    [Parameter]
    public SwitchParameter Resume { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FailureLog { get; set; }

    /// <inheritdoc/>
    protected override IRunListener Listener => _log ?? base.Listener;

    protected override void End()
    {
        if (FailureLog is not null)
            _log = new FailureLog(Paths.ResolveParameter(nameof(FailureLog), FailureLog), null, base.Listener);
        var options = ReceiverParameters.Read(
            Paths.ResolveParameter(nameof(Destination), Destination), AETitle, Port, AllowedAETitle, AllowedAddress) with
        {
            MaximumAssociations = MaximumAssociations,
            IdleTime = TimeSpan.FromSeconds(IdleSec),
            QuietTime = TimeSpan.FromSeconds(QuietSec),
            MinimumFreeBytes = MinimumFreeBytes,
            Tls = Certificate is null ? null : NodeParameters.ReadTls(TrustedCertificate, Certificate, CertificatePassword, Paths),
        };
        using var receiver = new Receiver(options);
        if (Resume)
            receiver.Store.TakeEarlier();
        WriteVerbose($"{options.AETitle} listens at port {options.Port}.");
        for (var watch = Stopwatch.StartNew(); Duration is null || watch.Elapsed < Duration;)
        {
            Give(receiver, all: false);
            StopToken.WaitHandle.WaitOne(Step);
            StopToken.ThrowIfCancellationRequested();
        }
        Give(receiver, all: true);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _log?.Dispose();
        base.Dispose(disposing);
    }

    private void Give(Receiver receiver, bool all)
    {
        foreach (var failure in receiver.Store.TakeFailures())
            Listener.Fail(failure);
        foreach (var folder in receiver.TakeComplete(all))
        {
            foreach (var series in SeriesIndex.Read([folder], Context))
                WriteObject(series);
        }
    }
}
