using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Dams.Commands;
using Dams.Network.Querying;
using Dams.Network.Receiving;
using Dams.Network.Web;
using Dams.Reporting;

namespace Dams.Network.Commands;

[Cmdlet(VerbsLifecycle.Request, "DicomStudy", DefaultParameterSetName = NodeSet, SupportsShouldProcess = true)]
[OutputType(typeof(DicomSeries))]
public sealed class RequestDicomStudyCommand : ArchiveCommand
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private Receiver? _receiver;
    private StudyMover? _mover;
    private InstanceStore? _store;
    private WebStudyFetcher? _fetcher;
    private FailureLog? _log;
    private int _number;

    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = NodeSet)]
    [ValidateRange(1, 65_535)]
    public int ListenPort { get; set; }

    [Parameter(ParameterSetName = NodeSet)]
    [ValidateNotNullOrEmpty]
    public string[]? AllowedAETitle { get; set; }

    [Parameter(ParameterSetName = NodeSet)]
    [ValidateNotNullOrEmpty]
    public string[] AllowedAddress { get; set; } = ReceiverParameters.Loopback;

    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    public long MinimumFreeBytes { get; set; } = ReceiverParameters.MinimumFreeBytes;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FailureLog { get; set; }

    // Studies and rows bind here and are read later, so that no error of parameter binding holds a row.
    /// <summary>Studies, or rows that name them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override IRunListener Listener => _log ?? base.Listener;

    protected override void Begin()
    {
        base.Begin();
        if (FailureLog is not null)
            _log = new FailureLog(Paths.ResolveParameter(nameof(FailureLog), FailureLog), null, base.Listener);
    }

    protected override void Process()
    {
        _number++;
        try
        {
            var uid = InputObject.BaseObject as string ?? new RowValues(InputObject).Text(QueryTitles.StudyInstanceUID) ?? "";
            if (!TransferSyntax.IsUid(uid.Trim()))
                throw NetworkErrors.NoStudyUid(_number);
            if (_known.Add(uid.Trim()) && ShouldProcess($"Study {_number} from {(object?)Web?.Service ?? Connection.Node}", "Request"))
                Request(uid.Trim());
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Listener.Fail(new FileFailure($"Study {_number}", "", e));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _mover?.Dispose();
            _receiver?.Dispose();
            _fetcher?.Dispose();
            _log?.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Request(string uid)
    {
        IReadOnlyList<string> folders;
        DamsException? missing;
        try
        {
            (folders, missing) = Web is null ? Move(uid) : Fetch(uid, Web);
        }
        finally
        {
            // Where nothing was stored, they say why.
            foreach (var failure in _store?.TakeFailures() ?? [])
                Listener.Fail(failure);
        }
        foreach (var series in folders.SelectMany(folder => SeriesIndex.Read([folder], Context)))
            WriteObject(series);
        if (missing is not null)
            Listener.Fail(new FileFailure($"Study {_number}", "", missing));
    }

    private (IReadOnlyList<string> Folders, DamsException? Missing) Move(string uid)
    {
        _receiver ??= new Receiver(ReceiverParameters.Read(
            Paths.ResolveParameter(nameof(Destination), Destination),
            CallingAETitle,
            ListenPort,
            AllowedAETitle ?? [Connection.Node.AETitle],
            AllowedAddress) with
        {
            MinimumFreeBytes = MinimumFreeBytes,
            Tls = Connection.Node.UsesTls && Connection.Tls.Own is not null ? Connection.Tls : null,
        });
        _store = _receiver.Store;
        _mover ??= new StudyMover(Connection, _receiver, StopToken);
        // Answers come on another thread, and progress is for this one.
        var told = (Done: 0, Known: 0);
        var moved = _mover.Move(uid, (done, known) => told = (done, known));
        if (told.Known > 0)
            Listener.Report(new RunProgress(told.Done, told.Known, 0));
        return moved;
    }

    private (IReadOnlyList<string> Folders, DamsException? Missing) Fetch(string uid, WebOptions web)
    {
        _store ??= new InstanceStore(Paths.ResolveParameter(nameof(Destination), Destination));
        _fetcher ??= new WebStudyFetcher(web, _store, MinimumFreeBytes, StopToken);
        var known = (InputObject.BaseObject as DicomStudy)?.InstanceCount ?? 0;
        var clock = new ProgressThrottle(Listener);
        return _fetcher.Fetch(uid, done => clock.Report(new RunProgress(done, Math.Max(done, known), 0)));
    }
}
