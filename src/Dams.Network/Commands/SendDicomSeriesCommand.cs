using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Dams.Commands;
using Dams.Network.Nodes;
using Dams.Network.Sending;

namespace Dams.Network.Commands;

[Cmdlet(VerbsCommunications.Send, "DicomSeries", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(SentSeries))]
public sealed class SendDicomSeriesCommand : ParallelCommand, INodeParameters, IWebParameters
{
    private readonly List<string> _paths = [];
    private readonly HashSet<string> _protected = new(StringComparer.Ordinal);
    private ArchiveOptions _archive = null!;

    // Which of both is given is asked when the pipeline begins: with sets of parameters there would be six.
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Node { get; set; }

    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter]
    public SecureString? Token { get; set; }

    [Parameter]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string CallingAETitle { get; set; } = ConnectionOptions.DefaultTitle;

    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 60;

    [Parameter]
    [ValidateRange(0, 100)]
    public int RetryCount { get; set; } = 4;

    [Parameter]
    public SwitchParameter AllowIdentified { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SentLog { get; set; }

    [Parameter]
    public SwitchParameter Resume { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustedCertificate { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Certificate { get; set; }

    [Parameter]
    public SecureString? CertificatePassword { get; set; }

    protected override void Begin()
    {
        if (Resume && SentLog is null)
            throw NetworkErrors.ResumeWithoutLog();
        if (Node is null == Uri is null)
            throw NetworkErrors.NoArchiveGiven();
        _archive = (Uri is null ? (ArchiveOptions)NodeParameters.Read(this, Paths) : WebParameters.Read(this, Paths)) with { RetryCount = RetryCount };
        StartLog(destination: null);
    }

    protected override void Process()
    {
        var paths = ResolvePaths();
        _paths.AddRange(paths);
        // What Protect-DicomPatient gave in this session; what went through a file shows it by its marks.
        foreach (var series in InputObject.Select(given => given.BaseObject).OfType<ProtectedSeries>())
            _protected.UnionWith(series.Files);
    }

    protected override void End()
    {
        var files = SourceFiles.Find(_paths, Context);
        using var log = SentLog is null || IsWhatIf ? null : new SentLog(Paths.ResolveParameter(nameof(SentLog), SentLog), Resume);
        var run = new SendRun(new SendOptions(_archive) { AllowIdentified = AllowIdentified }, log, Context);
        var instances = run.Read([.. files.Select(file => (file, _protected.Contains(file.Path)))]);
        WriteErrorIfNothing(instances.Count);
        if (instances.Count == 0 || !ShouldProcess($"{instances.Count} instances to {_archive.Archive}", "Send"))
            return;
        foreach (var series in run.Send(instances))
            WriteObject(series);
    }
}
